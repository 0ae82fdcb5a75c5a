import { expect, it } from 'vitest';
import { lookedAt } from './looked-at';

it.each([
  ['usr_01', 'account'],
  ['usr_01 mem_01', 'memory'],
  ['cnv_01', 'conversation'],
  ['sub_01', 'subscription'],
  ['quota_usr_01', 'quota'],
  ['', 'other'],
  ['something else', 'other'],
])('“%s” is said as %s', (target, said) => {
  expect(lookedAt(target)).toBe(said);
});
