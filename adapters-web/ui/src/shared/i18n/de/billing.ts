import type { billing as english } from '../en/billing';
import type { SameShape } from '../same-shape';

export const billing: SameShape<typeof english> = {
  title: 'Billing',
};
