import type { account as english } from '../en/account';
import type { SameShape } from '../same-shape';

export const account: SameShape<typeof english> = {
  showPassword: 'Passwort zeigen',
};
