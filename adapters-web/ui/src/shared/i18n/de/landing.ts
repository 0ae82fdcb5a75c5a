import type { landing as english } from '../en/landing';
import type { SameShape } from '../same-shape';

export const landing: SameShape<typeof english> = {
  title: 'Landing',
};
