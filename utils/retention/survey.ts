import { TIERS, type Tier } from '../customer/model';
import type { FailureCase } from './failure';
import {
  DIMENSIONS,
  type Dimension,
  type ReviewPoint,
  type Round,
  SATISFACTION_LEVELS,
  type Satisfaction,
  type SatisfactionLevel,
} from './model';

export interface Candidate {
  id: string;
  tier: Tier | null;
}

/** A small seeded generator (mulberry32): the same seed, the same sample. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How many of each tier are drawn: the best first, as each is worth more to hear from. */
const PART: Record<Tier, number> = { 'best-core': 0.4, core: 0.3, ordinary: 0.2, expendable: 0.1 };

/**
 * A random sample of `size`, stratified by tier: each tier its part, at least one where there are any, and what a small tier
 * cannot fill goes to the others. Customers without a tier count as ordinary. The same seed and customers give the same sample, whatever their order.
 */
export function drawSample(customers: readonly Candidate[], size: number, seed: number): Candidate[] {
  const random = seeded(seed);
  const strata = TIERS.map((tier) => ({ tier, all: [] as Candidate[], take: 0 }));
  for (const one of customers.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    strata.find(({ tier }) => tier === (one.tier ?? 'ordinary'))?.all.push(one);
  let left = Math.min(size, customers.length);
  for (const stratum of strata) {
    const wish = Math.max(stratum.all.length > 0 ? 1 : 0, Math.round(size * PART[stratum.tier]));
    stratum.take = Math.min(wish, stratum.all.length, left);
    left -= stratum.take;
  }
  for (const stratum of strata) {
    const more = Math.min(left, stratum.all.length - stratum.take);
    stratum.take += more;
    left -= more;
  }
  return strata.flatMap(({ all, take }) => shuffled(all, random).slice(0, take));
}

/** Fisher–Yates. */
function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const out = [...all];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

/**
 * Whom an investigation asks: who left, by a record or by their silence, or was recorded as buying a part elsewhere. Core customers first, and
 * of a tier who brought most.
 */
export function whoLeft(
  cases: ReadonlyArray<Pick<FailureCase, 'id' | 'tier' | 'stages' | 'defections' | 'yearlyValue'>>,
): Candidate[] {
  const rank = (tier: Tier | null) => (tier === null ? TIERS.length : TIERS.indexOf(tier));
  return cases
    .filter(({ stages, defections }) => defections.length > 0 || stages.at(-1)?.stage === 'lost')
    .toSorted((a, b) => rank(a.tier) - rank(b.tier) || b.yearlyValue - a.yearlyValue)
    .map(({ id, tier }) => ({ id, tier }));
}

export interface TierResult {
  tier: Tier | null;
  asked: number;
  answered: number;
  levels: Record<SatisfactionLevel, number>;
  /** Share of answers that are satisfied or very satisfied; null without answers. */
  satisfied: number | null;
  /** Mean perceived ÷ expected, of those who said. */
  ratios: Partial<Record<Dimension, number>>;
}

const noLevels = () =>
  Object.fromEntries(SATISFACTION_LEVELS.map((level) => [level, 0])) as Record<SatisfactionLevel, number>;

/** What a survey brought, by the tier that each customer had when they were drawn. */
export function surveyResults(round: Round, answers: readonly Satisfaction[]): TierResult[] {
  const byCustomer = new Map(
    answers
      .filter(({ roundId, deletedAt }) => roundId === round.id && deletedAt === null)
      .map((one) => [one.customerId, one]),
  );
  return [...TIERS, null].flatMap((tier) => {
    const asked = round.asked.filter((one) => one.tier === tier);
    if (asked.length === 0) return [];
    const found = asked.flatMap(({ customerId }) => byCustomer.get(customerId) ?? []);
    const levels = noLevels();
    for (const { level } of found) levels[level]++;
    const good = levels['very-satisfied'] + levels.satisfied;
    const satisfied = found.length > 0 ? good / found.length : null;
    return [
      { tier, asked: asked.length, answered: found.length, levels, satisfied, ratios: meanRatios(found) },
    ];
  });
}

export function meanRatios(answers: readonly Satisfaction[]): TierResult['ratios'] {
  const means: TierResult['ratios'] = {};
  for (const dimension of DIMENSIONS) {
    const known = answers.flatMap(({ ratios }) => ratios[dimension] ?? []);
    if (known.length > 0) means[dimension] = known.reduce((sum, v) => sum + v, 0) / known.length;
  }
  return means;
}

/** The two reviews of an investigation: which are due after so many interviews. */
export function reviewsDue({ asked, reviews }: Round): ReviewPoint[] {
  const done = asked.filter(({ answeredAt }) => answeredAt !== null).length / Math.max(1, asked.length);
  const due = [
    ['quarter', 0.25],
    ['three-quarters', 0.75],
  ] as const;
  return due.filter(([point, from]) => done >= from && !reviews[point]).map(([point]) => point);
}

/** How often the interviews of a round named each reason, the most frequent first; equal ones in the order in which they were named. */
export function reasonsNamed({ asked }: Pick<Round, 'asked'>): Array<{ code: string; times: number }> {
  const times = new Map<string, number>();
  for (const code of asked.flatMap(({ reasons }) => reasons)) times.set(code, (times.get(code) ?? 0) + 1);
  return [...times].map(([code, count]) => ({ code, times: count })).sort((a, b) => b.times - a.times);
}
