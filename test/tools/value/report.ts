import type { Assessment } from '../../../utils/retention/assess';
import type { ModelReport } from '../../../utils/value/backtest';
import { dateOfDay } from '../../../utils/value/days';
import { type Economics, economicsPrior, expectedNet } from '../../../utils/value/economics';
import { DAYS_PER_WEEK } from '../../../utils/value/rfm';

export interface ReportContext {
  untilDay: number;
  horizonDays: number;
  discountPerYear: number;
  economics: ReadonlyMap<string, Economics>;
  /** Customers to list even where they have not bought. */
  ids: readonly string[];
  rejected: number;
}

/** The JSON that `npm run value` prints. Nobody-knows is null, never zero. */
export function report(result: Assessment, context: ReportContext) {
  const { fit, spend } = result;
  return {
    model: fit.model,
    params: fit.params,
    logLikelihood: fit.logLikelihood,
    unitDays: DAYS_PER_WEEK,
    until: dateOfDay(context.untilDay),
    horizonDays: context.horizonDays,
    discountPerYear: context.discountPerYear,
    why: result.why,
    older: fit.older
      ? { fromT: fit.older.fromT, model: fit.older.fit.model, params: fit.older.fit.params }
      : null,
    boundary: fit.boundary,
    converged: fit.converged,
    spend: {
      model: spend.model,
      because: spend.because,
      basis: result.spendBasis,
      params: { p: number(spend.p), q: number(spend.q), gamma: number(spend.gamma) },
      logLikelihood: number(spend.logLikelihood),
      populationMean: spend.populationMean,
      correlation: spend.correlation,
      customers: spend.customers,
      boundary: spend.boundary,
    },
    rejectedRows: context.rejected,
    backtest: backtestOf(result),
    customers: customersOf(result, context),
  };
}

const number = (value: number): number | null => (Number.isFinite(value) ? value : null);

function backtestOf({ backtest, risk, after }: Assessment) {
  return {
    internal: backtest && {
      cut: dateOfDay(backtest.cutDay),
      days: backtest.days,
      customers: backtest.customers,
      buyers: backtest.buyers,
      actual: backtest.actual,
      chosen: backtest.chosen,
      models: backtest.models.map(modelOf),
    },
    risk: {
      method: risk.method,
      ...risk.backtest,
      mix: risk.mix.map(({ share, signals }) => ({ share, signals })),
    },
    heldOut: after,
  };
}

const modelOf = ({ fit, ...figures }: ModelReport) => ({
  ...figures,
  params: fit.params,
  logLikelihood: fit.logLikelihood,
  boundary: fit.boundary,
});

function customersOf(result: Assessment, context: ReportContext) {
  const prior = economicsPrior(context.economics.values());
  const weeks = context.horizonDays / DAYS_PER_WEEK;
  const bought = result.customers.map((c) => ({
    id: c.id,
    x: c.x,
    tx: c.tx,
    T: c.T,
    pAlive: c.pAlive,
    pActive: c.pActive,
    expected: c.expected,
    meanSpend: c.meanSpend,
    expectedValue: expectedNet(c.expectedValue, c.pAlive, weeks, context.economics.get(c.id), prior),
    risk: c.risk,
  }));
  const known = new Set(bought.map((c) => c.id));
  const unknown = {
    pAlive: null,
    pActive: null,
    expected: null,
    meanSpend: null,
    expectedValue: null,
    risk: null,
  };
  const never = [...new Set(context.ids)].filter((id) => !known.has(id));
  return [...bought, ...never.map((id) => ({ id, x: 0, tx: 0, T: 0, ...unknown }))];
}
