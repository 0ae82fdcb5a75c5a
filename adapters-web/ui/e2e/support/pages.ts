import type { Seeded } from './seed';

export interface PageToShow {
  name: string;
  path: string;
  /** Who looks at it: nobody, a member with a life here, one who has just come, or one of the staff. */
  as: 'visitor' | 'member' | 'newcomer' | 'staff';
}

/** Every page of the app. A page that is missing here is looked at by nobody. */
export function pagesToShow(seeded: Seeded): PageToShow[] {
  return [
    { name: 'landing', path: '/', as: 'visitor' },
    { name: 'register', path: '/register', as: 'visitor' },
    { name: 'login', path: '/login', as: 'visitor' },
    { name: 'forgot-password', path: '/forgot-password', as: 'visitor' },
    { name: 'reset-password', path: '/reset-password?token=not-a-good-one', as: 'visitor' },
    { name: 'verify-email-invalid', path: '/verify-email?token=not-a-good-one', as: 'visitor' },
    { name: 'not-found', path: '/nothing', as: 'visitor' },
    { name: 'design', path: '/design', as: 'visitor' },
    { name: 'dashboard-new', path: '/dashboard', as: 'newcomer' },
    { name: 'chat-new', path: '/chat', as: 'newcomer' },
    { name: 'memory-new', path: '/memory', as: 'newcomer' },
    { name: 'dashboard', path: '/dashboard', as: 'member' },
    { name: 'chat', path: `/chat/${seeded.conversation}`, as: 'member' },
    { name: 'memory', path: '/memory', as: 'member' },
    { name: 'memory-one', path: `/memory/${seeded.memory}`, as: 'member' },
    { name: 'billing', path: '/billing', as: 'member' },
    { name: 'profile', path: '/profile', as: 'member' },
    { name: 'support', path: '/staff/support', as: 'staff' },
    { name: 'support-person', path: `/staff/support/people/${seeded.memberId}`, as: 'staff' },
    { name: 'support-aggregate', path: `/staff/support/conversation/${seeded.conversation}`, as: 'staff' },
    { name: 'operations', path: '/staff/operations', as: 'staff' },
    { name: 'administration', path: '/staff/administration', as: 'staff' },
  ];
}
