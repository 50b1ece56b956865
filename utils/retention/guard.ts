import type { Tier } from '../customer/model';
import { GUARD_ITEMS, type Guard, type GuardItem } from './model';

const DAY_MS = 86_400_000;
/** Customers of these tiers are key accounts, the best first: their check-list is kept. */
export const KEY_TIERS = ['best-core', 'core'] as const;
export type KeyTier = (typeof KEY_TIERS)[number];

/** null: no key account. */
export const keyTierOf = (tier: Tier | null): KeyTier | null => KEY_TIERS.find((one) => one === tier) ?? null;

/** A check older than this is to be made again. */
export const GUARD_DAYS = 90;
/** Ratings below this are gaps. */
const GOOD = 3;

export interface GuardState {
  /** Rated low, never checked, or checked too long ago: the oldest first. */
  gaps: Array<{ item: GuardItem; why: 'low' | 'never' | 'old'; rating: number | null; at: number | null }>;
  /** When the next check is due, epoch ms; 0: at once. */
  dueAt: number;
  /** Mean rating; null: nothing checked. */
  mean: number | null;
}

/** `guard` null: the list has never been begun. */
export function guardState(guard: Pick<Guard, 'checks'> | null, now: number): GuardState {
  const checks = GUARD_ITEMS.map((item) => ({ item, check: guard?.checks[item] ?? null }));
  const gaps = checks.flatMap(({ item, check }): GuardState['gaps'] => {
    if (!check) return [{ item, why: 'never' as const, rating: null, at: null }];
    const why = check.rating < GOOD ? 'low' : now - check.at > GUARD_DAYS * DAY_MS ? 'old' : null;
    return why ? [{ item, why, rating: check.rating, at: check.at }] : [];
  });
  const rated = checks.flatMap(({ check }) => (check ? [check.rating] : []));
  return {
    gaps: gaps.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)),
    dueAt: guardDueAt(guard),
    mean: rated.length > 0 ? rated.reduce((sum, r) => sum + r, 0) / rated.length : null,
  };
}

/** The oldest check decides. */
export function guardDueAt(guard: Pick<Guard, 'checks'> | null): number {
  const oldest = Math.min(...GUARD_ITEMS.map((item) => guard?.checks[item]?.at ?? 0));
  return oldest === 0 ? 0 : oldest + GUARD_DAYS * DAY_MS;
}
