import type { Tier } from '../customer/model';
import { ENTRY_SIGNS, type EntryKind } from './ledger';
import type { RealisedValue } from './realised';

/** Shares of all positive profit: those who bring the first part are best-core, up to the second core. */
export interface TierThresholds {
  bestCore: number;
  core: number;
}
export const TIER_THRESHOLDS: TierThresholds = { bestCore: 0.5, core: 0.8 };

export interface Ranked {
  id: string;
  /** Annual net value, any one unit. */
  annual: number;
  /** Set by hand; stands whatever the ranking says. */
  pinned?: Tier;
}

/**
 * The tier of every customer (DOMAIN: tiers). Ranked by annual net value, a customer is best-core while those before them bring less than the first share, so the
 * one who crosses the line is in; equal values share a tier; zero or negative is expendable. A pin changes its customer only.
 */
export function tiers(customers: readonly Ranked[], thresholds = TIER_THRESHOLDS): Map<string, Tier> {
  const order = customers.toSorted((a, b) => b.annual - a.annual);
  const profit = order.reduce((sum, c) => sum + Math.max(0, c.annual), 0);
  const out = new Map<string, Tier>();
  let before = 0;
  let line = 0;
  order.forEach((customer, i) => {
    if (order[i - 1]?.annual !== customer.annual) line = before;
    const share = profit > 0 ? line / profit : 1;
    const tier: Tier =
      customer.annual <= 0
        ? 'expendable'
        : share < thresholds.bestCore
          ? 'best-core'
          : share < thresholds.core
            ? 'core'
            : 'ordinary';
    out.set(customer.id, customer.pinned ?? tier);
    before += Math.max(0, customer.annual);
  });
  return out;
}

const DAYS_PER_YEAR = 365.25;
/** A customer of a few weeks is not counted up to a year of them. */
const LEAST_YEARS = 1;

/** Net value per year of being a customer, at least one year. */
export const annualNet = (net: number, days: number): number =>
  net / Math.max(LEAST_YEARS, days / DAYS_PER_YEAR);

export interface Loss {
  /** Below zero. */
  net: number;
  /** What eats the margin, largest first; minor units, positive. `goods` is sales below their cost. */
  causes: Array<{ kind: Exclude<EntryKind, 'sale'> | 'goods'; minor: number }>;
}

/** What makes a customer's loss, or null where there is none. */
export function lossOf(value: Pick<RealisedValue, 'net' | 'byKind'>): Loss | null {
  if (value.net >= 0) return null;
  const causes: Loss['causes'] = [];
  for (const kind of Object.keys(ENTRY_SIGNS) as EntryKind[]) {
    const minor = -value.byKind[kind];
    if (minor > 0) causes.push({ kind: kind === 'sale' ? 'goods' : kind, minor });
  }
  return { net: value.net, causes: causes.sort((a, b) => b.minor - a.minor) };
}
