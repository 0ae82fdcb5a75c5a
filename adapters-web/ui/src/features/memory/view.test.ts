import { expect, it } from 'vitest';
import { memoryView } from './view';

it('takes what an address can mean', () => {
  const search = {
    q: ' my sister ',
    tier: 'LTM',
    kind: 'fact',
    status: 'forgotten',
    look: 'timeline',
    section: 'files',
  };
  expect(memoryView(search)).toEqual({ ...search, q: 'my sister' });
  expect(memoryView({ q: 42 })).toEqual({ q: '42' });
});

it('passes over the rest, and what is usual', () => {
  expect(memoryView({ q: '', tier: 'ltm', kind: 7, status: 'active', look: 'list', section: 'x', other: 1 })).toEqual(
    {},
  );
});
