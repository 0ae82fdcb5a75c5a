import type { palette as english } from '../en/palette';
import type { SameShape } from '../same-shape';

export const palette: SameShape<typeof english> = {
  title: 'Gehen oder tun',
  label: 'Seiten, Gespräche, Erinnerungen und Aktionen suchen',
  placeholder: 'Wohin?',
  nothing: 'Zu diesen Wörtern wurde nichts gefunden.',
  searching: 'Wird gesucht …',
  failed: 'Die Suche hat nicht geklappt. Seiten und Aktionen gibt es weiterhin.',
  pages: 'Seiten',
  actions: 'Aktionen',
  conversations: 'Gespräche',
  memories: 'Erinnerungen',
  newChat: 'Einen neuen Chat beginnen',
  theme: 'Darstellung: {{theme}}',
  language: 'Sprache: {{language}}',
};
