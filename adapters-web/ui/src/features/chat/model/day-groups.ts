export interface DayGroup<T> {
  /** The beginning of the day, by the reader's clock. */
  day: number;
  items: T[];
}

/** What happened, by the day on which it did, in the order it came. */
export function byDay<T extends { updatedAt: string }>(items: readonly T[]): DayGroup<T>[] {
  const groups: DayGroup<T>[] = [];
  for (const item of items) {
    const day = startOfDay(new Date(item.updatedAt));
    const last = groups.at(-1);
    if (last?.day === day) last.items.push(item);
    else groups.push({ day, items: [item] });
  }
  return groups;
}

export function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
