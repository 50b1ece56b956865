import { type Backtest, backtest } from './backtest';
import { fitAll, fitSimpleModel, fitSplit } from './fit';
import { expectedSpend, fitSpend, type SpendFit } from './gammagamma';
import { type Holdout, holdOut } from './holdout';
import { type Fit, type ModelName, type Score, scorer } from './models';
import { type Buyer, DAYS_PER_WEEK, historyKey, ordersOf, type Rfm, rfmOf } from './rfm';

/** What {@link estimate} is asked for. */
export interface EstimateOptions {
  /** The last day that counts; later movements are not looked at. */
  untilDay: number;
  horizonDays: number;
  /** `auto`: the ledger's own backtest chooses. */
  model: ModelName | 'auto';
  /** 0.1: money a year from now is worth 1/1.1 of money today. Default 0. */
  discountPerYear?: number;
}

export type Why = 'asked-for' | 'backtest' | 'default-unbeaten' | 'no-holdout' | 'too-short';
export type SpendBasis = 'repeat' | 'all';

export interface Estimate {
  fit: Fit;
  why: Why;
  /** The models that were fitted to all customers together, by name. */
  fits: Map<ModelName, Fit>;
  spend: SpendFit;
  /** Whether the mean spend is of repeat purchases only, as published, or of all. */
  spendBasis: SpendBasis;
  /** null where the history is too short to hold a part of it out. */
  backtest: Backtest | null;
  held: Holdout | undefined;
  customers: CustomerEstimate[];
}

export interface CustomerEstimate extends Rfm, Score {
  id: string;
  /** Expected spend per purchase, in the unit of the amounts. */
  meanSpend: number;
  /** Expected purchases within the horizon, each discounted to its day. */
  discounted: number;
  /** discounted × meanSpend. */
  expectedValue: number;
}

/** Fewer customers or repeat purchases than this, and nothing can be fitted. */
const FEWEST_CUSTOMERS = 20;
const FEWEST_REPEATS = 10;
const DAYS_PER_YEAR = 365.25;

/**
 * Fits a purchase model and a spend model to a ledger and scores every customer who has bought. Never throws: where a model cannot be had
 * the simple rule stands in, and {@link Estimate.why} says so. Customers without a purchase are not in the result.
 */
export function estimate(purchasers: readonly Buyer[], options: EstimateOptions): Estimate {
  const { untilDay, horizonDays } = options;
  const rows: Array<Rfm & { id: string }> = [];
  for (const purchaser of purchasers) {
    const rfm = rfmOf(ordersOf(purchaser, untilDay), untilDay);
    if (rfm) rows.push({ id: purchaser.id, ...rfm });
  }
  const held = holdOut(purchasers, untilDay, horizonDays);
  const tested = held ? backtest(held) : null;
  const { model, why } = choice(options.model, tested, rows);
  const apart = why === 'backtest' && tested?.chosenSplit ? fitSplit(rows, model) : undefined;
  const fits = apart ? new Map<ModelName, Fit>() : fitAll(rows, [model]);
  // regular buying may be seen in a part of the history and not in the whole: then k = 1, which is MBG/NBD
  const fit = apart ?? fits.get(model) ?? fitAll(rows, ['mbg']).get('mbg') ?? fitSimpleModel(rows);
  if (!apart) fits.set(fit.model, fit);
  const { spend, spendBasis } = spendOf(rows, options.model === 'auto' ? held : undefined);
  const scorer = new Scorer(fit, horizonDays / DAYS_PER_WEEK, options.discountPerYear ?? 0);
  const customers = rows.map((row): CustomerEstimate => {
    const scored = scorer.of(row);
    const meanSpend = expectedSpend(spend, spendRow(row, spendBasis));
    return { ...row, ...scored, meanSpend, expectedValue: scored.discounted * meanSpend };
  });
  return { fit, why, fits, spend, spendBasis, backtest: tested, held, customers };
}

