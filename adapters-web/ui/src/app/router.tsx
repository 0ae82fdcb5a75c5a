import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { memoryView } from '@/features/memory/view';
import { Crashed } from './crashed';
import { VisitorFrame } from './frame/visitor-frame';
import { localOnly, membersOnly, ownPage, visitorsOnly } from './guards';
import { NotFound } from './not-found';
import { Pending } from './pending';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Crashed });

const visitors = createRoute({ getParentRoute: () => root, id: 'visitors', component: VisitorFrame });
const members = createRoute({
  getParentRoute: () => root,
  id: 'members',
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import('./frame/member-frame'), 'MemberFrame'),
});

const token = (search: Record<string, unknown>): { token?: string } =>
  typeof search.token === 'string' ? { token: search.token } : {};

const visitorPages = [
  createRoute({
    getParentRoute: () => visitors,
    path: '/',
    validateSearch: (search: Record<string, unknown>): { goodbye?: 1 } => ('goodbye' in search ? { goodbye: 1 } : {}),
    component: lazyRouteComponent(() => import('@/features/landing/pages/landing-page'), 'LandingPage'),
  }),
  createRoute({
    getParentRoute: () => visitors,
    path: '/login',
    validateSearch: (search: Record<string, unknown>) => ownPage(search.then),
    beforeLoad: visitorsOnly,
    component: lazyRouteComponent(() => import('@/features/account/pages/login-page'), 'LoginPage'),
  }),
  createRoute({
    getParentRoute: () => visitors,
    path: '/register',
    validateSearch: (search: Record<string, unknown>): { invitation?: string; then?: string } => ({
      ...(typeof search.invitation === 'string' && { invitation: search.invitation }),
      ...ownPage(search.then),
    }),
    beforeLoad: visitorsOnly,
    component: lazyRouteComponent(() => import('@/features/account/pages/register-page'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => visitors,
    path: '/forgot-password',
    component: lazyRouteComponent(() => import('@/features/account/pages/forgot-password-page'), 'ForgotPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => visitors,
    path: '/reset-password',
    validateSearch: token,
    component: lazyRouteComponent(() => import('@/features/account/pages/reset-password-page'), 'ResetPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => visitors,
    path: '/verify-email',
    validateSearch: token,
    component: lazyRouteComponent(() => import('@/features/account/pages/verify-email-page'), 'VerifyEmailPage'),
  }),
  createRoute({
    getParentRoute: () => visitors,
    path: '/design',
    beforeLoad: localOnly,
    component: lazyRouteComponent(() => import('@/features/design/pages/design-page'), 'DesignPage'),
  }),
] as const;

const chat = createRoute({
  getParentRoute: () => members,
  path: '/chat',
  component: lazyRouteComponent(() => import('@/features/chat/pages/chat-page'), 'ChatPage'),
});

const memberPages = [
  createRoute({
    getParentRoute: () => members,
    path: '/dashboard',
    component: lazyRouteComponent(() => import('@/features/dashboard/pages/dashboard-page'), 'DashboardPage'),
  }),
  chat.addChildren([
    createRoute({ getParentRoute: () => chat, path: '/' }),
    createRoute({ getParentRoute: () => chat, path: '$conversationId' }),
  ]),
  createRoute({
    getParentRoute: () => members,
    path: '/memory',
    validateSearch: memoryView,
    component: lazyRouteComponent(() => import('@/features/memory/pages/memory-page'), 'MemoryPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/memory/$memoryId',
    component: lazyRouteComponent(() => import('@/features/memory/pages/one-memory-page'), 'OneMemoryPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/billing',
    validateSearch: (search: Record<string, unknown>): { checkout?: string } =>
      typeof search.checkout === 'string' ? { checkout: search.checkout } : {},
    component: lazyRouteComponent(() => import('@/features/billing/pages/billing-page'), 'BillingPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/profile',
    component: lazyRouteComponent(() => import('@/features/profile/pages/profile-page'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/staff/support',
    component: lazyRouteComponent(() => import('@/features/support/pages/people-page'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/staff/support/people/$userId',
    component: lazyRouteComponent(() => import('@/features/support/pages/person-page'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/staff/support/$type/$aggregateId',
    validateSearch: (search: Record<string, unknown>): { at?: number } =>
      typeof search.at === 'number' ? { at: search.at } : {},
    component: lazyRouteComponent(() => import('@/features/support/pages/aggregate-page'), 'AggregatePage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/staff/operations',
    component: lazyRouteComponent(() => import('@/features/operations/pages/operations-page'), 'OperationsPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/staff/administration',
    component: lazyRouteComponent(
      () => import('@/features/administration/pages/administration-page'),
      'AdministrationPage',
    ),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([visitors.addChildren(visitorPages), members.addChildren(memberPages)]),
  defaultPreload: 'intent',
  defaultPendingComponent: Pending,
  defaultErrorComponent: Crashed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
