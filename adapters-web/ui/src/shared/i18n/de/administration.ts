import type { administration as english } from '../en/administration';
import type { SameShape } from '../same-shape';

export const administration: SameShape<typeof english> = {
  title: 'Administration',
};
