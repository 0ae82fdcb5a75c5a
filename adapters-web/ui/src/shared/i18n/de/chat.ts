import type { chat as english } from '../en/chat';
import type { SameShape } from '../same-shape';

export const chat: SameShape<typeof english> = {
  title: 'Chat',
};
