import * as z from 'zod/mini';

/** An amount of money: integer minor units (cents, fen; yen itself) with its ISO 4217 code. */
export const Money = z.object({
  minor: z.int(),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, { error: 'not an ISO 4217 code' })),
});
export type Money = z.infer<typeof Money>;

/** Digits after the point in this currency: 2 for USD, 0 for JPY. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * An amount in the reader's way (`locale` is a BCP 47 tag). `compact` shortens what has five digits or more:
 * $12.9K, ¥128万.
 */
export function formatMoney(money: Money, locale: string, { compact = false } = {}): string {
  const amount = money.minor / 10 ** minorDigits(money.currency);
  const short = compact && Math.abs(amount) >= 10_000;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    ...(short && { notation: 'compact', maximumSignificantDigits: 3 }),
    ...(compact && !short && { maximumFractionDigits: 0, minimumFractionDigits: 0 }),
  }).format(amount);
}

const UNITS: Record<string, number> = { '': 1, k: 1e3, m: 1e6, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/**
 * Reads what people type: `12,500.50` · `12500` · `-3k` · `1.2万`. Commas group digits in threes or fours.
 * null: not an amount, an unknown currency, or more than an integer can hold exactly.
 */
export function parseMoney(text: string, currency: string): Money | null {
  if (!Money.shape.currency.safeParse(currency).success) return null;
  const found = /^([-−]?)(\d+|\d{1,4}(?:,\d{3,4})+)(?:\.(\d+))?\s*([km万萬亿億]?)$/i.exec(
    text.trim().normalize('NFKC'),
  );
  if (!found) return null;
  const [, sign, whole = '', part = '', unit = ''] = found;
  const amount = Number(`${whole.replaceAll(',', '')}.${part || '0'}`) * (UNITS[unit.toLowerCase()] ?? 1);
  const minor = Math.round(amount * 10 ** minorDigits(currency));
  return Number.isSafeInteger(minor) ? { minor: sign && minor !== 0 ? -minor : minor, currency } : null;
}
