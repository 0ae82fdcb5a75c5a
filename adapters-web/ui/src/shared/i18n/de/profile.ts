import type { profile as english } from '../en/profile';
import type { SameShape } from '../same-shape';

export const profile: SameShape<typeof english> = {
  title: 'Profile',
};
