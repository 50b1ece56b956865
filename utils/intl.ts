/**
 * Formatters of the reader's language, kept: making one costs a thousand times what using it does, and a card alone
 * shows dozens of dates and figures.
 */
const made = new Map<string, unknown>();

function kept<T>(key: unknown[], make: () => T): T {
  const name = JSON.stringify(key);
  const known = made.get(name) as T | undefined;
  if (known !== undefined) return known;
  const fresh = make();
  made.set(name, fresh);
  return fresh;
}

/** Numbers in the language of a BCP 47 tag. Throws RangeError for options that `Intl` does not know. */
export const numberFormat = (tag: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  kept(['number', tag, options], () => new Intl.NumberFormat(tag, options));

/** Dates in the language of a BCP 47 tag, in the options' zone or where the machine is now: it may travel. */
export function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const zone = options.timeZone ?? zoneMark();
  return kept(['date', tag, options, zone], () => new Intl.DateTimeFormat(tag, options));
}

/** The machine's zone as far as it can be told cheaply: its distances to UTC now, in January and in July. */
const zoneMark = (): string =>
  [new Date(), new Date(2026, 0), new Date(2026, 6)].map((date) => date.getTimezoneOffset()).join();

/** "Tomorrow", "3 days ago" in the language of a BCP 47 tag. */
export const relativeFormat = (tag: string): Intl.RelativeTimeFormat =>
  kept(['relative', tag], () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
