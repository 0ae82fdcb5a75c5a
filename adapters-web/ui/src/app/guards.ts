import { notFound, redirect } from '@tanstack/react-router';
import { session } from '@/shared/session';

/** Lets members in; sends others to log in, and back here afterwards. */
export async function membersOnly({ location }: { location: { href: string } }): Promise<void> {
  await session.start();
  if (session.snapshot().status !== 'member') {
    throw redirect({ to: '/login', search: { then: location.href } });
  }
}

/** Members have no use for pages to log in on. */
export async function visitorsOnly({ search }: { search: { then?: string } }): Promise<void> {
  await session.start();
  if (session.snapshot().status === 'member') throw redirect({ href: search.then ?? '/dashboard', replace: true });
}

/** Pages for developers are served in the profile `local` only; elsewhere the server says that they are not there. */
export async function localOnly({ location }: { location: { pathname: string } }): Promise<void> {
  const answer = await fetch(location.pathname, { method: 'HEAD' });
  if (!answer.ok) throw notFound();
}

/** Where to go after logging in: a page of ours, whatever the address said. */
export function ownPage(then: unknown): { then?: string } {
  if (typeof then !== 'string' || !then.startsWith('/')) return {};
  const page = new URL(then, location.origin);
  return page.origin === location.origin ? { then: page.pathname + page.search + page.hash } : {};
}
