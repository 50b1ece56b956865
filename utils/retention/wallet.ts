import { dayNumber } from '../value/days';
import type { Wallet } from './model';

/** Our share of what a customer spends, by period (DOMAIN §3: share of wallet). */
export interface Share {
  fromDate: string;
  toDate: string;
  /** Our sales and all they spent, minor units of one currency. */
  ours: number;
  total: number;
  /** Purchases that `ours` is made of; null: somebody told the sum, which chance has no part in. */
  purchases: number | null;
  /** 0–1; never above 1: who told the total cannot have known less than we sold. */
  share: number;
}

/** What we sold them from `fromDay` to and with `toDay`. */
export interface Sold {
  minor: number;
  purchases: number;
}

/** The observations as shares, oldest first; one in another currency than `currency`, or of nothing, says nothing. */
export function sharesOf(
  wallets: readonly Wallet[],
  currency: string,
  sold: (fromDay: number, toDay: number) => Sold,
): Share[] {
  const shares: Share[] = [];
  for (const { fromDate, toDate, total, ours, deletedAt } of wallets) {
    const [from, to] = [dayNumber(fromDate), dayNumber(toDate)];
    if (deletedAt !== null || from === undefined || to === undefined || to < from) continue;
    // told by hand, both are in one currency, whatever the ledger is summed in
    if (total.currency !== (ours?.currency ?? currency) || total.minor <= 0) continue;
    const own = sold(from, to);
    const minor = ours?.minor ?? own.minor;
    const share = Math.min(1, Math.max(0, minor) / total.minor);
    shares.push({
      fromDate,
      toDate,
      ours: minor,
      total: total.minor,
      purchases: ours ? null : own.purchases,
      share,
    });
  }
  return shares.sort((a, b) => (a.toDate < b.toDate ? -1 : 1));
}

/** Standard deviation of the logarithm of what a customer says they spend: such totals are rough. */
export const WALLET_ERROR = 0.1;
const FELL = Math.log(0.9);
const SURE = -1.645;
/** The coefficient of variation of a purchase's amount where too few are known. */
const USUAL_CV = 0.5;

export interface ShareChange {
  before: Share;
  after: Share;
  /** ln(after ÷ before). */
  change: number;
  standardError: number;
  /** Our own sales did not fall. */
  oursRose: boolean;
  /** The share fell by more than a tenth, and more than chance explains (one-sided 5 %). */
  fell: boolean;
  rose: boolean;
}

/**
 * The last two shares compared: D = ln(s₂/s₁), SE² = (1 + cv²)(1/n₁ + 1/n₂) + σ_W². A partial defector is one whose purchases with us did
 * not fall (`oursRose`) while the share did. null with fewer than two observations. `amounts`: single purchases, for their variation.
 */
export function shareChange(shares: readonly Share[], amounts: readonly number[] = []): ShareChange | null {
  const after = shares.at(-1);
  const before = shares.at(-2);
  if (!before || !after || before.share <= 0) return null;
  const change = Math.log(Math.max(after.share, 1e-6) / before.share);
  const counts = chance(before) + chance(after);
  const standardError = Math.sqrt((1 + variation(amounts) ** 2) * counts + WALLET_ERROR ** 2);
  return {
    ...{ before, after, change, standardError },
    oursRose: after.ours >= before.ours,
    fell: change < FELL && change / standardError < SURE,
    rose: change > -FELL && change / standardError > -SURE,
  };
}

const chance = ({ purchases }: Share): number => (purchases === null ? 0 : 1 / Math.max(1, purchases));

function variation(amounts: readonly number[]): number {
  if (amounts.length < 3) return USUAL_CV;
  const mean = amounts.reduce((sum, a) => sum + a, 0) / amounts.length;
  if (!(mean > 0)) return USUAL_CV;
  const variance = amounts.reduce((sum, a) => sum + (a - mean) ** 2, 0) / (amounts.length - 1);
  return Math.sqrt(variance) / mean;
}

export type PartialDefection = 'partial' | 'shrinking' | null;

/** `partial`: buys as much from us as before and still less of what they need; `shrinking`: buys less and a smaller share. */
export function partialDefection(change: ShareChange | null): PartialDefection {
  if (!change?.fell) return null;
  return change.oursRose ? 'partial' : 'shrinking';
}
