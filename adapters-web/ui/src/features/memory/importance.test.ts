import { expect, it } from 'vitest';
import { importanceOf } from './importance';

it.each([
  [0, 'minor'],
  [0.39, 'minor'],
  [0.4, 'ordinary'],
  [0.69, 'ordinary'],
  [0.7, 'important'],
  [0.9, 'vital'],
  [1, 'vital'],
])('%f is %s', (value, word) => {
  expect(importanceOf(value)).toBe(word);
});
