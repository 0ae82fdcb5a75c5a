import type { Page } from 'playwright-core';

export const PASSWORD = 'seven quiet ferns in rain';

let people = 0;

/** An address that nobody has used before. */
export function newAddress(name = 'member'): string {
  people += 1;
  return `${name}-${process.pid}-${people}@example.org`;
}

async function call(url: string, path: string, body?: object): Promise<Response> {
  const response = await fetch(url + path, {
    ...(body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** The link in the last mail to an address, once the mail is there. */
export async function linkInMail(url: string, to: string, page: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const response = await call(url, `/dev/mailbox/messages?to=${encodeURIComponent(to)}`);
    const { messages } = (await response.json()) as { messages: { links: string[]; sentAt: string }[] };
    const link = messages
      .sort((a, b) => b.sentAt.localeCompare(a.sentAt))
      .flatMap(message => message.links)
      .find(found => found.includes(page));
    if (link) return link;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`No mail to ${to} has a link to ${page}.`);
}

/** Somebody who has an account and a verified address, made over the API. */
export async function newMember(url: string, email = newAddress(), displayName = 'Fern'): Promise<string> {
  await call(url, '/auth/register', { email, password: PASSWORD, displayName });
  const link = new URL(await linkInMail(url, email, '/verify-email'));
  await call(url, `/auth/verify-email${link.search}`);
  return email;
}

export async function accessToken(url: string, email: string): Promise<string> {
  const response = await call(url, '/auth/login', { email, password: PASSWORD });
  return ((await response.json()) as { accessToken: string }).accessToken;
}

const ROOT = 'root@example.org';

/** The administrator, who comes with the first test that needs one. */
export async function administrator(url: string): Promise<string> {
  const known = await accessToken(url, ROOT).catch(() => undefined);
  return known === undefined ? newMember(url, ROOT, 'Root') : ROOT;
}

/** Logs in by the page, as people do. */
export async function logIn(page: Page, email: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL('**/dashboard');
}
