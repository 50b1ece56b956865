import type { Money } from '../money';

/** What one unit of `currency` was worth in the base currency from `date` on, until the next dated rate. */
export interface DatedRate {
  currency: string;
  date: string;
  rate: number;
}

/** Digits after the point of a currency: 2 for CNY, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const how = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return how.maximumFractionDigits ?? 2;
}

/** An amount in the base currency, by the latest rate on or before `date`; undefined where there is none. */
export function convert(
  money: Money,
  base: string,
  date: string,
  rates: readonly DatedRate[],
): Money | undefined {
  if (money.currency === base) return money;
  let best: DatedRate | undefined;
  for (const rate of rates) {
    if (rate.currency !== money.currency || rate.date > date) continue;
    if (!best || rate.date > best.date) best = rate;
  }
  if (!best || !(best.rate > 0)) return undefined;
  const major = money.minor / 10 ** minorDigits(money.currency);
  return { minor: Math.round(major * best.rate * 10 ** minorDigits(base)), currency: base };
}
