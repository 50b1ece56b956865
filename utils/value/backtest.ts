import { auc } from './auc';
import type { Holdout } from './holdout';
import { type Fit, fitBetaGeo, fitPareto, fitRegular, MODELS, type ModelName, scorer } from './models';
import type { Rfm } from './rfm';
import { DAYS_PER_WEEK, group } from './rfm';
import { fitSimple } from './simple';

/** How one model did on what was held out. */
export interface ModelReport {
  model: ModelName;
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
}

/** All models on the same rows, by name; `cnbdk` only where more than one stage is likelier. */
export function fitAll(rows: readonly Rfm[], only: readonly ModelName[] = MODELS): Map<ModelName, Fit> {
  const fits = new Map<ModelName, Fit>();
  const groups = group(rows);
  const want = (name: ModelName) => only.includes(name);
  if (want('mbg') || want('cnbdk')) {
    const mbg = fitBetaGeo(groups, { k: 1, zero: true });
    if (want('mbg')) fits.set('mbg', mbg);
    const regular = want('cnbdk') ? fitRegular(groups, mbg) : mbg;
    if (regular.model === 'cnbdk') fits.set('cnbdk', regular);
  }
  if (want('pareto')) fits.set('pareto', fitPareto(groups));
  if (want('bg')) fits.set('bg', fitBetaGeo(groups, { k: 1, zero: false }));
  if (want('simple')) fits.set('simple', fitSimpleModel(rows));
  return fits;
}

/** The simple rule as a {@link Fit}. */
export const fitSimpleModel = (rows: readonly Rfm[]): Fit => ({
  model: 'simple',
  params: { ...fitSimple(rows) },
  logLikelihood: null,
  boundary: [],
  converged: true,
});

/**
 * Fits every model to what it may see and compares it with what came. MBG/NBD is the default; another takes its place where its
 * errors are clearly lower. BG/NBD is there for comparison only.
 */
export function backtest(held: Holdout): Backtest {
  const weeks = held.days / DAYS_PER_WEEK;
  const events = held.rows.map((row) => row.bought > 0);
  const models: ModelReport[] = [];
  const actual = held.rows.reduce((sum, row) => sum + row.bought, 0);
  for (const [model, fit] of fitAll(held.rows)) {
    const scores = held.rows.map(scorer(fit, weeks));
    const loss = Float64Array.from(held.rows, (row, i) => deviance(row.bought, scores[i]?.expected ?? 0));
    const errors = held.rows.map((row, i) => (scores[i]?.expected ?? 0) - row.bought);
    const expected = scores.reduce((sum, s) => sum + s.expected, 0);
    models.push({
      model,
      fit,
      expected,
      bias: expected / actual - 1,
      mae: mean(errors.map(Math.abs)),
      rmse: Math.sqrt(mean(errors.map((e) => e * e))),
      deviance: mean(loss),
      auc: auc(
        scores.map((s) => s.pActive),
        events,
      ),
    });
  }
  return {
    cutDay: held.cutDay,
    days: held.days,
    customers: held.rows.length,
    buyers: events.filter(Boolean).length,
    actual,
    models,
    chosen: choose(models),
  };
}

/** A model must better the default's error by this share to take its place. */
const WORTH_IT = 0.01;

/** The lowest product of mean absolute and root mean square error: the one weighs the many, the other the large customers. */
function choose(models: readonly ModelReport[]): ModelName {
  const error = (m: ModelReport) => Math.log(m.mae) + Math.log(m.rmse);
  const standard = models.find((m) => m.model === 'mbg');
  if (!standard) return 'simple';
  let best = standard;
  for (const other of models) {
    if (other.model === 'bg') continue;
    if (error(other) < error(standard) - WORTH_IT && error(other) < error(best)) best = other;
  }
  return best.model;
}

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
