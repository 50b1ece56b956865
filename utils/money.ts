import * as z from 'zod/mini';

/** An amount of money: integer minor units (cents, fen; yen itself) with its ISO 4217 code. */
export const Money = z.object({
  minor: z.int(),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, { error: 'not an ISO 4217 code' })),
});
export type Money = z.infer<typeof Money>;

/** Decimal digits of a currency's minor unit (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const UNITS: Record<string, number> = { k: 1e3, m: 1e6, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/**
 * Reads an amount as people type it: `12,345.60`, `12 345,60`, `-50`, `1.2万`, `3k`. null where it is none,
 * or too large to be kept exactly. A lone comma with one or two digits behind it is a decimal comma.
 */
export function parseAmount(text: string, currency: string): Money | null {
  const found = /^([-−]?)([\d.,'’\s]*\d)\s*([km千万萬亿億]?)$/i.exec(text.normalize('NFKC').trim());
  const [, sign, digits, unit] = found ?? [];
  if (digits === undefined) return null;
  const plain = digits.replace(/[\s'’]/g, '');
  const english = /,\d{1,2}$/.test(plain) && !/,.*,/.test(plain) ? swapMarks(plain) : plain;
  if (!/^(\d+|\d{1,3}(,\d{2,4})+)?(\.\d+)?$/.test(english)) return null;
  const scale = (UNITS[unit?.toLowerCase() ?? ''] ?? 1) * 10 ** minorDigits(currency);
  const minor = Math.round(Number(english.replaceAll(',', '')) * scale);
  if (!Number.isSafeInteger(minor)) return null;
  return { minor: sign && minor !== 0 ? -minor : minor, currency };
}

const swapMarks = (text: string) => text.replaceAll('.', '').replace(',', '.');

/** The amount as a plain decimal number, for an input: `1234.50`. */
export const amountText = ({ minor, currency }: Money): string => {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(minor % 10 ** digits === 0 ? 0 : digits);
};
