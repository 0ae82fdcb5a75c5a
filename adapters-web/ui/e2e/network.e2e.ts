import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openWindow } from './support/browser';
import { accessToken, logIn, newMember, PASSWORD } from './support/people';

const url = inject('toldUrl');

async function ask(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your message').fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** The words of the last answer, without its markup. */
async function lastAnswer(page: Page): Promise<string[]> {
  const text = await page.getByRole('article').last().innerText();
  return text.match(/word\d+/g) ?? [];
}

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`);

describe.runIf(url)('the network', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('is lost in the middle of an answer: the answer goes on where it was, with no word lost or twice', async () => {
    const member = await newMember(url);
    const { page, context } = await openWindow(browser, url);
    await context.addInitScript(cutStreamsOnDemand);
    await logIn(page, member);
    await page.goto('/chat');
    await ask(page, 'count 300 20');
    await page.getByText('word20').first().waitFor();
    await context.setOffline(true);
    // Being offline leaves open streams alone, so the one of the answer is cut as a dead network would.
    await page.evaluate(() => (globalThis as unknown as { cutStreams: () => void }).cutStreams());
    await page.getByText('The connection is lost.', { exact: false }).first().waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Copy the answer' }).waitFor({ timeout: 30_000 });
    expect(await lastAnswer(page)).toEqual(words(300));
    await context.close();
  });

  it('is lost for good in the middle of an answer: a reload shows all of it', async () => {
    const member = await newMember(url);
    const { page, context } = await openWindow(browser, url);
    await logIn(page, member);
    await page.goto('/chat');
    await ask(page, 'count 150 20');
    await page.getByText('word10').first().waitFor();
    await page.reload();
    await page.getByText('word12').first().waitFor();
    await page.getByRole('button', { name: 'Copy the answer' }).waitFor({ timeout: 30_000 });
    expect(await lastAnswer(page)).toEqual(words(150));
    await context.close();
  });

  it('is not there when something is asked: nothing that was typed is lost, and it is asked once', async () => {
    const member = await newMember(url);
    const { page, context } = await openWindow(browser, url);
    await logIn(page, member);
    await page.goto('/chat');
    await page.getByLabel('Your message').waitFor();
    await context.setOffline(true);
    await page.getByText('You are offline.', { exact: false }).waitFor();
    await ask(page, 'count 5 1');
    await page.getByText('What you wrote is in the field below.', { exact: false }).waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toBe('count 5 1');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('word4').first().waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Copy the answer' }).waitFor();
    const token = await accessToken(url, member);
    const quota = (await (
      await fetch(`${url}/api/usage/quota`, { headers: { Authorization: `Bearer ${token}` } })
    ).json()) as { resources: { messages: { used: number } } };
    expect(quota.resources.messages.used).toBe(1);
    await context.close();
  });

  it('is slow: every page says that it is loading, and then is there', async () => {
    const member = await newMember(url);
    const { page, context, misdeeds } = await openWindow(browser, url);
    await logIn(page, member);
    const wire = await context.newCDPSession(page);
    await wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 20_000,
    });
    for (const path of ['/dashboard', '/memory', '/billing', '/profile', '/chat']) {
      await page.goto(path, { waitUntil: 'commit' });
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached', timeout: 60_000 });
    }
    await ask(page, 'say Slow and steady.');
    await page.getByText('Slow and steady.').last().waitFor({ timeout: 60_000 });
    expect(misdeeds.list).toEqual([]);
    await context.close();
  });

  it('joins two tabs: one login, one logout, one answer in both', async () => {
    const member = await newMember(url);
    const { page: one, context, misdeeds } = await openWindow(browser, url);
    await logIn(one, member);
    const other = await context.newPage();
    await other.goto('/memory');
    await other.getByRole('heading', { level: 1, name: 'Memory' }).waitFor();

    await one.goto('/chat');
    await ask(one, 'count 120 20');
    await one.waitForURL('**/chat/cnv_*');
    await other.goto(one.url());
    await other.getByText('word20').first().waitFor();
    await other.getByRole('button', { name: 'Copy the answer' }).waitFor({ timeout: 30_000 });
    expect(await lastAnswer(other)).toEqual(words(120));

    await one.getByRole('button', { name: 'Log out' }).click();
    await other.waitForURL('**/login**');
    await other.getByText('Your session has ended.', { exact: false }).waitFor();
    await other.getByLabel('Mail address').fill(member);
    await other.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await other.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await other.waitForURL('**/chat/cnv_*');
    expect(misdeeds.list).toEqual([]);
    await context.close();
  });
});

/** Lets a test end what a page is reading, as a network does that dies; the browser leaves open streams alone. */
function cutStreamsOnDemand(): void {
  const real = globalThis.fetch;
  const cuts: (() => void)[] = [];
  Object.assign(globalThis, { cutStreams: () => cuts.splice(0).forEach(cut => cut()) });
  globalThis.fetch = async (...request) => {
    const response = await real(...request);
    if (!response.headers.get('Content-Type')?.includes('event-stream') || !response.body) return response;
    const reader = response.body.getReader();
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        cuts.push(() => {
          controller.error(new TypeError('network error'));
          void reader.cancel();
        });
      },
      pull: async controller => {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: reason => reader.cancel(reason),
    });
    return new Response(body, response);
  };
}
