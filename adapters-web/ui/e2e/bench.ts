import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { launch, openWindow, SIZES } from './support/browser';
import { logIn, newMember } from './support/people';

/**
 * What the web app feels like, measured: `./nova bench web`. It prints figures and judges none of them, since they are those of
 * the machine as much as of the app.
 */
const url = inject('toldUrl');
const RUNS = 7;
const SLOWER = 4;
const TOKENS = 5000;
const TURNS = 2000;

const lines: string[] = [];
const tell = (what: string, figure: string) => lines.push(`${what.padEnd(64)}${figure}`);
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

interface Frames {
  /** How long each frame was on the screen, in milliseconds. */
  gaps: number[];
  /** Frames that took longer than 50 ms to make, as the browser itself counts them. */
  long: number[];
}

function startCounting(): void {
  const frames: Frames = { gaps: [], long: [] };
  Object.assign(globalThis, { frames });
  new PerformanceObserver(list => frames.long.push(...list.getEntries().map(entry => entry.duration))).observe({
    type: 'long-animation-frame',
  });
  let last = performance.now();
  const next = (now: number) => {
    frames.gaps.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

async function counted(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(startCounting);
  await work();
  return page.evaluate(() => (globalThis as unknown as { frames: Frames }).frames);
}

function tellFrames(what: string, { gaps, long }: Frames): void {
  const sorted = [...gaps].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(0);
  tell(`${what}: frames`, String(gaps.length));
  tell(`${what}: time between frames, median / 99 % / longest`, `${at(0.5)} / ${at(0.99)} / ${at(1)} ms`);
  tell(
    `${what}: frames that took more than 50 ms to make`,
    `${long.length} (${long.map(ms => ms.toFixed(0)).join(', ')})`,
  );
}

/** A conversation of many turns, as the server would give it. */
function longConversation() {
  const turns = Array.from({ length: TURNS }, (_, at) => ({
    turnId: `trn_${at}`,
    prompt: `Question ${at}: how do ferns grow?`,
    reply: `Answer ${at}. Ferns grow from **spores**, ${'slowly and quietly, '.repeat(at % 12)}in the shade.\n\n- one\n- two`,
    status: 'completed',
    finishReason: 'stop',
    usage: { inputTokens: 10, outputTokens: 20 },
    memoriesUsed: [],
    startedAt: '2026-11-20T10:00:00Z',
    endedAt: '2026-11-20T10:00:02Z',
  }));
  return { id: 'cnv_long', title: 'Two thousand turns', turns };
}

describe.runIf(url)('the web app', () => {
  let browser: Browser;
  let member: string;
  beforeAll(async () => {
    browser = await launch();
    member = await newMember(url);
  });
  afterAll(async () => {
    await browser.close();
    console.log(`\n${lines.join('\n')}\n`);
  });

  it.each(['/', '/login'])('paints %s', async path => {
    const paints: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const { page, context } = await openWindow(browser, url, { viewport: SIZES.mobile });
      const wire = await context.newCDPSession(page);
      await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      paints.push(
        await page.evaluate(
          () =>
            new Promise<number>(resolve =>
              new PerformanceObserver(list => resolve(list.getEntries().at(-1)!.startTime)).observe({
                type: 'largest-contentful-paint',
                buffered: true,
              }),
            ),
        ),
      );
      await context.close();
    }
    tell(`largest paint of ${path}, processor ${SLOWER} times slower, median`, `${median(paints).toFixed(0)} ms`);
  });

  it(`shows an answer of ${TOKENS} tokens`, async () => {
    const { page, context } = await openWindow(browser, url);
    await logIn(page, member);
    await page.goto('/chat');
    const frames = await counted(page, async () => {
      await page.getByLabel('Your message').fill(`count ${TOKENS} 2`);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page
        .getByText(`word${TOKENS - 1}`)
        .first()
        .waitFor({ state: 'attached', timeout: 150_000 });
    });
    tellFrames(`an answer of ${TOKENS} tokens`, frames);
    await context.close();
  });

  it(`scrolls through ${TURNS} turns`, async () => {
    const { page, context } = await openWindow(browser, url);
    await logIn(page, member);
    await page.route('**/api/intelligence/conversations/cnv_long', route =>
      route.fulfill({ json: longConversation() }),
    );
    const start = Date.now();
    await page.goto('/chat/cnv_long');
    await page
      .getByText(`Question ${TURNS - 1}`)
      .first()
      .waitFor();
    tell(`a conversation of ${TURNS} turns is there after`, `${Date.now() - start} ms`);
    await page.mouse.move(800, 400);
    const frames = await counted(page, async () => {
      for (let step = 0; step < 240; step++) {
        await page.mouse.wheel(0, -700);
        await page.waitForTimeout(16);
      }
    });
    tellFrames(`scrolling through ${TURNS} turns`, frames);
    await context.close();
  });
});
