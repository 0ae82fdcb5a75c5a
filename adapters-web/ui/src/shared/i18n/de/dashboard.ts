import type { dashboard as english } from '../en/dashboard';
import type { SameShape } from '../same-shape';

export const dashboard: SameShape<typeof english> = {
  title: 'Dashboard',
};
