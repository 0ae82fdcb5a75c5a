import type { feedback as english } from '../en/feedback';
import type { SameShape } from '../same-shape';

export const feedback: SameShape<typeof english> = {
  title: 'Rückmeldung',
  lead: 'Sag den Menschen, die das hier betreiben, was du denkst. Sie lesen alles.',
  category: 'Worum geht es?',
  categories: { idea: 'Eine Idee', bug: 'Etwas ist kaputt', praise: 'Lob', other: 'Etwas anderes' },
  message: 'Deine Worte',
  hint: 'Die Seite, auf der du bist, wird mitgeschickt; was darauf steht, nicht.',
  missing: 'Schreib zuerst ein paar Worte.',
  submit: 'Abschicken',
  thanks: 'Danke!',
  thanksText: 'Deine Worte sind angekommen, und jemand wird sie lesen.',
  done: 'Fertig',
};
