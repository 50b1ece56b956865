import { auc } from './auc';
import { fitAll, fitSplit } from './fit';
import type { Holdout } from './holdout';
import { type Fit, type ModelName, scorer } from './models';
import { DAYS_PER_WEEK } from './rfm';

/** How one model did on what was held out. */
export interface ModelReport {
  model: ModelName;
  /** Fitted apart to the customers that the ledger began with and to those who came later. */
  split: boolean;
  fit: Fit;
  /** Purchases that it expected, over all customers; compare with {@link Backtest.actual}. */
  expected: number;
  /** expected ÷ actual − 1. */
  bias: number;
  /** Per customer. */
  mae: number;
  rmse: number;
  /** Mean Poisson deviance: what it costs to have been sure of the wrong thing. */
  deviance: number;
  /** How well P(active) ranks who buys. */
  auc: number;
}

export interface Backtest {
  cutDay: number;
  days: number;
  customers: number;
  buyers: number;
  /** Purchases in the window. */
  actual: number;
  models: ModelReport[];
  chosen: ModelName;
  /** Whether the chosen model is fitted apart to old and new customers. */
  chosenSplit: boolean;
}

/**
 * Fits every model to what it may see and compares it with what came. MBG/NBD is the default; another takes its place where its
 * errors are clearly lower. BG/NBD is there for comparison only.
 */
export function backtest(held: Holdout): Backtest {
  const models: ModelReport[] = [];
  for (const fit of fitAll(held.rows).values()) models.push(reportOf(held, fit));
  for (const name of SPLIT) {
    const fit = models.some((m) => m.model === name) ? fitSplit(held.rows, name) : undefined;
    if (fit) models.push(reportOf(held, fit));
  }
  const chosen = choose(models);
  return {
    cutDay: held.cutDay,
    days: held.days,
    customers: held.rows.length,
    buyers: held.rows.filter((row) => row.bought > 0).length,
    actual: held.rows.reduce((sum, row) => sum + row.bought, 0),
    models,
    chosen: chosen.model,
    chosenSplit: chosen.split,
  };
}

/** The models that may be fitted apart to old and new customers. */
const SPLIT = ['mbg', 'cnbdk', 'pareto'] as const;

function reportOf(held: Holdout, fit: Fit): ModelReport {
  const scores = held.rows.map(scorer(fit, held.days / DAYS_PER_WEEK));
  const errors = held.rows.map((row, i) => (scores[i]?.expected ?? 0) - row.bought);
  const expected = scores.reduce((sum, s) => sum + s.expected, 0);
  const actual = held.rows.reduce((sum, row) => sum + row.bought, 0);
  return {
    model: fit.model,
    split: fit.older !== undefined,
    fit,
    expected,
    bias: expected / actual - 1,
    mae: mean(errors.map(Math.abs)),
    rmse: Math.sqrt(mean(errors.map((e) => e * e))),
    deviance: mean(held.rows.map((row, i) => deviance(row.bought, scores[i]?.expected ?? 0))),
    auc: auc(
      scores.map((s) => s.pActive),
      held.rows.map((row) => row.bought > 0),
    ),
  };
}

/** By how much (of ln error) a model must better the default to take its place; the simple rule knows less, and must show more. */
const WORTH_IT = 0.01;
const SIMPLE_WORTH_IT = 0.05;

/** The lowest product of mean absolute and root mean square error: the one weighs the many, the other the large customers. */
function choose(models: readonly ModelReport[]): { model: ModelName; split: boolean } {
  const handicap = (m: ModelReport) => (m.model === 'simple' ? SIMPLE_WORTH_IT : isDefault(m) ? 0 : WORTH_IT);
  const error = (m: ModelReport) => Math.log(m.mae) + Math.log(m.rmse) + handicap(m);
  let best = models.find(isDefault);
  for (const other of models) {
    if (best && other.model !== 'bg' && error(other) < error(best)) best = other;
  }
  return best ?? { model: 'simple', split: false };
}

const isDefault = (m: ModelReport): boolean => m.model === 'mbg' && !m.split;

/** No expectation counts as less than this: a single surprise must not decide alone. */
const LEAST = 1e-3;

function deviance(bought: number, expected: number): number {
  const mu = Math.max(expected, LEAST);
  return 2 * ((bought > 0 ? bought * Math.log(bought / mu) : 0) - (bought - mu));
}

const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return values.length > 0 ? sum / values.length : NaN;
};
