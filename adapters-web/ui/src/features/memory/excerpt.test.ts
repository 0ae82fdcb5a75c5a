import { expect, it } from 'vitest';
import { excerpt } from './excerpt';

it('is one line', () => {
  expect(excerpt(' One\n\n two\tthree ')).toBe('One two three');
});

it('ends where there is enough, never within a character', () => {
  expect(excerpt('🌱🌱🌱🌱', 3)).toBe('🌱🌱🌱 …');
  expect(excerpt('🌱🌱🌱', 3)).toBe('🌱🌱🌱');
});
