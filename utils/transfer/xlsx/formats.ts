/** Built-in number formats that show a date or time, those of East Asian versions of Excel with them (ECMA-376, 18.8.30). */
const BUILT_IN: ReadonlyArray<readonly [number, number]> = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** True where a cell of this number format shows a date. `code`: the format as the file writes it, where it does. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => id >= from && id <= to);
  const first = code.split(';', 1)[0] ?? '';
  const bare = first.replace(/general|"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gi, '');
  // y and d are in no number; m alone may be minutes, but then h or s stands with it: a time of a date
  return /[yd]|m.*m|[年月日]/i.test(bare);
}

const DAY_MS = 86_400_000;
/** Day 0 of 1900 counting: from 1 March 1900 on, for the leap day of 1900 that spreadsheets think there was. */
const ZERO_1900 = -25_569 * DAY_MS;
const ZERO_1904 = -24_107 * DAY_MS;

/** A serial day number as `YYYY-MM-DD`; undefined where it is no day of years 1900 to 9999. */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined;
  // 60 is the 29 February 1900 that never was; the days before it are counted one short
  if (!from1904 && Math.floor(serial) === 60) return undefined;
  const shift = !from1904 && serial < 60 ? 1 : 0;
  const day = Math.floor(serial) + shift;
  return new Date((from1904 ? ZERO_1904 : ZERO_1900) + day * DAY_MS).toISOString().slice(0, 10);
}
