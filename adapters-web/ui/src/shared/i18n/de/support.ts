import type { support as english } from '../en/support';
import type { SameShape } from '../same-shape';

export const support: SameShape<typeof english> = {
  title: 'Support',
};
