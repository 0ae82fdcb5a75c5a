import type { operations as english } from '../en/operations';
import type { SameShape } from '../same-shape';

export const operations: SameShape<typeof english> = {
  title: 'Operations',
};
