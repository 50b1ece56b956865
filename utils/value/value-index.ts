import type { INDUSTRY_STAGES } from '../customer/model';

/** The parts of the value index (客户价值指标体系): what a customer brings now, and what they may. */
export const INDEX_PARTS = [
  'profit',
  'continuity',
  'condition',
  'credit',
  'cross-buying',
  'cooperation',
  'industry',
  'growth',
] as const;
export type IndexPart = (typeof INDEX_PARTS)[number];
export const CURRENT_PARTS: readonly IndexPart[] = ['profit', 'continuity', 'condition', 'credit'];

export type Weights = Readonly<Record<IndexPart, number>>;
/** The defaults, all editable: profit first, then what keeps it coming. */
export const INDEX_WEIGHTS: Weights = {
  profit: 30,
  continuity: 15,
  condition: 10,
  credit: 10,
  'cross-buying': 10,
  cooperation: 10,
  industry: 5,
  growth: 10,
};

export type IndustryStage = (typeof INDUSTRY_STAGES)[number];
const INDUSTRY: Readonly<Record<IndustryStage, number>> = {
  introduction: 60,
  growth: 100,
  maturity: 50,
  decline: 10,
};

/** What is known; leave out what is not. */
export interface IndexFacts {
  /** Share of customers whose annual net value is lower, 0–1. */
  profitPercentile?: number;
  /** Days between purchases, oldest first. */
  gapsDays?: readonly number[];
  /** The customer's own business, 1–5. */
  condition?: number;
  /** Mean days of payment after the due date; negative: before it. */
  paymentDelayDays?: number;
  /** Share of receivables not paid, 0–1. */
  defaultRate?: number;
  /** 0–1, from the next best offer. */
  crossBuying?: number;
  /** Strategic cooperation, 1–5. */
  cooperation?: number;
  industry?: IndustryStage;
  /** Purchases of the last year over those of the year before, minus 1. */
  growth?: number;
}

export interface ValueIndex {
  /** 0–100; null where no part with a weight is known. */
  index: number | null;
  parts: Array<{ part: IndexPart; score: number; share: number }>;
  missing: IndexPart[];
}

/** The weighted mean of the parts that are known; a missing part's weight is shared among the others. */
export function valueIndex(facts: IndexFacts, weights: Weights = INDEX_WEIGHTS): ValueIndex {
  const scores = scoresOf(facts);
  const weighed = INDEX_PARTS.filter((part) => weights[part] > 0);
  const known = weighed.filter((part) => scores[part] !== undefined);
  const total = known.reduce((sum, part) => sum + weights[part], 0);
  const parts = known.map((part) => ({ part, score: scores[part] ?? 0, share: weights[part] / total }));
  const index = known.length > 0 ? parts.reduce((sum, p) => sum + p.score * p.share, 0) : null;
  return { index, parts, missing: weighed.filter((part) => scores[part] === undefined) };
}

const bounded = (value: number): number => Math.min(100, Math.max(0, value));
const rating = (stars: number): number => bounded(((stars - 1) / 4) * 100);
/** Sixty days late is as bad as it gets. */
const LATE_DAYS = 60;

function scoresOf(facts: IndexFacts): Partial<Record<IndexPart, number>> {
  const scores: Partial<Record<IndexPart, number>> = {};
  const set = (part: IndexPart, score: number | undefined) => {
    if (score !== undefined && Number.isFinite(score)) scores[part] = bounded(score);
  };
  set('profit', facts.profitPercentile === undefined ? undefined : facts.profitPercentile * 100);
  set('continuity', facts.gapsDays && continuity(facts.gapsDays));
  set('condition', facts.condition === undefined ? undefined : rating(facts.condition));
  set('credit', credit(facts));
  set('cross-buying', facts.crossBuying === undefined ? undefined : facts.crossBuying * 100);
  set('cooperation', facts.cooperation === undefined ? undefined : rating(facts.cooperation));
  set('industry', facts.industry && INDUSTRY[facts.industry]);
  // half at no growth, full where purchases double, none where they stop
  set('growth', facts.growth === undefined ? undefined : 50 * (1 + Math.min(1, facts.growth)));
  return scores;
}

/** 100 for the same gap every time, 50 where the spread equals the mean (buying at random). Needs two gaps. */
function continuity(gaps: readonly number[]): number | undefined {
  if (gaps.length < 2) return undefined;
  const mean = gaps.reduce((sum, g) => sum + g, 0) / gaps.length;
  if (!(mean > 0)) return undefined;
  const variance = gaps.reduce((sum, g) => sum + (g - mean) ** 2, 0) / (gaps.length - 1);
  return 100 / (1 + Math.sqrt(variance) / mean);
}

function credit({ paymentDelayDays, defaultRate }: IndexFacts): number | undefined {
  const parts: number[] = [];
  if (paymentDelayDays !== undefined) parts.push(bounded(100 * (1 - paymentDelayDays / LATE_DAYS)));
  if (defaultRate !== undefined) parts.push(bounded(100 * (1 - defaultRate)));
  return parts.length > 0 ? parts.reduce((sum, p) => sum + p, 0) / parts.length : undefined;
}
