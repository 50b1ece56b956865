import { type Box, minimise } from './optimise';
import { digamma, lgamma } from './special';

/**
 * Gamma-Gamma (Fader & Hardie 2013): a customer's purchases scatter around their own mean spend, and the means scatter among customers.
 * It presumes that how much is spent has little to do with how often; {@link SpendFit.correlation} tells how far that holds.
 */
export interface SpendRow {
  /** Purchases that the mean is taken over, ≥ 1. */
  x: number;
  /** Their mean amount. */
  mean: number;
}

export interface SpendFit {
  /** `gamma-gamma`, or `shrunk`: the own mean drawn towards that of all, where Gamma-Gamma cannot be had. */
  model: 'gamma-gamma' | 'shrunk';
  /** Why not Gamma-Gamma: too few customers, a mean that does not exist (q ≤ 1), or a fit that did not settle. */
  because: 'fits' | 'too-few' | 'no-mean' | 'no-fit';
  p: number;
  q: number;
  gamma: number;
  logLikelihood: number;
  /** Expected spend of a customer of whom nothing is known; 0 where nothing is known of anybody. */
  populationMean: number;
  /** Pearson's correlation of x and ln mean; above .3 or so the independence that Gamma-Gamma presumes is in doubt. */
  correlation: number;
  customers: number;
  /** Parameters that stopped at a bound. */
  boundary: string[];
}

/** Below this many customers with a repeat purchase three parameters are not to be had. */
const ENOUGH = 30;
const BOX: Box = { lower: [1e-3, 1e-3, 1e-6], upper: [1e4, 1e4, 1e9] };
const NAMES = ['p', 'q', 'gamma'];

/** Fits the spend per purchase. Rows without purchases or without spend are left out. Never throws. */
export function fitSpend(all: readonly SpendRow[]): SpendFit {
  const rows = all.filter((row) => row.x > 0 && row.mean > 0);
  const populationMean = weightedMean(rows);
  const shrunk = { model: 'shrunk', p: NaN, q: NaN, gamma: NaN, logLikelihood: NaN, boundary: [] } as const;
  const common = { populationMean, correlation: correlation(rows), customers: rows.length };
  if (rows.length < ENOUGH) return { ...shrunk, ...common, boundary: [], because: 'too-few' };
  // in units of the mean the search starts at the same place whatever the currency
  const scaled = rows.map((row) => ({ x: row.x, mean: row.mean / populationMean }));
  const end = minimise(
    objective(scaled),
    [
      [2, 3, 1],
      [6, 4, 0.4],
      [1, 1.5, 1],
    ],
    BOX,
  );
  const [p = NaN, q = NaN, unit = NaN] = end.params;
  const gamma = unit * populationMean;
  const logs = rows.reduce((sum) => sum + Math.log(populationMean), 0);
  const fit = { p, q, gamma, logLikelihood: -end.value * rows.length - logs };
  const boundary = end.bound.map((i) => NAMES[i] ?? '');
  if (!Number.isFinite(end.value)) return { ...shrunk, ...common, boundary, because: 'no-fit' };
  if (q <= 1) return { ...shrunk, ...common, ...fit, boundary, because: 'no-mean' };
  return {
    ...common,
    ...fit,
    model: 'gamma-gamma',
    because: 'fits',
    boundary,
    populationMean: (p * gamma) / (q - 1),
  };
}

/** Expected mean spend of a customer with x purchases of this mean, in the unit of the amounts. */
export function expectedSpend(fit: SpendFit, { x, mean }: SpendRow): number {
  if (fit.model === 'gamma-gamma') {
    return x > 0 && mean > 0
      ? (fit.p * (fit.gamma + x * mean)) / (fit.p * x + fit.q - 1)
      : fit.populationMean;
  }
  // one purchase of the average customer stands against the own ones
  return x > 0 ? (fit.populationMean + x * mean) / (1 + x) : fit.populationMean;
}

function objective(rows: readonly SpendRow[]) {
  const order = rows.toSorted((a, b) => a.x - b.x);
  return (logs: Float64Array, gradient: Float64Array): number => {
    const [p = NaN, q = NaN, gamma = NaN] = Array.from(logs, Math.exp);
    const lq = q * Math.log(gamma) - lgamma(q);
    const psiQ = Math.log(gamma) - digamma(q);
    const sums: [number, number, number, number] = [0, 0, 0, 0];
    let last = NaN;
    let constant = 0;
    let dp = 0;
    let dq = 0;
    for (const { x, mean } of order) {
      if (x !== last) {
        constant = lgamma(p * x + q) - lgamma(p * x) + lq + p * x * Math.log(x);
        const psi = digamma(p * x + q);
        dp = x * (psi - digamma(p * x) + Math.log(x));
        dq = psi + psiQ;
        last = x;
      }
      const logMean = Math.log(mean);
      const logSum = Math.log(gamma + x * mean);
      sums[0] += constant + (p * x - 1) * logMean - (p * x + q) * logSum;
      sums[1] += dp + x * (logMean - logSum);
      sums[2] += dq - logSum;
      sums[3] += q / gamma - (p * x + q) / (gamma + x * mean);
    }
    const scale = -1 / order.length;
    [p, q, gamma].forEach((v, i) => {
      gradient[i] = scale * (sums[i + 1] ?? 0) * v;
    });
    return scale * (sums[0] ?? 0);
  };
}

function weightedMean(rows: readonly SpendRow[]): number {
  const n = rows.reduce((sum, row) => sum + row.x, 0);
  return n > 0 ? rows.reduce((sum, row) => sum + row.x * row.mean, 0) / n : 0;
}

function correlation(rows: readonly SpendRow[]): number {
  const n = rows.length;
  if (n < 3) return 0;
  const mx = rows.reduce((sum, row) => sum + row.x, 0) / n;
  const my = rows.reduce((sum, row) => sum + Math.log(row.mean), 0) / n;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const row of rows) {
    const dx = row.x - mx;
    const dy = Math.log(row.mean) - my;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
