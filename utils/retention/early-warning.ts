import type { Complaint, ReasonId, RiskLevel } from '../customer/model';
import type { Summary } from '../value/summary-types';
import type { Evidence, RiskPart } from './evidence';
import * as from from './evidence';
import type { Satisfaction, Wallet } from './model';
import type { RhythmCurve } from './rhythm';
import { type Share, shareChange, sharesOf } from './wallet';

/** All that is known of one customer's staying, as plain data. */
export interface RetentionFacts {
  now: number;
  /** The reader's today as a day number. */
  today: number;
  /** null: no ledger. */
  summary: Pick<Summary, 'days' | 'amounts' | 'categories' | 'currency'> | null;
  /** The purchase history's risk 0–100 for `horizonDays`, and whether the ledger's backtest chose how; null: no model. */
  purchase: { risk: number; horizonDays: number; tested: boolean } | null;
  curve: RhythmCurve | null;
  wallets: readonly Wallet[];
  complaints: readonly Complaint[];
  satisfactions: readonly Satisfaction[];
  lastContactAt: number;
  /** When the customer was entered: a cadence runs from there where nobody was in touch yet. */
  createdAt: number;
  cadenceDays: number | null;
  paymentDelayDays?: number | undefined;
  defaultRate?: number | undefined;
}

/** A risk with all that it is made of. */
export interface Warning {
  /** 0–100; null: no part is known. That is unknown, not low. */
  score: number | null;
  level: RiskLevel | null;
  /** What raises it, weightiest first. `points`: by how much the score would fall without it. */
  evidence: Array<Evidence & { points: number }>;
  /** What is known and speaks for nothing. */
  fine: Evidence[];
  missing: RiskPart[];
  /** The built-in reason that the weightiest evidence points to; null: the figures do not tell why. */
  reason: ReasonId | null;
  /** What to do first; the interface translates `risk_do_<action>`. */
  action: RiskPart | 'ask' | 'none';
}

/** From these scores on. */
export const LEVELS = { medium: 30, high: 60 } as const;

/**
 * How much of each part's strength counts. The purchase history's inner weights are the ledger's own (risk.ts); these are stated
 * defaults: no ledger holds enough dated complaints and answers to fit them. Own rhythm counts less where a model has weighed it already.
 */
export const WEIGHTS: Readonly<Record<RiskPart, number>> = {
  model: 0.9,
  rhythm: 0.9,
  share: 1,
  breadth: 0.8,
  trend: 0.8,
  complaints: 1,
  satisfaction: 1,
  contact: 1,
  payment: 1,
};
const UNTESTED_MODEL = 0.7;
const RHYTHM_BESIDE_MODEL = 0.5;

/** Works out one customer's risk. Every part can raise it alone: 1 − Π(1 − weight · strength). */
export function warn(facts: RetentionFacts): Warning {
  const found = partsOf(facts);
  const known = found.map((one) => one.part);
  const missing = from.RISK_PARTS.filter((part) => !known.includes(part));
  if (found.length === 0) return { ...UNKNOWN, missing: [...from.RISK_PARTS] };
  const weights = weightsFor(facts);
  const stays = (but?: Evidence) =>
    found.reduce((left, one) => (one === but ? left : left * (1 - weights[one.part] * one.strength)), 1);
  const all = stays();
  const evidence = found
    .filter(({ strength }) => strength >= SPEAKS)
    .map((one) => ({ ...one, points: 100 * (stays(one) - all) }))
    .sort((a, b) => b.points - a.points || b.strength - a.strength);
  const score = 100 * (1 - all);
  return {
    score,
    level: levelOf(score),
    evidence,
    fine: found.filter(({ strength }) => strength < SPEAKS),
    missing,
    ...whatNext(evidence, score),
  };
}

const SPEAKS = 0.05;
const UNKNOWN: Warning = {
  ...{ score: null, level: null, evidence: [], fine: [], missing: [], reason: null, action: 'none' },
};

export const levelOf = (score: number): RiskLevel =>
  score >= LEVELS.high ? 'high' : score >= LEVELS.medium ? 'medium' : 'low';

function partsOf(facts: RetentionFacts): Evidence[] {
  const { now, today, summary, purchase, curve } = facts;
  const days = summary?.days ?? [];
  const parts = [
    purchase && from.modelEvidence(purchase.risk, purchase.horizonDays),
    from.rhythmEvidence(days, today, curve),
    from.shareEvidence(changeOf(facts)),
    from.breadthEvidence(summary?.categories ?? [], days, today),
    from.trendEvidence(days, today),
    from.complaintEvidence(facts.complaints, now, today),
    from.satisfactionEvidence(facts.satisfactions, now),
    from.contactEvidence(facts.lastContactAt, facts.createdAt, facts.cadenceDays, now),
    from.paymentEvidence(facts.paymentDelayDays, facts.defaultRate),
  ];
  return parts.filter((one) => one !== null);
}

/** Our share by observation, oldest first: our part as somebody told, else as the ledger has it. */
export function sharesKnown({ wallets, summary }: Pick<RetentionFacts, 'wallets' | 'summary'>): Share[] {
  const currency = summary?.currency ?? wallets[0]?.total.currency ?? '';
  const sold = (fromDay: number, toDay: number) => {
    let minor = 0;
    let purchases = 0;
    summary?.days.forEach((day, i) => {
      if (day < fromDay || day > toDay) return;
      minor += summary.amounts[i] ?? 0;
      purchases++;
    });
    return { minor, purchases };
  };
  return sharesOf(wallets, currency, sold);
}

/** The last two share-of-wallet observations compared; null with fewer. */
export const changeOf = (facts: Pick<RetentionFacts, 'wallets' | 'summary'>) =>
  shareChange(sharesKnown(facts), facts.summary?.amounts);

function weightsFor({ purchase }: RetentionFacts): Record<RiskPart, number> {
  if (!purchase) return WEIGHTS;
  return {
    ...WEIGHTS,
    model: purchase.tested ? WEIGHTS.model : UNTESTED_MODEL,
    rhythm: RHYTHM_BESIDE_MODEL,
  };
}

const POINTS_TO: Partial<Record<RiskPart, ReasonId>> = {
  share: 'competitor',
  breadth: 'offer-misfit',
  complaints: 'complaint',
  satisfaction: 'offer-misfit',
  contact: 'little-contact',
};

/** The reason is of the weightiest evidence that points to one; silence alone points to none: ask. */
function whatNext(evidence: readonly Evidence[], score: number): Pick<Warning, 'reason' | 'action'> {
  const first = evidence[0];
  if (!first || score < LEVELS.medium) return { reason: null, action: 'none' };
  const telling = evidence.find(({ part }) => POINTS_TO[part] !== undefined);
  const reason = (telling && POINTS_TO[telling.part]) ?? null;
  const silent = first.part === 'model' || first.part === 'rhythm' || first.part === 'trend';
  return { reason, action: silent ? (telling?.part ?? 'ask') : first.part };
}
