import type { design as english } from '../en/design';
import type { SameShape } from '../same-shape';

export const design: SameShape<typeof english> = {
  title: 'Design',
};
