import { expect } from 'vitest';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Misdeeds, openWindow } from './browser';
import type { PageToShow } from './pages';
import { logIn } from './people';
import type { Seeded } from './seed';

export interface Visit {
  page: Page;
  misdeeds: Misdeeds;
  close: () => Promise<void>;
}

/** Opens a window as one of the seeded people. */
export async function visit(
  browser: Browser,
  url: string,
  seeded: Seeded,
  as: PageToShow['as'],
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const { context, page, misdeeds } = await openWindow(browser, url, options);
  if (as !== 'visitor') await logIn(page, seeded[as]);
  return { page, misdeeds, close: () => context.close() };
}

/** Goes to a page and waits until it has come to rest. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  const reason = page.getByLabel('Reason');
  // Before anything of a person is shown, the staff say why they look.
  if (path.startsWith('/staff/support') && (await reason.isVisible().catch(() => false))) {
    await reason.fill('Ticket 4711: asks where an answer went');
    await reason.press('Enter');
  }
  // The page of the design shows what loading looks like.
  const samples = path === '/design';
  await expect
    .poll(
      () => (samples ? 0 : page.evaluate(() => document.querySelectorAll('.animate-pulse, [aria-busy=true]').length)),
      {
        message: `${path} goes on loading`,
        timeout: 15_000,
      },
    )
    .toBe(0);
  await page.waitForLoadState('networkidle');
}
