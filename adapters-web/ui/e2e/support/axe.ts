import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every page gives it that much to look at. */
const FEWEST_CHECKS = 10;

interface AxeResult {
  passes: unknown[];
  violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
}

/** What axe finds on a page, as lines that name the rule and the place. */
export async function violations(page: Page): Promise<string[]> {
  // In the world of the tests, which the page's content security policy does not reach.
  await page.evaluate(AXE);
  const result = await page.evaluate(
    rules => (globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResult> } }).axe.run({ runOnly: rules }),
    RULES,
  );
  if (result.passes.length < FEWEST_CHECKS) throw new Error('axe has hardly looked at anything.');
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id} at ${JSON.stringify(node.target)}: ${node.failureSummary ?? ''}`),
  );
}
