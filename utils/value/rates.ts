import * as z from 'zod/mini';
import { CalendarDate, stamped } from '../customer/model';
import { type Money, minorDigits } from '../money';

const code = z.string().check(z.regex(/^[A-Z]{3}$/, { error: 'not an ISO 4217 code' }));

/** What one unit of `currency` was worth in `base` from `date` on, until the next dated rate of the same pair. */
export const Rate = z.object({
  ...stamped,
  currency: code,
  base: code,
  date: CalendarDate,
  rate: z.number().check(z.positive(), z.maximum(1e12)),
  /** Part of the sample data, which can be removed whole. */
  sample: z.boolean(),
});
export type Rate = z.infer<typeof Rate>;
export type DatedRate = Pick<Rate, 'currency' | 'base' | 'date' | 'rate'>;

interface Dated {
  date: string;
  rate: number;
}

/**
 * Converts amounts into one base currency by the rate of a date or the last before it: a rate into the base itself, else one out of it
 * turned round, else both over a third currency. Where there is none the amount has no value: it is never taken as zero.
 */
export class Converter {
  private readonly pairs = new Map<string, Dated[]>();
  private readonly others = new Set<string>();

  constructor(
    readonly base: string,
    rates: readonly DatedRate[],
  ) {
    for (const { currency, base: into, date, rate } of rates) {
      if (!(rate > 0) || currency === into) continue;
      this.add(currency, into, { date, rate });
      this.add(into, currency, { date, rate: 1 / rate });
      this.others.add(currency).add(into);
    }
    for (const list of this.pairs.values()) list.sort((a, b) => (a.date < b.date ? -1 : 1));
  }

  private add(from: string, into: string, dated: Dated): void {
    const key = `${from}:${into}`;
    const list = this.pairs.get(key);
    if (list) list.push(dated);
    else this.pairs.set(key, [dated]);
  }

  private at(from: string, into: string, date: string): number | undefined {
    const list = this.pairs.get(`${from}:${into}`) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.date ?? '') <= date) low = middle + 1;
      else high = middle;
    }
    return list[low - 1]?.rate;
  }

  /** What one unit of `currency` was worth on `date`; undefined where no rate is known for it. */
  rate(currency: string, date: string): number | undefined {
    if (currency === this.base) return 1;
    const direct = this.at(currency, this.base, date);
    if (direct !== undefined) return direct;
    for (const third of this.others) {
      const first = this.at(currency, third, date);
      const second = first === undefined ? undefined : this.at(third, this.base, date);
      if (first !== undefined && second !== undefined) return first * second;
    }
    return undefined;
  }

  /** Minor units of the base currency, rounded; undefined where there is no rate. */
  minor(money: Money, date: string): number | undefined {
    if (money.currency === this.base) return money.minor;
    const rate = this.rate(money.currency, date);
    if (rate === undefined) return undefined;
    const scale = 10 ** (minorDigits(this.base) - minorDigits(money.currency));
    return Math.round(money.minor * rate * scale);
  }
}
