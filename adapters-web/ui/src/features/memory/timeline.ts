export interface Day<T> {
  /** A moment of that day. */
  at: string;
  items: T[];
}

export interface Month<T> {
  at: string;
  days: Day<T>[];
}

/** Groups by month and day of the reader's calendar, the latest first. */
export function timeline<T extends { occurredAt: string }>(items: readonly T[]): Month<T>[] {
  const months: Month<T>[] = [];
  let month = '';
  let day = '';
  for (const item of [...items].sort((a, b) => b.occurredAt.localeCompare(a.occurredAt))) {
    const at = new Date(item.occurredAt);
    const itsMonth = `${at.getFullYear()}-${at.getMonth()}`;
    const itsDay = `${itsMonth}-${at.getDate()}`;
    if (itsMonth !== month) months.push({ at: item.occurredAt, days: [] });
    if (itsDay !== day) months.at(-1)?.days.push({ at: item.occurredAt, items: [] });
    months.at(-1)?.days.at(-1)?.items.push(item);
    month = itsMonth;
    day = itsDay;
  }
  return months;
}
