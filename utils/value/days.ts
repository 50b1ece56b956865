/** Calendar dates as whole days since 1970-01-01: differences are exact, whatever the time zone. */
const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Days of the months before each month of a year that has no 29 February. */
const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The day number of `YYYY-MM-DD`, or undefined where there is no such day (2025-02-30). Asked for every entry of a ledger: plain sums. */
export function dayNumber(date: string): number | undefined {
  if (!SHAPE.test(date)) return undefined;
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  const from = BEFORE[month - 1];
  const to = BEFORE[month];
  if (from === undefined || to === undefined) return undefined;
  const leap = isLeap(year);
  if (day < 1 || day > to - from + (leap && month === 2 ? 1 : 0)) return undefined;
  const years = year - 1;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return 365 * (year - 1970) + (leaps - LEAPS_BEFORE_1970) + from + (leap && month > 2 ? 1 : 0) + day - 1;
}
const LEAPS_BEFORE_1970 = 477;

/** `YYYY-MM-DD` of a day number. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The calendar year of `YYYY-MM-DD`. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));
