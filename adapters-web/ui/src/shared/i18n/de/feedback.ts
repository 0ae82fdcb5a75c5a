import type { feedback as english } from '../en/feedback';
import type { SameShape } from '../same-shape';

export const feedback: SameShape<typeof english> = {
  title: 'Feedback',
};
