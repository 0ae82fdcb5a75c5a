import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium is on this machine; undefined when there is none. */
export function browserPath(): string | undefined {
  return PLACES.find(place => place !== undefined && existsSync(place));
}

export const SIZES = { desktop: { width: 1280, height: 860 }, mobile: { width: 390, height: 844 } };

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What a page did that no page of ours may do. */
export interface Misdeeds {
  list: string[];
}

/**
 * A window of its own that writes down what went wrong in it: scripts that failed, messages of the console that warn,
 * breaches of the content security policy, and requests to anywhere else.
 */
export async function openWindow(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page; misdeeds: Misdeeds }> {
  const context = await browser.newContext({ baseURL: url, viewport: SIZES.desktop, locale: 'en-GB', ...options });
  context.setDefaultTimeout(15_000);
  const misdeeds: Misdeeds = { list: [] };
  const origin = new URL(url).origin;
  context.on('request', request => {
    const to = request.url();
    if (!to.startsWith(`${origin}/`) && !to.startsWith('blob:')) misdeeds.list.push(`asked ${to}`);
  });
  context.on('page', page => watch(page, misdeeds));
  const page = await context.newPage();
  return { context, page, misdeeds };
}

function watch(page: Page, misdeeds: Misdeeds): void {
  page.on('pageerror', error => misdeeds.list.push(`failed: ${error.message}`));
  page.on('dialog', dialog => {
    misdeeds.list.push(`opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', message => {
    // Answers that refuse something are part of the tests, and the browser reports each.
    const refused = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !refused) misdeeds.list.push(`said: ${message.text()}`);
  });
}
