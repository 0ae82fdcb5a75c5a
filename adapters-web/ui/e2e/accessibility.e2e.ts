import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from './support/axe';
import { launch, SIZES } from './support/browser';
import { pagesToShow } from './support/pages';
import { seed, type Seeded } from './support/seed';
import { goTo, visit } from './support/visits';

const url = inject('toldUrl');
const WINDOWS = {
  'light, desktop': { viewport: SIZES.desktop, colorScheme: 'light' },
  'dark, mobile': { viewport: SIZES.mobile, colorScheme: 'dark', hasTouch: true },
  'light, very small': { viewport: { width: 320, height: 640 }, colorScheme: 'light', hasTouch: true },
  'dark, desktop': { viewport: SIZES.desktop, colorScheme: 'dark' },
} as const;

describe.runIf(url)('every page', () => {
  let browser: Browser;
  let seeded: Seeded;
  beforeAll(async () => {
    browser = await launch();
    seeded = await seed(url, [['say Roses like sun.\n\n```js\nplant("rose");\n```'], ['say Good morning, Linnea.']]);
  });
  afterAll(() => browser.close());

  it.each(Object.keys(WINDOWS) as (keyof typeof WINDOWS)[])('can be used by everybody: %s', async name => {
    const found: string[] = [];
    for (const as of ['visitor', 'newcomer', 'member', 'staff'] as const) {
      const { page, misdeeds, close } = await visit(browser, url, seeded, as, WINDOWS[name]);
      for (const { name: what, path } of pagesToShow(seeded).filter(each => each.as === as)) {
        await goTo(page, path);
        found.push(...(await violations(page)).map(violation => `${what}: ${violation}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${what}: is ${wide} px wider than the window`);
        found.push(...(await smallTargets(page)).map(target => `${what}: too small to touch: ${target}`));
      }
      found.push(...misdeeds.list);
      await close();
    }
    expect(found).toEqual([]);
  });
});

/** Buttons and fields below 44 px (WCAG 2.5.5); links within sentences are as high as their line. */
async function smallTargets(page: import('playwright-core').Page): Promise<string[]> {
  return page.evaluate(() => {
    const smallest = 43.5;
    const touched = 'button, select, input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, nav a';
    return [...document.querySelectorAll<HTMLElement>(touched)]
      .filter(element => {
        const box = element.getBoundingClientRect();
        const hidden = box.width <= 1 || box.height <= 1 || element.closest('[aria-hidden=true], .sr-only') !== null;
        return !hidden && (box.height < smallest || box.width < smallest);
      })
      .map(element => `${element.tagName} ${element.ariaLabel ?? element.textContent.slice(0, 40)}`);
  });
}
