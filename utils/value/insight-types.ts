import type { RiskLevel, Tier } from '../customer/model';
import type { EntryKind, SaleClass } from './ledger';
import type { Offer } from './next-offer';
import type { YearValue } from './realised';
import type { Loss } from './tiers';
import type { IndexPart } from './value-index';
import type { LossOfCustomer } from './what-if';

/** Of customers who have bought: once, more often, or often and still likely to. */
export const LOYALTIES = ['one-time', 'repeat', 'loyal'] as const;
export type Loyalty = (typeof LOYALTIES)[number];

/** What the purchase model says of one customer, for the horizon. */
export interface Outlook {
  /** Purchases after the first; weeks from the first to the last of them; weeks from the first to `asOf`. */
  x: number;
  tx: number;
  T: number;
  pAlive: number;
  /** The probability of a purchase within the horizon. */
  pActive: number;
  /** Expected purchases within the horizon, and the same discounted to today. */
  expected: number;
  discounted: number;
  /** Expected spend per purchase, and what is left of `discounted` of them after goods and service: minor units. */
  meanSpend: number;
  value: number;
  margin: number;
  serviceCost: number;
  /** 0 (sure to buy within the horizon) to 100 (sure not to), from the purchase history alone. */
  risk: number;
}

/** One year: `active` where the customer has entries of their own in it; their sales, and those by class. */
export interface InsightYear extends YearValue {
  active: boolean;
  sales: number;
  classes: Partial<Record<SaleClass, number>>;
}

/** The whole risk of a customer (DOMAIN: early warning). */
export interface RiskFigure {
  /** 0–100. */
  score: number;
  level: RiskLevel;
  /** What speaks for it, weightiest first; the interface translates `part`. */
  parts: Array<{ part: string; score: number; share: number; facts: Record<string, number | string> }>;
  /** Parts of which nothing is known. */
  missing: string[];
}

/**
 * What a customer is worth, as last worked out: read by sidebar, lists and reports, and made again from the summaries at any time.
 * Sums are minor units of `currency`. There is one for every live customer with a ledger or with referrals that have one.
 */
export interface Insight {
  /** The customer's. */
  id: string;
  customerId: string;
  currency: string;
  net: number;
  /** Net value per year of being a customer. */
  annual: number;
  sales: number;
  byKind: Partial<Record<EntryKind, number>>;
  /** Own and referred by year, oldest first. */
  years: InsightYear[];
  /** Net value of everybody they referred, directly or through others, and how many those are. */
  referred: number;
  referrals: number;
  /** What is expected of those they referred, within the horizon. */
  referredNext: number;
  /** Entries that no rate could bring into the base currency. */
  uncounted: number;
  /** null: they have not bought yet, or no model is fitted. */
  outlook: Outlook | null;
  /** Value index 0–100; null where nothing is known. Parts with their share of the weight, and what is not known. */
  index: number | null;
  parts: Array<{ part: IndexPart; score: number; share: number }>;
  missing: IndexPart[];
  /** As shown: pinned by hand or as ranked; `rankedTier` is the ranking's. */
  tier: Tier;
  rankedTier: Tier;
  /** Place by annual net value, 1 the best; share of customers below, 0–1. */
  rank: number;
  percentile: number;
  loss: Loss | null;
  loyalty: Loyalty | null;
  /** Purchases, year of the first one, and sales by class. */
  purchases: number;
  cohort: number | null;
  classes: Partial<Record<SaleClass, number>>;
  offers: Offer[];
  /** What losing them would cost. */
  losing: LossOfCustomer;
  /** null: not worked out. */
  risk: RiskFigure | null;
  /** The model that `outlook` is by; null: none. */
  modelId: string | null;
  valuation: number;
  /** The day that "today" was, and the instant at which it was worked out. */
  asOf: string;
  computedAt: number;
}
