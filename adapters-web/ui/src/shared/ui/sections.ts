import {
  CreditCard,
  Gauge,
  LifeBuoy,
  type LucideIcon,
  MessageCircle,
  Shield,
  Sprout,
  UserRound,
  Wrench,
} from 'lucide-react';
import type { User } from '@/shared/session';

export interface Section {
  to:
    | '/dashboard'
    | '/chat'
    | '/memory'
    | '/billing'
    | '/profile'
    | '/staff/support'
    | '/staff/operations'
    | '/staff/administration';
  name: 'dashboard' | 'chat' | 'memory' | 'billing' | 'profile' | 'support' | 'operations' | 'administration';
  icon: LucideIcon;
}

export const MEMBER_SECTIONS: readonly Section[] = [
  { to: '/dashboard', name: 'dashboard', icon: Gauge },
  { to: '/chat', name: 'chat', icon: MessageCircle },
  { to: '/memory', name: 'memory', icon: Sprout },
  { to: '/billing', name: 'billing', icon: CreditCard },
  { to: '/profile', name: 'profile', icon: UserRound },
];

const STAFF_SECTIONS: readonly (Section & { roles: readonly string[] })[] = [
  { to: '/staff/support', name: 'support', icon: LifeBuoy, roles: ['SUPPORT', 'OPERATOR', 'ADMIN'] },
  { to: '/staff/operations', name: 'operations', icon: Wrench, roles: ['OPERATOR', 'ADMIN'] },
  { to: '/staff/administration', name: 'administration', icon: Shield, roles: ['ADMIN'] },
];

/** What somebody with these roles works with. The server decides; this only keeps useless links away. */
export function staffSections(user: User): readonly Section[] {
  return STAFF_SECTIONS.filter(section => section.roles.some(role => user.roles.includes(role)));
}
