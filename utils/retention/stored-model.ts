import type { Backtest, ModelReport } from '../value/backtest';
import type { EconomicsPrior } from '../value/economics';
import type { SpendBasis, Why } from '../value/expected';
import type { SpendFit } from '../value/gammagamma';
import type { Fit, ModelName } from '../value/models';
import type { RiskModel } from './risk';

/** How one model did in the backtest, without its own fit. */
export type TestedModel = Omit<ModelReport, 'fit'> & { boundary: string[] };
export type StoredBacktest = Omit<Backtest, 'models'> & { models: TestedModel[] };

/** The purchase model in use, with how it was chosen: plain data, enough to score any customer at any time. */
export interface StoredModel {
  id: string;
  madeAt: number;
  /** The day that the fit looked back from, and what it looked at. */
  asOf: string;
  customers: number;
  /** Purchases after each customer's first. */
  repeats: number;
  horizonDays: number;
  fit: Fit;
  /** Why this model: the interface translates `model_why_<why>`. */
  why: Why;
  spend: SpendFit;
  spendBasis: SpendBasis;
  /** null: the history is too short to hold a part of it out. */
  backtest: StoredBacktest | null;
  /** What the single customer's margin and cost to serve are drawn towards. */
  prior: EconomicsPrior;
  /** How the purchase history's risk is told, and the other fits that it needs. */
  risk: RiskModel;
  fits: Array<{ as: ModelName; fit: Fit }>;
  /** Mean weeks between purchases over the whole ledger. */
  usualGap: number;
}
