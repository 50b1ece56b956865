import type { Tier } from '../customer/model';
import type { TierThresholds } from '../value/tiers';

/** How the customers of a ledger stand to each other: small enough to be read with every edit. */
export interface Ranking {
  customers: number;
  /** Annual net value of every n-th customer, best first; the first and the last among them. */
  annual: number[];
  every: number;
  /** The lowest annual value that is still best-core and core; Infinity where nobody is. */
  bestCoreFrom: number;
  coreFrom: number;
  /** What winning a customer has cost on the mean; 0 where the ledgers do not tell. */
  winningCosts: number;
}

export const NO_RANKING: Ranking = {
  customers: 0,
  annual: [],
  every: 1,
  bestCoreFrom: Number.MAX_VALUE,
  coreFrom: Number.MAX_VALUE,
  winningCosts: 0,
};

const MOST_KEPT = 2_000;

/** `sorted`: annual net values, best first. A customer is best-core while those before them bring less than the first share of all profit. */
export function rankingOf(
  sorted: Float64Array | readonly number[],
  shares: TierThresholds,
  winningCosts: number,
): Ranking {
  const every = Math.max(1, Math.ceil(sorted.length / MOST_KEPT));
  const annual: number[] = [];
  for (let i = 0; i < sorted.length; i += every) annual.push(sorted[i] as number);
  let profit = 0;
  for (const value of sorted) profit += Math.max(0, value);
  const from = { bestCore: Number.MAX_VALUE, core: Number.MAX_VALUE };
  let before = 0;
  for (const value of sorted) {
    if (!(value > 0)) break;
    if (before < shares.bestCore * profit) from.bestCore = value;
    if (before < shares.core * profit) from.core = value;
    before += value;
  }
  return {
    customers: sorted.length,
    ...{ annual, every, winningCosts },
    bestCoreFrom: from.bestCore,
    coreFrom: Math.min(from.core, from.bestCore),
  };
}

/** Equal values share a tier; zero or negative is expendable. */
export function tierAt({ bestCoreFrom, coreFrom }: Ranking, annual: number): Tier {
  if (annual <= 0) return 'expendable';
  if (annual >= bestCoreFrom) return 'best-core';
  return annual >= coreFrom ? 'core' : 'ordinary';
}

/** The place among all (1 the best; to within `every`), and the share of customers who bring less. */
export function rankOf(
  { annual, every, customers }: Ranking,
  value: number,
): { rank: number; percentile: number } {
  const above = first(annual, (kept) => kept <= value);
  const notBelow = first(annual, (kept) => kept < value);
  const below = Math.max(0, customers - notBelow * every);
  return {
    rank: Math.min(Math.max(1, customers), above * every + 1),
    percentile: customers > 1 ? Math.min(1, below / (customers - 1)) : 1,
  };
}

/** The first index for which `holds`, in an order where it does not and then does. */
function first(values: readonly number[], holds: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
