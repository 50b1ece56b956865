import type { Customer } from '../customer/model';
import { yearOf } from '../value/days';
import type { Insight, InsightYear, Loyalty, Outlook } from '../value/insight-types';
import { ENTRY_SIGNS, type EntryKind, type SaleClass } from '../value/ledger';
import type { Offer } from '../value/next-offer';
import type { YearValue } from '../value/realised';
import type { ValueSettings } from '../value/settings';
import type { Summary } from '../value/summary-types';
import { annualNet, lossOf } from '../value/tiers';
import { type IndexFacts, valueIndex } from '../value/value-index';
import { costOfLosing } from '../value/what-if';
import { type Ranking, rankOf, tierAt } from './ranking';

/** What the customers that somebody referred come to. */
export interface Branch {
  referred: number;
  referrals: number;
  referredNext: number;
  years: YearValue[];
}
export const NO_BRANCH: Branch = { referred: 0, referrals: 0, referredNext: 0, years: [] };

export interface InsightContext {
  settings: ValueSettings;
  ranking: Ranking;
  modelId: string | null;
  valuation: number;
  /** `YYYY-MM-DD` and day number of today, and the instant. */
  asOf: string;
  today: number;
  now: number;
}

export type Judged = Pick<Customer, 'tierPinned' | 'ratings'>;

export interface InsightFacts {
  id: string;
  /** null: no ledger of their own. */
  summary: Summary | null;
  customer: Judged;
  branch: Branch;
  outlook: Outlook | null;
  offers: Offer[];
  /** The exact place, where the ranking of all is at hand. */
  rank?: number;
}

/** Net value per year of being a customer. */
export const annualOf = (summary: Pick<Summary, 'days' | 'net'>, today: number): number =>
  annualNet(summary.net, today - (summary.days[0] ?? today));

/** All that is told of one customer. */
export function insightOf(facts: InsightFacts, context: InsightContext): Insight {
  const { id, summary, customer, branch, outlook, offers } = facts;
  const { settings, ranking, asOf, now, modelId, valuation } = context;
  const annual = summary ? annualOf(summary, context.today) : 0;
  const place = rankOf(ranking, annual);
  const rankedTier = tierAt(ranking, annual);
  const indexed = valueIndex(indexFacts(facts, place.percentile, context.today), settings.indexWeights);
  const byKind = fullKinds(summary?.byKind ?? {});
  const losing = costOfLosing({
    expectedValue: outlook?.value ?? 0,
    expectedReferralValue: branch.referredNext,
    acquisitionCost: ranking.winningCosts,
  });
  return {
    ...{ id, customerId: id, currency: settings.currency, annual: Math.round(annual) },
    ...{ net: summary?.net ?? 0, sales: summary?.sales ?? 0, byKind: summary?.byKind ?? {} },
    years: mergedYears(summary, branch.years),
    ...{ referred: branch.referred, referrals: branch.referrals, referredNext: branch.referredNext },
    uncounted: (summary?.uncounted ?? []).reduce((sum, one) => sum + one.entries, 0),
    ...{ outlook, ...indexed, rankedTier, tier: customer.tierPinned ?? rankedTier },
    ...{ rank: facts.rank ?? place.rank, percentile: place.percentile },
    loss: lossOf({ net: summary?.net ?? 0, byKind }),
    loyalty: loyaltyOf(summary, outlook),
    purchases: summary?.days.length ?? 0,
    cohort: summary?.firstSale ? yearOf(summary.firstSale) : null,
    classes: classesOf(summary),
    ...{ offers, losing, risk: null, modelId: outlook ? modelId : null, valuation, asOf, computedAt: now },
  };
}

const fullKinds = (some: Partial<Record<EntryKind, number>>): Record<EntryKind, number> =>
  Object.fromEntries(Object.keys(ENTRY_SIGNS).map((kind) => [kind, some[kind as EntryKind] ?? 0])) as Record<
    EntryKind,
    number
  >;

/** From so many purchases on, and still likely to buy, a customer is loyal. */
const LOYAL_FROM = 4;
const LIKELY = 0.5;

export function loyaltyOf(summary: Pick<Summary, 'days'> | null, outlook: Outlook | null): Loyalty | null {
  const purchases = summary?.days.length ?? 0;
  if (purchases === 0) return null;
  if (purchases === 1) return 'one-time';
  return purchases >= LOYAL_FROM && (outlook?.pAlive ?? 1) >= LIKELY ? 'loyal' : 'repeat';
}

function mergedYears(summary: Summary | null, referred: readonly YearValue[]): InsightYear[] {
  const years = new Map<number, InsightYear>();
  for (const { year, net, sales, classes } of summary?.years ?? [])
    years.set(year, { year, own: net, referred: 0, total: net, active: true, sales, classes });
  for (const { year, own } of referred) {
    const known = years.get(year) ?? {
      year,
      own: 0,
      referred: 0,
      total: 0,
      active: false,
      sales: 0,
      classes: {},
    };
    years.set(year, { ...known, referred: own, total: known.own + own });
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

function classesOf(summary: Summary | null): Partial<Record<SaleClass, number>> {
  const classes: Partial<Record<SaleClass, number>> = {};
  for (const year of summary?.years ?? [])
    for (const [name, minor] of Object.entries(year.classes) as Array<[SaleClass, number]>)
      classes[name] = (classes[name] ?? 0) + minor;
  return classes;
}

/** A year back from today, in days. */
const YEAR = 365;

function indexFacts(
  { summary, customer: { ratings }, offers }: InsightFacts,
  percentile: number,
  today: number,
): IndexFacts {
  const gaps = (summary?.days ?? []).slice(1).map((day, i) => day - (summary?.days[i] ?? day));
  const growth = summary && growthOf(summary, today);
  const cross = offers.reduce((most, offer) => Math.max(most, offer.confidence), 0);
  return {
    ...(summary && { profitPercentile: percentile, gapsDays: gaps }),
    ...(ratings?.business !== undefined && { condition: ratings.business }),
    ...(ratings?.cooperation !== undefined && { cooperation: ratings.cooperation }),
    ...(ratings?.industryStage !== undefined && { industry: ratings.industryStage }),
    ...(ratings?.paymentDelayDays !== undefined && { paymentDelayDays: ratings.paymentDelayDays }),
    ...(ratings?.defaultRate !== undefined && { defaultRate: ratings.defaultRate }),
    ...(offers.length > 0 && { crossBuying: cross }),
    ...(typeof growth === 'number' && { growth }),
  };
}

/** Purchases of the last year over those of the year before, minus 1; undefined where there was no year before. */
function growthOf({ days, amounts }: Summary, today: number): number | undefined {
  let last = 0;
  let before = 0;
  days.forEach((day, i) => {
    if (day > today - YEAR) last += amounts[i] ?? 0;
    else if (day > today - 2 * YEAR) before += amounts[i] ?? 0;
  });
  return before > 0 ? last / before - 1 : undefined;
}
