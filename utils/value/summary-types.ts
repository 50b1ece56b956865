import type { EntryKind, SaleClass } from './ledger';

/** One calendar year of a customer's ledger; minor units of the base currency. */
export interface SummaryYear {
  year: number;
  net: number;
  /** What was sold, before refunds and costs, and in how many entries. */
  sales: number;
  saleCount: number;
  /** Sales by class. */
  classes: Partial<Record<SaleClass, number>>;
}

/** Something bought, in how many sales, and the first and last day of it. */
export interface Bought {
  name: string;
  sales: number;
  minor: number;
  firstDay: number;
  lastDay: number;
}

/** Entries that no rate could bring into the base currency: kept, shown, and in no sum. */
export interface Uncounted {
  currency: string;
  entries: number;
  /** Dates of the first and the last of them: a rate is needed from the first on. */
  from: string;
  to: string;
}

/**
 * What a ledger comes to, derived in the same transaction: all that models, reports and the sidebar need, so that none of
 * them reads ledgers. Sums are minor units of the base currency, days are day numbers since 1970-01-01. A customer without entries has none.
 */
export interface Summary {
  /** The customer's. */
  id: string;
  customerId: string;
  /** The base currency that the sums are in. */
  currency: string;
  /** The number of the base currency, rates and margin rate that it was made with; an older one is made again. */
  valuation: number;
  entries: number;
  uncounted: Uncounted[];
  net: number;
  sales: number;
  saleCount: number;
  /** What each kind adds to net: sales their margin, costs negative. */
  byKind: Partial<Record<EntryKind, number>>;
  /** By year, oldest first. */
  years: SummaryYear[];
  /** Purchase days (a day's orders are one purchase; one given back whole is none), oldest first, and what was paid. */
  days: number[];
  amounts: number[];
  products: Bought[];
  categories: Bought[];
  /** First and last sale, first and last entry of any kind; null where there is none. */
  firstSale: string | null;
  lastSale: string | null;
  firstEntry: string;
  lastEntry: string;
  /** Sales that name their cost of goods, and that cost. */
  costedSales: number;
  costOfGoods: number;
}
