import { dayNumber, yearOf } from './days';
import { classifySales, ENTRY_SIGNS, type Entry, type SaleClass } from './ledger';
import type { Converter } from './rates';
import { type Movement, ordersUntil } from './rfm';
import type { Bought, Summary, SummaryYear, Uncounted } from './summary-types';

export interface SummaryContext {
  converter: Converter;
  /** Margin over sales that name no cost of goods. */
  marginRate: number;
  valuation: number;
}

/** Ledgers are kept in this order: by date, then as they were entered (ids sort by time). */
export const inOrder = (a: Entry, b: Entry): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * What the entries of a customer (in order, see {@link inOrder}) come to. `referred`: somebody referred them, so that every sale is one by referral.
 * An entry that no rate reaches is counted in `uncounted` and in nothing else. undefined without entries.
 */
export function summarise(
  customerId: string,
  entries: readonly Entry[],
  referred: boolean,
  context: SummaryContext,
): Summary | undefined {
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return undefined;
  const sums = new Sums(customerId, first.date, last.date, context);
  const classes = classifySales(entries, referred);
  entries.forEach((entry, i) => {
    sums.add(entry, classes[i] ?? null);
  });
  return sums.end(entries.length);
}

class Sums {
  private readonly sum: Summary;
  private readonly years = new Map<number, SummaryYear>();
  private readonly products = new Map<string, Bought>();
  private readonly categories = new Map<string, Bought>();
  private readonly uncounted = new Map<string, Uncounted>();
  private readonly movements: Movement[] = [];

  constructor(
    customerId: string,
    firstEntry: string,
    lastEntry: string,
    private readonly context: SummaryContext,
  ) {
    const none = { net: 0, sales: 0, saleCount: 0, byKind: {}, costedSales: 0, costOfGoods: 0 };
    const lists = { uncounted: [], years: [], days: [], amounts: [], products: [], categories: [] };
    const { converter, valuation } = context;
    this.sum = {
      id: customerId,
      ...{ customerId, currency: converter.base, valuation, entries: 0 },
      ...none,
      ...lists,
      ...{ firstSale: null, lastSale: null, firstEntry, lastEntry },
    };
  }

  add(entry: Entry, saleClass: SaleClass | null): void {
    const minor = this.context.converter.minor(entry.amount, entry.date);
    if (minor === undefined) {
      this.leaveOut(entry);
      return;
    }
    const cost = this.costOf(entry);
    const net = this.netOf(entry, minor, cost);
    const { sum } = this;
    sum.net += net;
    sum.byKind[entry.kind] = (sum.byKind[entry.kind] ?? 0) + net;
    const year = this.year(entry.date);
    year.net += net;
    if (entry.kind === 'sale') this.addSale(entry, minor, cost, year, saleClass);
    if (entry.kind === 'refund') this.move(entry, minor);
  }

  /** Cost of goods in the base currency. */
  private costOf({ costMinor, amount, date }: Entry): number | undefined {
    if (costMinor === null) return undefined;
    return this.context.converter.minor({ minor: costMinor, currency: amount.currency }, date);
  }

  private netOf(entry: Entry, minor: number, cost: number | undefined): number {
    if (entry.kind !== 'sale') return ENTRY_SIGNS[entry.kind] * minor;
    return cost === undefined ? Math.round(minor * this.context.marginRate) : minor - cost;
  }

  private addSale(
    entry: Entry,
    minor: number,
    cost: number | undefined,
    year: SummaryYear,
    saleClass: SaleClass | null,
  ): void {
    const { sum } = this;
    sum.sales += minor;
    sum.saleCount++;
    sum.firstSale ??= entry.date;
    sum.lastSale = entry.date;
    year.sales += minor;
    year.saleCount++;
    if (saleClass) year.classes[saleClass] = (year.classes[saleClass] ?? 0) + minor;
    if (cost !== undefined) {
      sum.costedSales += minor;
      sum.costOfGoods += cost;
    }
    const day = this.move(entry, minor);
    bought(this.products, entry.product, minor, day);
    bought(this.categories, entry.category, minor, day);
  }

  private move({ date, kind, product }: Entry, amount: number): number {
    const day = dayNumber(date) ?? 0;
    if (kind === 'sale' || kind === 'refund')
      this.movements.push({ day, kind, amount, ...(product && { product }) });
    return day;
  }

  private year(date: string): SummaryYear {
    const year = yearOf(date);
    const known = this.years.get(year) ?? { year, net: 0, sales: 0, saleCount: 0, classes: {} };
    this.years.set(year, known);
    return known;
  }

  private leaveOut({ amount: { currency }, date }: Entry): void {
    const known = this.uncounted.get(currency) ?? { currency, entries: 0, from: date, to: date };
    known.entries++;
    known.to = date;
    this.uncounted.set(currency, known);
  }

  end(entries: number): Summary {
    const { days, amounts } = ordersUntil(this.movements, Number.POSITIVE_INFINITY);
    return {
      ...this.sum,
      ...{ entries, days, amounts },
      uncounted: [...this.uncounted.values()],
      years: [...this.years.values()].sort((a, b) => a.year - b.year),
      products: [...this.products.values()],
      categories: [...this.categories.values()],
    };
  }
}

function bought(into: Map<string, Bought>, name: string, minor: number, day: number): void {
  if (name === '') return;
  const known = into.get(name);
  if (!known) into.set(name, { name, sales: 1, minor, firstDay: day, lastDay: day });
  else {
    known.sales++;
    known.minor += minor;
    known.lastDay = day;
  }
}
