import { expect, it } from 'vitest';
import { greetingAt } from './greeting';

it.each([
  [0, 'night'],
  [4, 'night'],
  [5, 'morning'],
  [10, 'morning'],
  [11, 'day'],
  [17, 'day'],
  [18, 'evening'],
  [23, 'evening'],
])('at %i o’clock people are greeted for the %s', (hour, greeting) => {
  expect(greetingAt(hour)).toBe(greeting);
});
