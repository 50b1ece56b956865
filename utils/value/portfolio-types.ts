import type { Stage, Tier } from '../customer/model';
import type { Loyalty } from './insight-types';
import type { EntryKind, SaleClass } from './ledger';
import type { Uncounted } from './summary-types';

/** One point of the whale curve: what the best `customers` bring together. */
export interface WhalePoint {
  customers: number;
  /** Cumulative profit (minor units) and its share of the total. */
  profit: number;
  share: number;
  /** Places of the customers since the point before, for {@link InsightQuery.ranks}. */
  ranks: [from: number, to: number];
}

export interface TierTotal {
  tier: Tier;
  customers: number;
  annual: number;
  net: number;
  next: number;
  /** The lowest annual net value that ranks there; null where nobody does. */
  from: number | null;
}

export interface YearTotal {
  year: number;
  /** Customers with an entry in that year. */
  customers: number;
  net: number;
  sales: number;
  perCustomer: number;
}

/** Those whose first purchase was in `cohort`, year by year. */
export interface CohortTotal {
  cohort: number;
  customers: number;
  years: Array<{ year: number; buying: number; net: number; sales: number }>;
}

export interface MixTotal {
  year: number;
  class: SaleClass;
  sales: number;
  customers: number;
}

/** The totals that the reports are drawn from, worked out in the background; minor units of `currency`. */
export interface Portfolio {
  currency: string;
  /** Customers with a ledger. */
  customers: number;
  entries: number;
  net: number;
  sales: number;
  /** Expected within the horizon, over all customers. */
  next: number;
  whale: { points: WhalePoint[]; total: number; peak: number; peakAt: number; destroyed: number } | null;
  gini: number | null;
  /** What the best fifth brings of all profit. */
  topFifth: number | null;
  tiers: TierTotal[];
  /** Live customers by stage and tier; tier null: no ledger. */
  stages: Array<{ stage: Stage; tier: Tier | null; customers: number }>;
  years: YearTotal[];
  cohorts: CohortTotal[];
  mix: MixTotal[];
  conversion: Array<{ loyalty: Loyalty; customers: number; net: number }>;
  losing: {
    customers: number;
    share: number;
    minor: number;
    causes: Array<{ kind: Exclude<EntryKind, 'sale'> | 'goods'; minor: number; customers: number }>;
  };
  /** What the rates do not reach. */
  uncounted: Uncounted[];
  /** What the what-if questions start from. */
  base: {
    /** Customers who bought in the year before last, and how many of them bought in the last one. */
    bought: number;
    boughtAgain: number;
    retention: number | null;
    /** Mean net value a year of a customer who buys; of one customer's horizon; what winning one has cost, serving one costs a year. */
    profitPerYear: number;
    expectedPerCustomer: number;
    acquisitionCost: number | null;
    serviceCostPerYear: number;
  };
  horizonDays: number;
  modelId: string | null;
  valuation: number;
  asOf: string;
  computedAt: number;
}

/** What the points of the reports lead to: the customers behind one of them. All that is given must hold. */
export interface InsightFilter {
  tier?: Tier;
  lossMaking?: boolean;
  /** Places by annual net value. */
  ranks?: [from: number, to: number];
  cohort?: number;
  /** With an entry in that year. */
  year?: number;
  /** With a sale of that class (in `year`, where given). */
  class?: SaleClass;
  loyalty?: Loyalty;
}
