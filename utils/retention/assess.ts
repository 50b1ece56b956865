import { auc } from '../value/auc';
import { type CustomerEstimate, type Estimate, type EstimateOptions, estimate } from '../value/expected';
import { fitAll } from '../value/fit';
import { watch } from '../value/holdout';
import { type Fit, type ModelName, score, scorer } from '../value/models';
import { type Buyer, DAYS_PER_WEEK, lastDayOf } from '../value/rfm';
import { type RiskModel, riskOf, trainRisk } from './risk';
import { cameBack, type Fits, type Signals, signalsOfAll, silenceOf } from './signals';

export interface Assessment extends Omit<Estimate, 'customers'> {
  risk: RiskModel;
  customers: Array<CustomerEstimate & { risk: number }>;
  /** How the risk ranked what really came after `untilDay`, where the ledger goes on; it had no part in any choice. */
  after: After | null;
}

export interface After {
  days: number;
  customers: number;
  cameBack: number;
  /** Purchases expected for these days by the model, and those that were. */
  expected: number;
  actual: number;
  aucRisk: number;
  aucRecency: number;
  aucMbgActive: number;
}

const SIGNAL_MODELS: readonly ModelName[] = ['mbg', 'pareto', 'cnbdk'];

/** Expected value and risk of every customer who has bought: {@link estimate}, and the risk that its backtest chooses. */
export function assess(purchasers: readonly Buyer[], options: EstimateOptions): Assessment {
  const made = estimate(purchasers, options);
  const tested: Fits = new Map(
    made.backtest?.models.filter((m) => !m.split).map((m) => [m.model, m.fit]) ?? [],
  );
  const risk = trainRisk(made.held, tested);
  const used = new Set<string>(risk.mix.flatMap((part) => part.signals));
  const missing = SIGNAL_MODELS.filter((name) => used.has(name) && tested.has(name) && !made.fits.has(name));
  const needsMbg = !made.fits.has('mbg') && made.why !== 'too-short';
  const more = fitAll(someOf(made.customers), [...missing, ...(needsMbg ? (['mbg'] as const) : [])]);
  const fits = new Map([...made.fits, ...more]);
  // too few to fit: the simple rule's P(active) speaks for the purchase model
  if (!fits.has('mbg')) fits.set('mbg', made.fit);
  const signals = signalsOfAll(made.customers, fits, options.horizonDays / DAYS_PER_WEEK);
  const customers = made.customers.map((customer, i) => ({
    ...customer,
    risk: riskOf(risk, signals[i] as Signals),
  }));
  return {
    ...made,
    fits: new Map(fits),
    risk,
    customers,
    after: afterwards(purchasers, options, made.fit, fits, customers),
  };
}

/** A signal ranks as well by a fit to some thousand customers as by one to all; the backtest has no more either. */
const SIGNALS_FROM = 8_000;

function someOf<T>(rows: readonly T[]): readonly T[] {
  const every = Math.ceil(rows.length / SIGNALS_FROM);
  return every <= 1 ? rows : rows.filter((_, i) => i % every === 0);
}

function afterwards(
  purchasers: readonly Buyer[],
  { untilDay, horizonDays }: EstimateOptions,
  fit: Fit,
  fits: Fits,
  customers: ReadonlyArray<CustomerEstimate & { risk: number }>,
): After | null {
  const last = purchasers.reduce((day, p) => Math.max(day, lastDayOf(p) ?? day), untilDay);
  const mbg = fits.get('mbg');
  if (last <= untilDay || !mbg) return null;
  const then = watch(purchasers, untilDay, horizonDays, last);
  const events = cameBack(then.rows);
  const weeks = horizonDays / DAYS_PER_WEEK;
  const judge = (scores: readonly number[]) => auc(scores, events);
  return {
    days: then.days,
    customers: then.rows.length,
    cameBack: events.filter(Boolean).length,
    expected: customers.map(scorer(fit, then.days / DAYS_PER_WEEK)).reduce((sum, s) => sum + s.expected, 0),
    actual: then.rows.reduce((sum, row) => sum + row.bought, 0),
    aucRisk: judge(customers.map((c) => -c.risk)),
    aucRecency: judge(then.rows.map((row) => -silenceOf(row))),
    aucMbgActive: judge(then.rows.map((row) => score(mbg, row, weeks).pActive)),
  };
}
