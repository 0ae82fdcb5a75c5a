import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { launch, SIZES } from './support/browser';
import { pagesToShow } from './support/pages';
import { seed, type Seeded } from './support/seed';
import { goTo, visit } from './support/visits';

/** Takes a picture of every page, small and large, light and dark: `./nova screens`. */
const url = inject('toldUrl');
const FOLDER = new URL('../../../docs/screens/', import.meta.url).pathname;
const QUALITY = 82;
const DAYS = 30;

/** How a member of a month would have used it; a server that has just been started knows of today only. */
function aMonth() {
  const items = Array.from({ length: DAYS }, (_, at) => {
    const day = new Date(Date.now() - (DAYS - 1 - at) * 86_400_000).toISOString().slice(0, 10);
    const busy = Math.max(0, Math.round(6 + 5 * Math.sin(at * 0.9) + 3 * Math.cos(at * 2.3)));
    return { day, inputTokens: busy * 640, outputTokens: busy * 410, turns: busy };
  });
  return { items };
}

const CONVERSATIONS = [
  ['Please remember: my balcony faces north and gets two hours of sun.'],
  ['How do I keep sourdough alive while I travel?'],
  ['Which flowers could I plant for my grandmother?', 'And how do I plant them on my balcony?'],
];

async function picture(page: Page, file: string): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  const { data } = await wire.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  writeFileSync(file, Buffer.from(data, 'base64'));
  await wire.detach();
}

describe.runIf(url)('pictures', () => {
  let browser: Browser;
  let seeded: Seeded;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    for (const old of readdirSync(FOLDER).filter(name => name.endsWith('.webp'))) rmSync(join(FOLDER, old));
    browser = await launch();
    seeded = await seed(url, CONVERSATIONS);
  });
  afterAll(() => browser.close());

  const sets = (['light', 'dark'] as const).flatMap(colorScheme =>
    (['desktop', 'mobile'] as const).map(size => ({ colorScheme, size })),
  );
  it.each(sets)('of every page, $size, $colorScheme', async ({ colorScheme, size }) => {
    const viewport = SIZES[size];
    for (const as of ['visitor', 'newcomer', 'member', 'staff'] as const) {
      const { page, close } = await visit(browser, url, seeded, as, { viewport, colorScheme, reducedMotion: 'reduce' });
      if (as === 'member') await page.route('**/api/usage/daily**', route => route.fulfill({ json: aMonth() }));
      for (const { name, path } of pagesToShow(seeded).filter(each => each.as === as)) {
        await goTo(page, path);
        await picture(page, join(FOLDER, `${name}-${viewport.width}-${colorScheme}.webp`));
      }
      await close();
    }
  });
});
