import { dateOfDay, dayNumber } from '../../value/days';
import { parseDate } from '../date';

/** A date in a line of text: where it stands, and the days that it may mean, likeliest first; none: no such day. */
export interface DateFound {
  from: number;
  to: number;
  days: string[];
}

export interface DateContext {
  /** `YYYY-MM-DD`, the reader's day. */
  today: string;
  /** What 3/5 means: 5 March, 3 May, or either. */
  order: 'month-first' | 'day-first' | 'either';
}

/** Reads what a pattern has found; undefined: it is no date after all. */
type Reader = (match: RegExpExecArray, context: DateContext, today: number) => string[] | undefined;

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const CHINESE_WEEKDAYS = '日一二三四五六';
const DAY_NAME = '(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?';
const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const WEEK = '(?:周|週|星期|礼拜|禮拜)';
const COUNT = '(\\d{1,3}|[一二两兩三四五六七八九十])';
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

const PATTERNS: ReadonlyArray<readonly [RegExp, Reader]> = [
  [
    /(?<!\d)\d{4}\s?[-/年]\s?\d{1,2}\s?[-/月]\s?\d{1,2}\s?[日号號]?(?!\d)|(?<!\d)\d{4}\.\d{1,2}\.\d{1,2}(?!\d)/u,
    ([text]) => given(parseDate(text.replace('號', '号'))),
  ],
  [
    /(?<![\d./-])\d{1,2}([-/.])\d{1,2}\1\d{4}(?!\d)/u,
    ([text], { order }) => {
      const read = order === 'either' ? (['month-first', 'day-first'] as const) : [order];
      return given(...read.map((one) => parseDate(text, one)));
    },
  ],
  [word(`${DAY} ${MONTH_NAME},? \\d{4}`), ([text]) => given(parseDate(text))],
  [word(`${MONTH_NAME} ${DAY},? \\d{4}`), ([text]) => given(parseDate(text))],
  // "20 May 5": either number may be the day, and the other the amount
  [word(`${DAY} ${MONTH_NAME} ${DAY}`), () => []],
  [word(`${DAY} ${MONTH_NAME}`), ([, day, month], _, today) => latest(monthOf(month), day, today)],
  [word(`${MONTH_NAME} ${DAY}`), ([, month, day], _, today) => latest(monthOf(month), day, today)],
  [/(?<!\d)(\d{1,2})月(\d{1,2})[日号號]?(?!\d)/u, ([, month, day], _, today) => latest(month, day, today)],
  [/(?<![\d./-])(\d{1,2})\/(\d{1,2})(?![\d/]|\.\d)/u, slashed],
  [word('day before yesterday'), back(2)],
  [/大前天/u, back(3)],
  [/前天|前日/u, back(2)],
  [word('yesterday'), back(1)],
  [/昨天|昨日/u, back(1)],
  [word('today'), back(0)],
  [/今天|今日/u, back(0)],
  [word('(\\d{1,3}) (day|week|month)s? ago'), ([, n, unit], { today }) => before(today, n, unit)],
  [new RegExp(`${COUNT}\\s?天前`, 'u'), ([, n], { today }) => before(today, n, 'day')],
  [new RegExp(`${COUNT}\\s?个?個?${WEEK}前`, 'u'), ([, n], { today }) => before(today, n, 'week')],
  [new RegExp(`${COUNT}\\s?[个個]月前`, 'u'), ([, n], { today }) => before(today, n, 'month')],
  [
    new RegExp(`上${WEEK}([一二三四五六日天])`, 'u'),
    ([, name], _, today) => [inWeek(today, chinese(name), -1)],
  ],
  [
    new RegExp(`[本这這]${WEEK}([一二三四五六日天])`, 'u'),
    ([, name], _, today) => [inWeek(today, chinese(name), 0)],
  ],
  [
    new RegExp(`${WEEK}([一二三四五六日天])`, 'u'),
    ([, name], _, today) => [lastDay(today, chinese(name), 0)],
  ],
  [word(`last ${DAY_NAME}`), lastNamed],
  [word(`(?:(?:on|this) )?${DAY_NAME}`), ([, name], _, today) => [lastDay(today, english(name), 0)]],
];

function word(source: string): RegExp {
  return new RegExp(START + source.replaceAll(' ', '\\s+') + END, 'iu');
}

/** The first date in the text, by the surest pattern; null where there is none. */
export function findDate(text: string, context: DateContext): DateFound | null {
  const today = dayNumber(context.today);
  if (today === undefined) return null;
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(text);
    const days = match && read(match, context, today);
    if (match && days)
      return { from: match.index, to: match.index + match[0].length, days: [...new Set(days)] };
  }
  return null;
}

const given = (...dates: Array<string | undefined>): string[] => dates.filter((date) => date !== undefined);

function back(days: number): Reader {
  return (_, __, today) => [dateOfDay(today - days)];
}

/** So long ago; a month is a calendar month, on its last day where it has no such day. */
function before(today: string, count = '', unit: string | undefined): string[] {
  const n = numberOf(count);
  const by = unit?.toLowerCase() === 'week' ? { weeks: n } : unit === 'month' ? { months: n } : { days: n };
  return [Temporal.PlainDate.from(today).subtract(by).toString()];
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return '一二三四五六七八九十'.indexOf(text.replace(/[两兩]/, '二')) + 1;
}

const monthOf = (name = ''): string =>
  String(
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
      name.slice(0, 3).toLowerCase(),
    ) + 1,
  );

/** A day and month without a year: the latest such day that is not in the future. 29 February: of the last leap year. */
function latest(month = '', day = '', today: number): string[] {
  const year = Number(dateOfDay(today).slice(0, 4));
  for (let back = 0; back <= 8; back++) {
    const date = `${year - back}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const number = dayNumber(date);
    if (number !== undefined && number <= today) return [date];
  }
  return [];
}

/** 3/5 and 13/5; 5/2024 and 1/2 of something else are no dates here. */
function slashed([, a, b]: RegExpExecArray, { order }: DateContext, today: number): string[] {
  const monthFirst = latest(a, b, today);
  const dayFirst = latest(b, a, today);
  if (order === 'month-first') return monthFirst.length > 0 ? monthFirst : dayFirst;
  if (order === 'day-first') return dayFirst.length > 0 ? dayFirst : monthFirst;
  return [...monthFirst, ...dayFirst];
}

const english = (name = ''): number => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());
const chinese = (name = ''): number => CHINESE_WEEKDAYS.indexOf(name === '天' ? '日' : name);
/** Day 0 of the count of days was a Thursday. */
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The last such weekday, today or earlier, less whole weeks. */
const lastDay = (today: number, name: number, weeks: number): string =>
  dateOfDay(today - ((weekday(today) - name + 7) % 7) - 7 * weeks);

/** That day of this week (0) or the one before (−1); weeks begin on Monday. */
const inWeek = (today: number, name: number, weeks: number): string =>
  dateOfDay(today - ((weekday(today) + 6) % 7) + ((name + 6) % 7) + 7 * weeks);

/** "last Monday" on a Wednesday: the day before yesterday to some, nine days ago to others. */
function lastNamed([, name]: RegExpExecArray, _: DateContext, today: number): string[] {
  const day = english(name);
  const recent = lastDay(today - 1, day, 0);
  const weekBefore = inWeek(today, day, -1);
  return [recent, weekBefore];
}
