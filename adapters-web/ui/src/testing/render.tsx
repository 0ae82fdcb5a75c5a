import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { session, type User } from '@/shared/session';
import { Toasts } from '@/shared/ui/toast';
import { answers } from './server';

export const ADA: User = {
  id: 'usr_ada',
  email: 'ada@example.org',
  displayName: 'Ada',
  emailVerified: true,
  emailVerifiedAt: '2026-11-01T10:00:00Z',
  tier: 'free',
  roles: ['MEMBER'],
  createdAt: '2026-11-01T09:00:00Z',
};

/** Logs somebody in, through the session as the app does. */
export async function logIn(user: Partial<User> = {}): Promise<User> {
  const member = { ...ADA, ...user };
  answers('post', '/auth/login', { accessToken: 'token-of-ada', tokenType: 'Bearer', expiresIn: 900, user: member });
  return session.logIn(member.email, 'not asked here');
}

export interface Shown {
  user: ReturnType<typeof userEvent.setup>;
  /** The address that the page has led to. */
  path: () => string;
  queries: QueryClient;
}

/**
 * Shows a component as a page of the app.
 *
 * @param options.path the route's pattern, such as `/memory/$memoryId`
 * @param options.at the address to begin with, when the pattern has parameters or there is a query
 */
export async function show(page: ReactNode, options: { path?: string; at?: string } = {}): Promise<Shown> {
  const path = options.path ?? '/';
  const root = createRootRoute({ component: Outlet });
  const own = createRoute({ getParentRoute: () => root, path, component: () => page });
  const others = createRoute({ getParentRoute: () => root, path: '$', component: () => <p>Another page</p> });
  const history = createMemoryHistory({ initialEntries: [options.at ?? path] });
  const router = createRouter({ routeTree: root.addChildren(path === '$' ? [own] : [own, others]), history });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router as never} />
      <Toasts />
    </QueryClientProvider>,
  );
  await screen.findAllByText((_, element) => element !== null, {}, { timeout: 3000 });
  return { user: userEvent.setup(), path: () => router.state.location.href, queries };
}
