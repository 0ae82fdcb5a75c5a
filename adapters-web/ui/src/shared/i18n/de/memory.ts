import type { memory as english } from '../en/memory';
import type { SameShape } from '../same-shape';

export const memory: SameShape<typeof english> = {
  title: 'Memory',
};
