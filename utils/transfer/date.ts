import { dateOfDay, dayNumber } from '../value/days';

/** What 03/04/2025 means in a file. */
export type DayOrder = 'day-first' | 'month-first';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号號]?\.?(?:[T\s].*)?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?|\s+\d{1,2}:.*)?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T\s].*)?$/;
const NAMED_DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})(?:\s.*)?$/i;
const NAMED_MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})(?:\s.*)?$/i;
const YEAR_NAMED = /^(\d{4})[\s/.-]+([a-z]{3,9})\.?[\s/.-]+(\d{1,2})(?:[T\s].*)?$/i;
const DASHED_MONTH_FIRST = /^([a-z]{3,9})[-/.](\d{1,2})[-/.](\d{4})(?:\s.*)?$/i;
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+|\s*[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?/gi;
/** Years of the Republic: 民國114年3月4日. 114/3/4 without its word is left alone: it may be anything. */
const REPUBLIC = /^民[国國]\s*(\d{1,3})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const REPUBLIC_ZERO = 1911;
const NUMERALS =
  /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号號]?$/;
/** Unix time in seconds or milliseconds, from 2001 on. */
const UNIX = /^(1\d{9})(\d{3})?$/;
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const SERIAL = /^[2-6]\d{4}(?:\.\d+)?$/;
/** Day 0 of spreadsheets that count days from 1900 (with their leap day of 1900 that never was). */
const SERIAL_ZERO = -25569;

/**
 * The calendar date that a cell says, as `YYYY-MM-DD`: 2025-3-4 · 2025/03/04 10:00 · 20250304 · 2025年3月4日 · 4.3.2025 ·
 * 3/4/2025 · 4 Mar 2025 · Tue, March 4, 2025 · 2025-Mar-04 · 二〇二五年三月四日 · 民國114年3月4日 · 45720 (spreadsheet serial) · 1741046400 (Unix). A time of day is dropped; the date stays as written, whatever
 * its zone. undefined where there is no such date (2025-02-30) or none that this understands.
 */
export function parseDate(cell: string, order: DayOrder = 'month-first'): string | undefined {
  if (ISO.test(cell)) return dayNumber(cell) === undefined ? undefined : cell;
  const text = cell.normalize('NFKC').replace(WEEKDAY, '').trim();
  const first = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (first) return dateOf(first[1], first[2], first[3]);
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [, a, sign, b, year] = last;
    // with points the day comes first everywhere; elsewhere what cannot be a month settles it
    const dayFirst = sign === '.' || Number(a) > 12 || (order === 'day-first' && Number(b) <= 12);
    return dayFirst ? dateOf(year, b, a) : dateOf(year, a, b);
  }
  const day = NAMED_DAY_FIRST.exec(text);
  if (day) return dateOf(day[3], monthOf(day[2]), day[1]);
  const month = NAMED_MONTH_FIRST.exec(text);
  if (month) return dateOf(month[3], monthOf(month[1]), month[2]);
  return rareDate(text);
}

function rareDate(text: string): string | undefined {
  const named = YEAR_NAMED.exec(text);
  if (named) return dateOf(named[1], monthOf(named[2]), named[3]);
  const dashed = DASHED_MONTH_FIRST.exec(text);
  if (dashed) return dateOf(dashed[3], monthOf(dashed[1]), dashed[2]);
  const republic = REPUBLIC.exec(text);
  if (republic) return dateOf(String(Number(republic[1]) + REPUBLIC_ZERO), republic[2], republic[3]);
  const written = NUMERALS.exec(text);
  if (written) return dateOf(digitsOf(written[1]), numeral(written[2]), numeral(written[3]));
  if (SERIAL.test(text)) return dateOfDay(Math.floor(Number(text)) + SERIAL_ZERO);
  const unix = UNIX.exec(text);
  return unix ? new Date(Number(unix[1]) * 1000).toISOString().slice(0, 10) : undefined;
}

const SIGNS = '〇一二三四五六七八九';
const digitsOf = (text = ''): string =>
  [...text.replaceAll('零', '〇')].map((sign) => SIGNS.indexOf(sign)).join('');

/** 十 · 十二 · 二十 · 二十三 as digits. */
function numeral(text = ''): string {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['〇', text];
  const high = tens === '' ? 1 : SIGNS.indexOf(tens ?? '');
  return String(high * 10 + (ones ? SIGNS.indexOf(ones) : 0));
}

const monthOf = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

function dateOf(year = '', month = '', day = ''): string | undefined {
  const full = year.length === 2 ? (Number(year) < 70 ? '20' : '19') + year : year;
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dayNumber(date) === undefined ? undefined : date;
}

/** What the dates of a column, seen together, can only mean; undefined where they leave it open. */
export function dayOrderOf(cells: Iterable<string>): DayOrder | undefined {
  let open = false;
  for (const cell of cells) {
    const parts = YEAR_LAST.exec(cell.normalize('NFKC').trim());
    if (!parts || parts[2] === '.') continue;
    if (Number(parts[1]) > 12) return 'day-first';
    if (Number(parts[3]) > 12) return 'month-first';
    open = true;
  }
  return open ? undefined : 'month-first';
}
