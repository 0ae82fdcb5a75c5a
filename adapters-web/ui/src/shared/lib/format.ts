import { useTranslation } from 'react-i18next';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers, times and prices in the language of the page and the zone of its reader. */
export function formats(language: string) {
  const integer = new Intl.NumberFormat(language);
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
  // A date without a time is the same day everywhere.
  const shortDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    integer: (value: number) => integer.format(value),
    compact: (value: number) => compact.format(value),
    percent: (share: number) => new Intl.NumberFormat(language, { style: 'percent' }).format(share),
    day: (at: string | Date) => day.format(new Date(at)),
    moment: (at: string | Date) => moment.format(new Date(at)),
    /** "November 2026". */
    month: (at: string | Date) => month.format(new Date(at)),
    /** "Sunday, November 22". */
    weekday: (at: string | Date) => weekday.format(new Date(at)),
    /** "Nov 22", for a date such as 2026-11-22. */
    shortDay: (date: string) => shortDay.format(new Date(date)),
    time: (at: string | Date) => time.format(new Date(at)),
    /** @param amount in the currency's smallest unit, as Stripe has it */
    price: (amount: number, currency: string) => {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency: currency.toUpperCase() });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
      const value = amount / 10 ** digits;
      return Number.isInteger(value)
        ? new Intl.NumberFormat(language, {
            style: 'currency',
            currency: currency.toUpperCase(),
            maximumFractionDigits: 0,
          }).format(value)
        : format.format(value);
    },
    /** "3 hours ago", "in 20 minutes". */
    ago: (at: string | Date, now: number = Date.now()) => {
      const seconds = Math.round((new Date(at).getTime() - now) / 1000);
      const far = Math.abs(seconds);
      if (far < MINUTE) return relative.format(0, 'minute');
      if (far < HOUR) return relative.format(Math.trunc(seconds / MINUTE), 'minute');
      if (far < DAY) return relative.format(Math.trunc(seconds / HOUR), 'hour');
      if (far < 30 * DAY) return relative.format(Math.trunc(seconds / DAY), 'day');
      return day.format(new Date(at));
    },
  };
}

export type Formats = ReturnType<typeof formats>;

const made = new Map<string, Formats>();

export function useFormats(): Formats {
  const language = useTranslation().i18n.language;
  const known = made.get(language) ?? formats(language);
  made.set(language, known);
  return known;
}
