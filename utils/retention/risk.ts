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

export type RiskMethod = 'recency' | 'mbg-active' | 'mixed' | 'default';

export interface RiskBacktest {
  days: number;
  customers: number;
  cameBack: number;
  /** Mean over the cuts. Of the risk as shipped: cross-validated, so it is not flattered by its own fit. */
  aucRisk: number;
  aucRecency: number;
  aucMbgActive: number;
}

type Member = readonly Signal[];
const RHYTHM: Member = ['recency', 'rhythm', 'frequency'];
/** What is weighed together, in equal shares: a wide regression and a narrow one that a small ledger can bear. */
const TOGETHER: readonly Member[] = [SIGNALS, RHYTHM];

const RIDGE = 3;
const FOLDS = 5;
/** AUCs nearer than this are not told apart by a backtest of usual size: then the signals together, which stray less. */
const LIKE = 0.004;
/** Recency must be as far ahead of MBG/NBD as this to be taken alone: it knows less. */
const CLEAR = 0.02;
/** Rows of one cut that are learnt from; a hundred thousand teach no more. */
const AT_MOST = 6_000;

/** The customers of one cut: what was to be seen, and who came back. */
interface Window {
  ids: string[];
  rows: Signals[];
  events: boolean[];
}

/**
 * Weighs the signals on what was held out, at several cuts of the same history, so that one season does not decide alone.
 * Without it: the stated default, MBG/NBD's P(active) as it is.
 */
export function trainRisk(held: Holdout | undefined, fits: Fits): RiskModel {
  if (!held || !fits.has('mbg')) return DEFAULT;
  const windows = [held, ...(held.earlier ?? [])].map((one) => windowOf(one, fits)).filter(tells);
  const odds = TOGETHER.map((member) => crossValidated(windows, member));
  const judge = (score: (window: number, row: number) => number) =>
    mean(
      windows.map(({ rows, events }, w) =>
        auc(
          rows.map((_, i) => score(w, i)),
          events,
        ),
      ),
    );
  const found = {
    all: judge((w, i) => odds.reduce((sum, one) => sum + (one[w]?.[i] ?? 0), 0)),
    recency: judge((w, i) => windows[w]?.rows[i]?.recency ?? 0),
    mbg: judge((w, i) => windows[w]?.rows[i]?.mbg ?? 0),
  };
  const method = methodOf(found);
  const members = method === 'mixed' ? TOGETHER : [[method === 'recency' ? 'recency' : 'mbg'] as Member];
  const mix = members.map((signals) => ({
    share: 1 / members.length,
    signals: [...signals],
    weights: fitted(pooled(windows, signals), signals),
  }));
  const backtest = {
    days: held.days,
    customers: held.rows.length,
    cameBack: cameBack(held.rows).filter(Boolean).length,
    aucRisk: method === 'mixed' ? found.all : method === 'recency' ? found.recency : found.mbg,
    aucRecency: found.recency,
    aucMbgActive: found.mbg,
  };
  return { method, mix, backtest };
}

/** All signals together, unless one alone was clearly better. */
function methodOf({ all, recency, mbg }: { all: number; recency: number; mbg: number }) {
  if (all > Math.max(recency, mbg) - LIKE) return 'mixed';
  return recency > mbg + CLEAR ? 'recency' : 'mbg-active';
}

function windowOf({ rows, days }: Holdout, fits: Fits): Window {
  const every = Math.ceil(rows.length / AT_MOST);
  const some = every <= 1 ? rows : rows.filter((_, i) => i % every === 0);
  const ids = some.map(({ id }) => id);
  return { ids, rows: signalsOfAll(some, fits, days / DAYS_PER_WEEK), events: cameBack(some) };
}

/** A cut at which nobody or everybody came back has nothing to tell. */
const tells = ({ events }: Window): boolean => events.includes(true) && events.includes(false);

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

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

interface Sample {
  features: number[][];
  events: boolean[];
}

function pooled(
  windows: readonly Window[],
  names: Member,
  keep: (id: string) => boolean = () => true,
): Sample {
  const features: number[][] = [];
  const events: boolean[] = [];
  for (const window of windows)
    window.rows.forEach((row, i) => {
      if (!keep(window.ids[i] ?? '')) return;
      features.push(pick(row, names));
      events.push(window.events[i] ?? false);
    });
  return { features, events };
}

function fitted({ features, events }: Sample, names: Member): Logistic {
  const fit = fitLogistic(features, events, RIDGE);
  // one signal alone must keep its direction, whatever a small sample says
  if (names.length === 1 && !((fit.weights[0] ?? 0) > 0)) return { weights: [1, fit.weights[1] ?? 0] };
  return fit;
}

/** The log-odds of each customer of each cut from a fit to other customers. */
function crossValidated(windows: readonly Window[], names: Member): number[][] {
  const out = windows.map(({ rows }) => new Array<number>(rows.length).fill(0));
  for (let k = 0; k < FOLDS; k++) {
    const fit = fitted(
      pooled(windows, names, (id) => foldOf(id) !== k),
      names,
    );
    windows.forEach(({ ids, rows }, w) => {
      rows.forEach((row, i) => {
        const line = out[w];
        if (line && foldOf(ids[i] ?? '') === k) line[i] = logOdds(fit, pick(row, names));
      });
    });
  }
  return out;
}

/** A customer is in the same fold at every cut: nobody is foretold from themselves. */
function foldOf(id: string): number {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  return (hash >>> 8) % FOLDS;
}
