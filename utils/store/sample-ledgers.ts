import type { Money } from '../money';
import type { Entry } from '../value/ledger';
import { newEntry, newRate } from './drafts';
import { SAMPLE_RATES, type SampleBuying } from './sample-buying';
import type { WorkedPerson } from './sample-worked';
import type { Draft } from './types';

type Units = (major: number) => Money;

/** The entries of a sample customer: purchases in their rhythm, so that all comes to `total` whole units. `day`: the date so many days from now. */
export function entriesOf(
  { from, to, every, stray, growth, goods, costs }: SampleBuying,
  total: number,
  money: Units,
  day: (days: number) => string,
): Entry[] {
  const days: number[] = [];
  for (let ago = from, i = 0; ago >= to; i++) {
    days.push(Math.round(ago));
    ago -= Math.max(2, every * (1 + stray * (((i * 7) % 11) / 5 - 1)));
  }
  const weights = days.map((_, i) => growth ** i * (0.8 + ((i * 5) % 7) / 15));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const sales = total + costs.reduce((sum, [, , units]) => sum + units, 0);
  let left = sales;
  const bought = days.map((ago, i) => {
    const units = i === days.length - 1 ? left : Math.round((sales * (weights[i] ?? 0)) / whole);
    left -= units;
    const [product = '', category = ''] = goods[i % goods.length] ?? [];
    return newEntry({ date: day(-ago), kind: 'sale', amount: money(units), product, category });
  });
  const paid = costs.map(([ago, kind, units]) => newEntry({ date: day(-ago), kind, amount: money(units) }));
  return inDates([...bought, ...paid]);
}

/** The entries of somebody in the worked example, in the middle of each year before `year`. */
export const workedEntries = ({ facts }: WorkedPerson, money: Units, year: number): Entry[] =>
  inDates(
    facts.map(([ago, kind, units, product]) =>
      newEntry({
        date: `${year - ago}-${kind === 'acquisition' ? '02' : kind === 'service' ? '11' : '05'}-10`,
        kind,
        amount: money(units),
        product,
        category: product,
      }),
    ),
  );

const inDates = (entries: Entry[]): Entry[] =>
  entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** Rates into US dollars for every year of the sample ledgers. */
export const sampleRates = (year: number): Draft<'rates'>[] =>
  Object.entries(SAMPLE_RATES).flatMap(([currency, rates]) =>
    rates.map((rate, ago) =>
      newRate({ currency, base: 'USD', date: `${year - ago}-01-01`, rate, sample: true }),
    ),
  );
