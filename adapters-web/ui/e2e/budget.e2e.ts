import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openWindow } from './support/browser';
import { logIn, newMember } from './support/people';

const url = inject('novaUrl');
const KB = 1000;

/** How many bytes of JavaScript a page takes at the first visit, as they come over the wire. */
async function scripts(page: import('playwright-core').Page, path: string): Promise<number> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(entry => entry.name.endsWith('.js'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  );
}

describe.runIf(url)('the JavaScript of the first visit', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(['/', '/login'])('of %s is less than 170 kB', async path => {
    const { page, context } = await openWindow(browser, url);
    const bytes = await scripts(page, path);
    console.info(`${path}: ${Math.round(bytes / KB)} kB of JavaScript`);
    expect(bytes).toBeGreaterThan(20 * KB);
    expect(bytes).toBeLessThan(170 * KB);
    await context.close();
  });

  it('of the chat is less than 300 kB', async () => {
    const member = await newMember(url);
    const { page, context } = await openWindow(browser, url);
    await logIn(page, member);
    const bytes = await scripts(page, '/chat');
    console.info(`/chat: ${Math.round(bytes / KB)} kB of JavaScript`);
    expect(bytes).toBeGreaterThan(50 * KB);
    expect(bytes).toBeLessThan(300 * KB);
    await context.close();
  });
});
