import { expect, it } from 'vitest';
import { timeline } from './timeline';

it('groups by month and day, the latest first', () => {
  const at = (day: string) => ({ occurredAt: new Date(`${day}:00`).toISOString(), day });
  const months = timeline(
    ['2026-10-03T10:00', '2026-11-22T09:00', '2026-11-22T18:00', '2025-11-22T09:00', '2026-11-01T00:30'].map(at),
  );
  expect(months.map(month => month.days.map(day => day.items.map(item => item.day)))).toEqual([
    [['2026-11-22T18:00', '2026-11-22T09:00'], ['2026-11-01T00:30']],
    [['2026-10-03T10:00']],
    [['2025-11-22T09:00']],
  ]);
});

it('of nothing is nothing', () => {
  expect(timeline([])).toEqual([]);
});
