import { localeTag } from '../utils/i18n';
import { dateFormat, numberFormat, relativeFormat } from '../utils/intl';

/** Dates and distances in the reader's language; numbers and money have their own in utils/money.ts. */

const DAY_MS = 86_400_000;
const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
const sameYear = (a: number, b: number) => new Date(a).getFullYear() === new Date(b).getFullYear();

/** Calendar days of the reader from `now` to `at`; negative: past. A day of 23 or 25 hours is one day. */
export const daysUntil = (at: number, now: number): number =>
  Math.round((midnight(at) - midnight(now)) / DAY_MS);

/** "3 Nov", with the year where it is not this one. */
export function dateText(at: number, now: number): string {
  const year = sameYear(at, now) ? undefined : ('numeric' as const);
  return dateFormat(localeTag(), { day: 'numeric', month: 'short', year }).format(at);
}

/** "Thu, 3 Nov, 14:05". */
export function dateTimeText(at: number, now: number): string {
  const year = sameYear(at, now) ? undefined : ('numeric' as const);
  return dateFormat(localeTag(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** "tomorrow", "in 3 days", "3 days ago"; weeks and months from three of them on. */
export function distanceText(at: number, now: number): string {
  const days = daysUntil(at, now);
  const format = relativeFormat(localeTag());
  const size = Math.abs(days);
  if (size < 21) return format.format(days, 'day');
  if (size < 90) return format.format(Math.round(days / 7), 'week');
  if (size < 730) return format.format(Math.round(days / 30.44), 'month');
  return format.format(Math.round(days / 365.25), 'year');
}

/** "12 days". */
export const daysText = (days: number): string =>
  numberFormat(localeTag(), { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);

/** A calendar date `YYYY-MM-DD` as the reader's midnight, in epoch ms. */
export const dateStart = (date: string): number => new Date(`${date}T00:00`).getTime();

/** The same words at the start of a line: "Tomorrow". */
export const opening = (words: string): string =>
  words.slice(0, 1).toLocaleUpperCase(localeTag()) + words.slice(1);

/** Bytes in the reader's way: kB under a million, then MB. */
export function sizeText(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return numberFormat(localeTag(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** 12,345 */
export const countText = (count: number): string => numberFormat(localeTag()).format(count);
