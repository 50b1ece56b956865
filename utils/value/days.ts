/** Calendar dates as whole days since 1970-01-01: differences are exact, whatever the time zone. */
const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day number of `YYYY-MM-DD`, or undefined where there is no such day (2025-02-30). */
export function dayNumber(date: string): number | undefined {
  const parts = SHAPE.exec(date);
  if (!parts) return undefined;
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return new Date(ms).toISOString().slice(0, 10) === date ? ms / DAY_MS : undefined;
}

/** `YYYY-MM-DD` of a day number. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The calendar year of `YYYY-MM-DD`. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));
