import * as z from 'zod/mini';
import { numberFormat } from './intl';

/** An amount of money: integer minor units (cents, fen; yen itself) with its ISO 4217 code. */
export const Money = z.object({
  minor: z.int(),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, { error: 'not an ISO 4217 code' })),
});
export type Money = z.infer<typeof Money>;

/** Decimal digits of a currency's minor unit: USD 2, JPY 0, KWD 3. Throws RangeError for what is no code. */
export function minorDigits(currency: string): number {
  const { maximumFractionDigits } = currencyFormat('en', currency, {}).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

const currencyFormat = (tag: string, currency: string, options: Intl.NumberFormatOptions) =>
  numberFormat(tag, { style: 'currency', currency, ...options });

/**
 * An amount in the reader's way of writing (`localeTag`, BCP 47). Minor units are shown where there are any.
 * `compact` for tight places: whole units, and from five digits on shortened ($12.9K, ¥128万, ¥3亿).
 */
export function formatMoney(money: Money, localeTag: string, { compact = false } = {}): string {
  const amount = money.minor / 10 ** minorDigits(money.currency);
  const short: Intl.NumberFormatOptions =
    Math.abs(amount) >= 10_000
      ? { notation: 'compact', maximumSignificantDigits: 3 }
      : { maximumFractionDigits: 0 };
  const options: Intl.NumberFormatOptions = compact ? short : { trailingZeroDisplay: 'stripIfInteger' };
  return currencyFormat(localeTag, money.currency, options).format(amount);
}

export type MoneyProblem =
  | 'empty'
  | 'not-a-number'
  | 'bad-currency'
  | 'other-currency'
  | 'too-precise'
  | 'too-large';
export type ParsedMoney = { ok: true; money: Money } | { ok: false; problem: MoneyProblem };

/** Multipliers behind a number, as powers of ten. */
const POWERS: Record<string, number> = {
  千: 3,
  k: 3,
  万: 4,
  萬: 4,
  百万: 6,
  百萬: 6,
  m: 6,
  千万: 7,
  千萬: 7,
  亿: 8,
  億: 8,
  b: 9,
  bn: 9,
};
const NAMED: Record<string, readonly string[]> = {
  元: ['CNY', 'TWD', 'HKD', 'MOP'],
  圆: ['CNY'],
  圓: ['TWD', 'HKD'],
  円: ['JPY'],
  块: ['CNY'],
  人民币: ['CNY'],
  RMB: ['CNY'],
};

/**
 * Reads an amount as people write it: `1,234.56`, `1.234,56`, `1 234,56`, full-width, `1.2万`, `3k`, `¥`, `$`, `元`,
 * a minus or brackets. One separator with three digits behind it is read as the locale has it. A sign or code of
 * another currency is refused, and so is more precision than the currency has: nothing is rounded unasked.
 */
export function parseMoney(text: string, currency: string, localeTag: string): ParsedMoney {
  const problem = (of: MoneyProblem): ParsedMoney => ({ ok: false, problem: of });
  if (!/^[A-Z]{3}$/.test(currency)) return problem('bad-currency');
  if (text.length > 100) return problem('not-a-number');
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  if (plain === '') return problem('empty');
  const bare = withoutCurrency(plain, currency);
  if (bare === null) return problem('other-currency');
  const unsigned = bare.replace(/[\s'’_]/gu, '');
  const match = /^(?:\((.+)\)|(-?)(.+?)(-?))$/u.exec(unsigned);
  const body = /^([\d.,]+)(\p{L}*)$/u.exec(match?.[1] ?? match?.[3] ?? '');
  const power = body?.[2] ? POWERS[body[2].toLowerCase()] : 0;
  const decimal = body?.[1] ? decimalOf(body[1], localeTag) : null;
  if (!match || !decimal || power === undefined) return problem('not-a-number');
  const negative = match[1] !== undefined || match[2] === '-' || match[4] === '-';
  return minorOf(decimal, power + minorDigits(currency), negative, currency);
}

/** The text without the currency's own sign, name or code; null where it names another currency. */
function withoutCurrency(text: string, currency: string): string | null {
  const sign = currencyFormat('en', currency, {})
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  const mine = narrowSign(currency);
  let foreign = false;
  const bare = text
    .replace(/人民币|RMB|[元圆圓円块]/giu, (name) => {
      if (!NAMED[name.toUpperCase()]?.includes(currency)) foreign = true;
      return ' ';
    })
    .replace(/(?:(?<![\d\p{L}])[A-Z]{1,3})?(\p{Sc})(?:[A-Z]{1,3}(?!\p{L}))?/gu, (whole, one: string) => {
      if (whole !== sign && one !== mine) foreign = true;
      return ' ';
    })
    .replace(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu, (code) => {
      if (code !== currency) foreign = true;
      return ' ';
    });
  return foreign ? null : bare;
}

function narrowSign(currency: string): string {
  const format = numberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  const sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? '';
  return /\p{Sc}/u.exec(sign)?.[0] ?? sign;
}

interface Decimal {
  whole: string;
  fraction: string;
}

/** Which of `.` and `,` is the decimal mark, and the digits around it; null where it is no number. */
function decimalOf(body: string, localeTag: string): Decimal | null {
  const marks = body.replace(/\d/g, '');
  const last = marks.slice(-1);
  const alone = marks.length === 1;
  const mixed = new Set(marks).size === 2;
  const decimal =
    (mixed && marks.indexOf(last) === marks.length - 1) || (alone && isDecimal(body, last, localeTag));
  const at = decimal ? body.lastIndexOf(last) : body.length;
  const whole = body.slice(0, at);
  const fraction = body.slice(at + 1);
  if (!/^(?:\d*|\d{1,3}([.,])(?:\d{2,3}\1)*\d{3})$/.test(whole)) return null;
  if (mixed && !decimal) return null;
  const digits = whole.replace(/\D/g, '');
  return digits === '' && fraction === '' ? null : { whole: digits, fraction };
}

/** A single mark: three digits behind it are a group where the locale groups with it, all else is decimal. */
function isDecimal(body: string, mark: string, localeTag: string): boolean {
  if (!/^\d{1,3}[.,]\d{3}$/.test(body) || body.startsWith('0')) return true;
  const parts = numberFormat(localeTag).formatToParts(1_234_567.5);
  return parts.find(({ type }) => type === 'group')?.value !== mark;
}

/** Exact: the digits are moved, not multiplied. */
function minorOf(
  { whole, fraction }: Decimal,
  shift: number,
  negative: boolean,
  currency: string,
): ParsedMoney {
  if (/[1-9]/.test(fraction.slice(shift))) return { ok: false, problem: 'too-precise' };
  const minor = Number(whole + fraction.slice(0, shift).padEnd(shift, '0'));
  if (!Number.isSafeInteger(minor)) return { ok: false, problem: 'too-large' };
  return { ok: true, money: { minor: negative && minor > 0 ? -minor : minor, currency } };
}

/** The amount as a plain decimal number, for an input: `1234.50`. */
export function amountText({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const scale = 10 ** digits;
  return (minor / scale).toFixed(minor % scale === 0 ? 0 : digits);
}
