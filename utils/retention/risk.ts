import { auc } from '../value/auc';
import type { Holdout } from '../value/holdout';
import { DAYS_PER_WEEK } from '../value/rfm';
import { fitLogistic, type Logistic, logOdds, sigmoid } from './logistic';
import { cameBack, type Fits, SIGNALS, type Signal, type Signals, signalsOfAll } from './signals';

/**
 * The risk that a customer does not buy again within the horizon, from the purchase history. What ranks best differs from ledger to ledger,
 * so the last part of the ledger's own history decides: time since the last purchase alone, the purchase model's P(active), or
 * all signals weighed together. BG/NBD's P(alive) is never among them: it is 1 for everybody who bought once.
 */
export interface RiskModel {
  method: RiskMethod;
  /** What the log-odds of coming back are made of; the shares add up to 1. */
  mix: Array<{ share: number; signals: Signal[]; weights: Logistic }>;
  /** How the backtest ranked those who came back; null where the history is too short to tell. */
  backtest: RiskBacktest | null;
}

export type RiskMethod = 'recency' | 'mbg-active' | 'all-signals' | 'mixed' | 'default';

export interface RiskBacktest {
  days: number;
  customers: number;
  cameBack: number;
  /** Of the risk as shipped: cross-validated, so it is not flattered by its own fit. */
  aucRisk: number;
  aucRecency: number;
  aucMbgActive: number;
}

type Member = readonly Signal[];
const RHYTHM: Member = ['recency', 'rhythm', 'frequency'];
const SINGLES = { recency: ['recency'], 'mbg-active': ['mbg'] } as const satisfies Record<string, Member>;
type Single = keyof typeof SINGLES;

const RIDGE = 3;
const FOLDS = 5;
/** AUCs nearer than this are not told apart by a backtest of usual size. */
const LIKE = 0.0045;
/** MBG/NBD so far ahead of recency, with nothing to gain from more, is taken as it is. */
const CLEAR = 0.02;
const GAIN = 0.002;

/** Weighs the signals on what was held out. Without it: the stated default, MBG/NBD's P(active) as it is. */
export function trainRisk(held: Holdout | undefined, fits: Fits): RiskModel {
  if (!held || !fits.has('mbg')) return DEFAULT;
  const events = cameBack(held.rows);
  const rows = signalsOfAll(held.rows, fits, held.days / DAYS_PER_WEEK);
  const judge = (odds: readonly number[]) => auc(odds, events);
  const odds = (member: Member) => crossValidated(rows, events, member);
  const recency = rows.map((r) => r.recency);
  const mbg = rows.map((r) => r.mbg);
  const auRecency = judge(recency);
  const auMbg = judge(mbg);
  const single: Single = auRecency > auMbg ? 'recency' : 'mbg-active';
  const bar = Math.max(auRecency, auMbg);
  const all = odds(SIGNALS);
  const rhythm = odds(RHYTHM);
  const auAll = judge(all);
  const together: Member[] = Math.abs(auAll - judge(rhythm)) < LIKE ? [SIGNALS, RHYTHM] : [SIGNALS];
  const joint = together.length > 1 ? all.map((o, i) => (o + (rhythm[i] ?? 0)) / 2) : all;
  const alone = odds(SINGLES[single]);
  let share = auMbg - auRecency > CLEAR && auAll - bar < GAIN ? 1 : 0;
  let reached = share === 1 ? bar : judge(joint);
  while (share < 1 && reached < bar) {
    share += 0.25;
    reached = share >= 1 ? bar : judge(joint.map((o, i) => (1 - share) * o + share * (alone[i] ?? 0)));
  }
  const member = (signals: Member, part: number) => ({
    share: part,
    signals: [...signals],
    weights: fitted(rows, events, signals),
  });
  const mix = [
    ...together.map((signals) => member(signals, (1 - share) / together.length)),
    member(SINGLES[single], share),
  ].filter((part) => part.share > 0);
  const method = share === 1 ? single : share === 0 && together.length === 1 ? 'all-signals' : 'mixed';
  return {
    method,
    mix,
    backtest: {
      days: held.days,
      customers: rows.length,
      cameBack: events.filter(Boolean).length,
      aucRisk: reached,
      aucRecency: auRecency,
      aucMbgActive: auMbg,
    },
  };
}

/** P(active) of MBG/NBD, taken at its word. */
const DEFAULT: RiskModel = {
  method: 'default',
  mix: [{ share: 1, signals: ['mbg'], weights: { weights: [1, 0] } }],
  backtest: null,
};

/** 0 (sure to buy within the horizon) to 100 (sure not to). Not rounded, so that it ranks. */
export function riskOf(model: RiskModel, signals: Signals): number {
  const odds = model.mix.reduce(
    (sum, part) => sum + part.share * logOdds(part.weights, pick(signals, part.signals)),
    0,
  );
  return 100 * sigmoid(-odds);
}

const pick = (signals: Signals, names: Member): number[] => names.map((name) => signals[name]);

function fitted(rows: readonly Signals[], events: readonly boolean[], names: Member): Logistic {
  const fit = fitLogistic(
    rows.map((row) => pick(row, names)),
    events,
    RIDGE,
  );
  // one signal alone must keep its direction, whatever a small sample says
  if (names.length === 1 && !((fit.weights[0] ?? 0) > 0)) return { weights: [1, fit.weights[1] ?? 0] };
  return fit;
}

/** The log-odds of each customer from a fit to the others. */
function crossValidated(rows: readonly Signals[], events: readonly boolean[], names: Member): number[] {
  const fold = rows.map((_, i) => ((i * 2654435761) >>> 8) % FOLDS);
  const out = new Array<number>(rows.length).fill(0);
  for (let k = 0; k < FOLDS; k++) {
    const others = rows.flatMap((_, i) => (fold[i] === k ? [] : [i]));
    const fit = fitted(
      others.map((i) => rows[i] as Signals),
      others.map((i) => events[i] ?? false),
      names,
    );
    rows.forEach((row, i) => {
      if (fold[i] === k) out[i] = logOdds(fit, pick(row, names));
    });
  }
  return out;
}
