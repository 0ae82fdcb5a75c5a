import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, type Misdeeds, openWindow } from './support/browser';
import { linkInMail, newAddress, PASSWORD } from './support/people';

const url = inject('novaUrl');
/** What the browser showed when a step failed. */
const FAILURES = new URL('../../target/browser/', import.meta.url).pathname;
const TEST_CARD = '4242 4242 4242 4242';

/** One person's way through the product, from the landing page to the end of the account. Each step goes on from the last. */
describe.runIf(url)('a member', () => {
  const email = newAddress('journey');
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let misdeeds: Misdeeds;

  beforeAll(async () => {
    browser = await launch();
    ({ context, page, misdeeds } = await openWindow(browser, url));
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await page.screenshot({ path: `${FAILURES}${task.name}.png` });
  });
  afterAll(async () => {
    await context.close();
    await browser.close();
  });

  async function ask(text: string): Promise<void> {
    await page.getByLabel('Your message').fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  }

  async function askAndRead(text: string): Promise<string> {
    const before = await page.getByRole('button', { name: 'Copy the answer' }).count();
    await ask(text);
    await page.getByRole('button', { name: 'Copy the answer' }).nth(before).waitFor();
    return page.getByRole('article').last().innerText();
  }

  it('comes by the landing page, and signs up', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Sign up' }).first().click();
    await page.getByLabel('Your name').fill('Linnea');
    await page.getByLabel('Mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  });

  it('logs in before the address is verified, and is reminded of it', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Log in' }).click();
    await page.getByLabel('Mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the password at all');
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await page.getByText('Address or password is not right.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL('**/dashboard');
    const banner = page.getByText('Please follow the link in the mail', { exact: false });
    await banner.waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await banner.waitFor({ state: 'detached' });
    await page.reload();
    await banner.waitFor();
  });

  it('verifies the address by the link in the mail', async () => {
    const link = new URL(await linkInMail(url, email, '/verify-email'));
    await page.goto(link.pathname + link.search);
    await page.getByText('Your address is verified').first().waitFor();
    await page.waitForURL('**/dashboard');
    await page.getByRole('heading', { level: 1, name: /Linnea/ }).waitFor();
    await expect.poll(() => page.getByText('Please follow the link in the mail', { exact: false }).count()).toBe(0);
  });

  it('has a first chat', async () => {
    await page.getByRole('link', { name: 'Chat', exact: true }).click();
    const answer = await askAndRead('I am allergic to hazelnuts and I live in Lisbon.');
    expect(answer).not.toBe('');
    await page.waitForURL('**/chat/cnv_*');
  });

  it('is remembered in the next conversation, and sees by what', async () => {
    await expect
      .poll(
        async () => {
          await page.goto('/memory');
          await page.waitForLoadState('networkidle');
          return page.getByText('hazelnuts').count();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Chat', exact: true }).click();
    await page
      .getByRole('button', { name: 'New chat' })
      .or(page.getByRole('link', { name: 'New chat' }))
      .first()
      .click();
    const answer = await askAndRead('What am I allergic to?');
    expect(answer).toContain('hazelnuts');
    await page
      .getByRole('button', { name: /A memory that was used/ })
      .first()
      .click();
    const memory = page.getByRole('dialog', { name: 'A memory that was used' });
    await memory.getByText('hazelnuts').first().waitFor();
    await memory.getByRole('link', { name: 'Open the message' }).first().click();
    await page.waitForURL(/\/chat\/cnv_\w+#/);
    await page.getByText('I am allergic to hazelnuts and I live in Lisbon.').first().waitFor();
  });

  it('deletes the memory, and takes that back', async () => {
    await page.goto('/memory');
    const own = page.getByRole('button', { name: /^Delete: [\s\S]*hazelnuts/ }).first();
    await own.click();
    await page.getByText('Forgotten.').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page
      .getByRole('button', { name: /^Delete: [\s\S]*hazelnuts/ })
      .first()
      .waitFor();
  });

  it('uses up the day, is told when it goes on, and keeps what was typed', async () => {
    await page.goto('/chat');
    await askAndRead('Tell me about ferns.');
    await askAndRead('And about moss?');
    await ask('And about lichens?');
    await page.getByText('That is all for today').waitFor();
    await page.getByText('You have used all 4 messages', { exact: false }).waitFor();
    await expect.poll(() => page.getByLabel('Your message').inputValue()).toBe('And about lichens?');
    await page.getByRole('link', { name: 'See the plans' }).first().click();
    await page.waitForURL('**/billing**');
  });

  it('takes the plan Pro with the test card', async () => {
    await page.getByRole('button', { name: 'Take Pro' }).click();
    await page.waitForURL('**/dev/stripe/checkout/**');
    await page.getByLabel('Card number').fill(TEST_CARD);
    await page.getByLabel('Expiry').fill('12 / 40');
    await page.getByLabel('CVC').fill('123');
    await page.getByLabel('Name on card').fill('Linnea');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.waitForURL('**/billing**');
    await page.getByText('Thank you! You have Pro now').waitFor({ timeout: 30_000 });
  });

  it('has the quota of Pro, and goes on', async () => {
    await page.goto('/dashboard');
    await page.getByText('Plan: Pro').waitFor({ timeout: 30_000 });
    await page.goto('/chat');
    expect(await askAndRead('And about lichens?')).not.toBe('');
  });

  it('cancels, and is told until when the plan stays', async () => {
    await page.goto('/billing');
    await page.getByRole('button', { name: 'Invoices and payment' }).click();
    await page.waitForURL('**/dev/stripe/**');
    await page.getByRole('button', { name: 'Cancel at the end of the period' }).click();
    const confirm = page.getByRole('button', { name: 'Confirm: cancel at the end of the period' });
    if (await confirm.isVisible().catch(() => false)) await confirm.click();
    await expect
      .poll(
        async () => {
          await page.goto('/billing');
          await page.waitForLoadState('networkidle');
          return page.getByText(/Pro ends on/).count();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
  });

  it('deletes the account, and is a stranger again', async () => {
    await page.goto('/profile');
    await page.getByRole('button', { name: 'Delete my account' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByLabel('Type DELETE to confirm').fill('DELETE');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await page.waitForURL(address => address.pathname === '/');
    await page.goto('/login');
    await page.getByLabel('Mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    // Until Stripe knows of it the account is closing; then nobody knows it any more.
    await page.getByText(/This account is being deleted|Address or password is not right/).waitFor();
    expect(misdeeds.list).toEqual([]);
  });
});
