import type { Objective } from './optimise';
import type { Groups } from './rfm';
import { digamma, lgamma } from './special';

/**
 * The beta-geometric family. While alive, a customer buys after gaps of k gamma stages at their own rate λ ~ Gamma(r, α);
 * after each purchase they drop out with their own probability p ~ Beta(a, b).
 * - k = 1, zero = false: BG/NBD (Fader, Hardie & Lee 2005): nobody drops out after the first purchase.
 * - k = 1, zero = true: MBG/NBD (Batislam et al. 2007): the first purchase may be the last.
 * - k > 1, zero = true: MBG/CNBD-k (Platzer & Reutterer 2017): buying is regular.
 *
 * Everything is derived from two weights, on the log scale: "dropped out at t_x" and "alive at T, but silent since t_x".
 */
export interface BetaGeoKind {
  k: number;
  zero: boolean;
}

/** r, α (weeks), a, b. */
export type BetaGeoParams = readonly [r: number, alpha: number, a: number, b: number];

/** Q and, for the gradient, ∂ln Q/∂s and ∂ln Q/∂ln y; reused, because it is worked out for every customer of every step. */
export interface Stages {
  q: number;
  ds: number;
  dy: number;
}

/** Q(y) = Σ_{j<k} (s)_j/j! yʲ: the chance of fewer than k stages, over that of none. */
export function stages(s: number, y: number, k: number, out: Stages = { q: 1, ds: 0, dy: 0 }): Stages {
  let term = 1;
  let q = 1;
  let ds = 0;
  let dy = 0;
  let harmonic = 0;
  for (let j = 1; j < k; j++) {
    const past = s + j - 1;
    harmonic += 1 / past;
    term *= (past / j) * y;
    q += term;
    ds += term * harmonic;
    dy += term * j;
  }
  out.q = q;
  out.ds = ds / q;
  out.dy = dy / q;
  return out;
}

/**
 * The mean negative log-likelihood of the groups and its gradient in ln r, ln α, ln a, ln b
 * (without what the gaps add, which no parameter moves).
 */
export function betaGeoObjective(groups: Groups, { k, zero }: BetaGeoKind): Objective {
  const m = zero ? 1 : 0;
  const perX = new Float64Array(groups.xs.length * PER_X);
  const sums = new Float64Array(5);
  return (logs, gradient) => {
    const params = Array.from(logs, Math.exp) as unknown as BetaGeoParams;
    tabulate(perX, groups.xs, params, k, m);
    sumGroups(sums, perX, groups, params, k, m);
    const scale = -1 / groups.customers;
    for (let i = 0; i < 4; i++) gradient[i] = scale * (sums[i + 1] ?? 0) * (params[i] ?? 0);
    return scale * (sums[0] ?? 0);
  };
}

/** What depends on x alone: [constant, ln(dead/alive) weight, ∂r, ∂a, ∂b, 1/(b+x+m−1)]. */
const PER_X = 6;

function tabulate(out: Float64Array, xs: Float64Array, params: BetaGeoParams, k: number, m: number): void {
  const [r, alpha, a, b] = params;
  const base = r * Math.log(alpha) - lgamma(r) + lgamma(a + b) - lgamma(b);
  const dr = Math.log(alpha) - digamma(r);
  const dab = digamma(a + b);
  const db = digamma(b);
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i] ?? 0;
    const s = r + k * x;
    const bx = b + x + m;
    const abx = digamma(a + bx);
    const at = i * PER_X;
    const dies = x + m > 0;
    out[at] = base + lgamma(s) + lgamma(bx) - lgamma(a + bx);
    out[at + 1] = dies ? Math.log(a / (bx - 1)) : -Infinity;
    out[at + 2] = digamma(s) + dr;
    out[at + 3] = dab - abx;
    out[at + 4] = dab - db + digamma(bx) - abx;
    out[at + 5] = dies ? 1 / (bx - 1) : 0;
  }
}

function sumGroups(
  sums: Float64Array,
  perX: Float64Array,
  groups: Groups,
  params: BetaGeoParams,
  k: number,
  m: number,
): void {
  const [r, alpha, a] = params;
  const { size, x: xs, tx: txs, T: Ts, n: ns, xAt } = groups;
  const quiet: Stages = { q: 1, ds: 0, dy: 0 };
  let total = 0;
  let gr = 0;
  let galpha = 0;
  let ga = 0;
  let gb = 0;
  for (let i = 0; i < size; i++) {
    const x = xs[i] as number;
    const end = alpha + (Ts[i] as number);
    const seen = alpha + (txs[i] as number);
    const n = ns[i] as number;
    const at = (xAt[i] as number) * PER_X;
    const s = r + k * x;
    const logEnd = Math.log(end);
    const logSeen = Math.log(seen);
    let logQ = 0;
    let dqs = 0;
    let dqAlpha = 0;
    if (k > 1) {
      stages(s, (end - seen) / end, k, quiet);
      logQ = Math.log(quiet.q);
      dqs = quiet.ds;
      dqAlpha = -quiet.dy / end;
    }
    // ln(dead ÷ alive): the odds of having dropped out
    const logOdds = (perX[at + 1] as number) + s * (logEnd - logSeen) - logQ;
    const odds = Math.exp(-Math.abs(logOdds));
    const dead = (logOdds > 0 ? 1 : odds) / (1 + odds);
    const alive = (logOdds > 0 ? odds : 1) / (1 + odds);
    total += n * ((perX[at] as number) - s * logEnd + logQ + Math.max(0, logOdds) + Math.log1p(odds));
    gr += n * ((perX[at + 2] as number) + alive * (dqs - logEnd) - dead * logSeen);
    galpha += n * (r / alpha + alive * (dqAlpha - s / end) - (dead * s) / seen);
    ga += n * ((perX[at + 3] as number) + dead / a);
    gb += n * ((perX[at + 4] as number) - (m + x > 0 ? dead * (perX[at + 5] as number) : 0));
  }
  sums.set([total, gr, galpha, ga, gb]);
}