function choice(
  asked: ModelName | 'auto',
  tested: Backtest | null,
  rows: readonly Rfm[],
): { model: ModelName; why: Why } {
  const repeats = rows.reduce((sum, row) => sum + row.x, 0);
  if (rows.length === 0) return { model: 'simple', why: 'too-short' };
  if (asked !== 'auto') return { model: asked, why: 'asked-for' };
  if (rows.length < FEWEST_CUSTOMERS || repeats < FEWEST_REPEATS)
    return { model: 'simple', why: 'too-short' };
  if (!tested) return { model: 'mbg', why: 'no-holdout' };
  const unbeaten = tested.chosen === 'mbg' && !tested.chosenSplit;
  return { model: tested.chosen, why: unbeaten ? 'default-unbeaten' : 'backtest' };
}

/** The published basis, repeat purchases, unless first ones help: by the backtest, or because there are too few repeats to fit. */
function spendOf(
  rows: readonly Rfm[],
  held: Holdout | undefined,
): { spend: SpendFit; spendBasis: SpendBasis } {
  const fitted = (spendBasis: SpendBasis) => ({
    spendBasis,
    spend: fitSpend(rows.map((row) => spendRow(row, spendBasis))),
  });
  const first = fitted(held ? betterBasis(held) : 'repeat');
  return first.spend.model === 'gamma-gamma' ? first : fitted('all');
}

const spendRow = (row: Rfm, basis: SpendBasis) =>
  basis === 'repeat' ? { x: row.x, mean: row.repeatMean } : { x: row.x + 1, mean: row.mean };

/** Whether first purchases help to foretell what held-out purchases cost: the lower mean error of ln spend. */
function betterBasis(held: Holdout): SpendBasis {
  const error = (basis: SpendBasis) => {
    const fit = fitSpend(held.rows.map((row) => spendRow(row, basis)));
    let sum = 0;
    for (const row of held.rows) {
      const foretold = expectedSpend(fit, spendRow(row, basis));
      if (row.spent > 0 && foretold > 0) sum += Math.abs(Math.log((foretold * row.bought) / row.spent));
    }
    return sum;
  };
  return error('all') < error('repeat') ? 'all' : 'repeat';
}

/** Gauss–Legendre on [0, 1], six nodes (Abramowitz & Stegun 25.4). */
const NODES = [
  [0.033765242898424, 0.0856622461895852],
  [0.16939530676686776, 0.1803807865240693],
  [0.3806904069584015, 0.2339569672863455],
  [0.6193095930415985, 0.2339569672863455],
  [0.8306046932331322, 0.1803807865240693],
  [0.966234757101576, 0.0856622461895852],
] as const;

type Seen = Pick<Rfm, 'x' | 'tx' | 'T'>;

/** Scores customers, and those with the same history once. */
export class Scorer {
  private readonly known = new Map<number, Score & { discounted: number }>();
  private readonly perWeek: number;
  private readonly score: (row: Seen) => Score;
  private readonly within: ReadonlyArray<{ t: number; weight: number; score: (row: Seen) => Score }>;

  constructor(
    fit: Fit,
    private readonly weeks: number,
    discountPerYear: number,
  ) {
    this.perWeek = (Math.log1p(Math.max(0, discountPerYear)) * DAYS_PER_WEEK) / DAYS_PER_YEAR;
    this.score = scorer(fit, weeks);
    this.within = NODES.map(([node, weight]) => ({
      t: node * weeks,
      weight,
      score: scorer(fit, node * weeks),
    }));
  }

  of(row: Seen): Score & { discounted: number } {
    const key = historyKey(row);
    const known = this.known.get(key);
    if (known) return known;
    const { pAlive, pActive, expected } = this.score(row);
    const discounted = this.perWeek > 0 ? this.discount(row, expected) : expected;
    const scored = { pAlive, pActive, expected, discounted };
    this.known.set(key, scored);
    return scored;
  }

  /** ∫ e^−δt dE(t) by parts: e^−δh E(h) + δ ∫ e^−δt E(t) dt. */
  private discount(row: Seen, whole: number): number {
    const { weeks, perWeek } = this;
    const inner = this.within.reduce(
      (sum, { t, weight, score }) => sum + weight * Math.exp(-perWeek * t) * score(row).expected,
      0,
    );
    return Math.exp(-perWeek * weeks) * whole + perWeek * weeks * inner;
  }
}
