import type { Objective } from './optimise';
import type { Groups, Rfm } from './rfm';
import { decayed, digamma, lgamma, logAddExp } from './special';

/**
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987): purchases at a rate λ ~ Gamma(r, α), death at a rate μ ~ Gamma(s, β).
 * The likelihood's hypergeometric pair is here the integral that it stands for, over the time of death:
 *   D(u, v) = s ∫_u^v (α+τ)^−(r+x) (β+τ)^−(s+1) dτ,
 * which needs no cases for α < β, loses no digits where t_x is near T, and does not overflow at x = 800.
 */
export type ParetoParams = readonly [r: number, alpha: number, s: number, beta: number];

/** Gauss–Legendre, 16 nodes on [0, 1]. */
const NODES = gaussLegendre(16);
const AT = Float64Array.from(NODES, ([node]) => node);
const WEIGHT = Float64Array.from(NODES, ([, weight]) => weight);

function gaussLegendre(n: number): ReadonlyArray<readonly [node: number, weight: number]> {
  const out: Array<[number, number]> = [];
  for (let i = 0; i < n; i++) {
    let t = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round++) {
      let before = 1;
      let now = t;
      for (let d = 2; d <= n; d++) [before, now] = [now, ((2 * d - 1) * t * now - (d - 1) * before) / d];
      slope = (n * (t * now - before)) / (t * t - 1);
      const step = now / slope;
      t -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    out.push([(1 + t) / 2, 1 / ((1 - t * t) * slope * slope)]);
  }
  return out;
}

/** D and, for the gradient, the means of ln(α+τ), 1/(α+τ), ln(β+τ), 1/(β+τ) over its integrand. */
interface Death {
  log: number;
  means: Float64Array;
}

/**
 * With q = (r+s+x)·ln((α+τ)/(α+u)) the integrand is e^−q·((α+τ)/(β+τ))^{s+1}, smooth in q; panels keep each piece short.
 */
function death(u: number, v: number, x: number, params: ParetoParams, out: Death, withMeans: boolean): void {
  const [r, alpha, s, beta] = params;
  const w = r + s + x;
  const from = alpha + u;
  const logFrom = Math.log(from);
  const stretch = Math.log1p((v - u) / from);
  const range = Math.min(w * stretch, 37);
  const steep = (s + 1) * Math.abs(Math.log((from * (beta + v)) / ((alpha + v) * (beta + u))));
  const panels = Math.min(
    64,
    Math.max(1, Math.ceil(range / 9), Math.ceil(stretch / 2), Math.ceil(steep / 8)),
  );
  const scale = (s + 1) * Math.log(from / (beta + u));
  const lag = beta - alpha;
  const width = range / panels;
  let total = 0;
  let m0 = 0;
  let m1 = 0;
  let m2 = 0;
  let m3 = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let i = 0; i < AT.length; i++) {
      const q = width * (panel + (AT[i] as number));
      const up = q / w;
      const at = from * Math.exp(up);
      const bt = at + lag;
      const logB = Math.log(bt);
      const part = (WEIGHT[i] as number) * Math.exp((s + 1) * (logFrom + up - logB) - scale - q);
      total += part;
      if (!withMeans) continue;
      m0 += part * up;
      m1 += part / at;
      m2 += part * logB;
      m3 += part / bt;
    }
  }
  const { means } = out;
  means[0] = logFrom + m0 / total;
  means[1] = m1 / total;
  means[2] = m2 / total;
  means[3] = m3 / total;
  out.log = Math.log(s / w) - w * logFrom + scale + Math.log(width * total);
}

/** The mean negative log-likelihood of the groups and its gradient in ln r, ln α, ln s, ln β. */
export function paretoObjective(groups: Groups): Objective {
  const { size, xs, xAt } = groups;
  const dead: Death = { log: 0, means: new Float64Array(4) };
  return (logs, gradient) => {
    const params = Array.from(logs, Math.exp) as unknown as ParetoParams;
    const [r, alpha, s, beta] = params;
    const base = r * Math.log(alpha) + s * Math.log(beta) - lgamma(r);
    const constant = xs.map((x) => base + lgamma(r + x));
    const dr = xs.map((x) => digamma(r + x) - digamma(r) + Math.log(alpha));
    const sums: [number, number, number, number, number] = [0, 0, 0, 0, 0];
    const { means } = dead;
    for (let i = 0; i < size; i++) {
      const x = groups.x[i] as number;
      const T = groups.T[i] as number;
      const n = groups.n[i] as number;
      const at = xAt[i] as number;
      const logA = Math.log(alpha + T);
      const logB = Math.log(beta + T);
      const logAlive = -(r + x) * logA - s * logB;
      death(groups.tx[i] as number, T, x, params, dead, true);
      const logOdds = dead.log - logAlive;
      const gone = 1 / (1 + Math.exp(-logOdds));
      const here = 1 - gone;
      sums[0] += n * ((constant[at] as number) + logAlive + logAddExp(0, logOdds));
      sums[1] += n * ((dr[at] as number) - here * logA - gone * (means[0] as number));
      sums[2] += n * (r / alpha - (r + x) * (here / (alpha + T) + gone * (means[1] as number)));
      sums[3] += n * (Math.log(beta) - here * logB + gone * (1 / s - (means[2] as number)));
      sums[4] += n * (s / beta - (here * s) / (beta + T) - gone * (s + 1) * (means[3] as number));
    }
    for (let i = 0; i < 4; i++)
      gradient[i] = (-(sums[i + 1] ?? 0) * (params[i] as number)) / groups.customers;
    return -(sums[0] as number) / groups.customers;
  };
}

type Seen = Pick<Rfm, 'x' | 'tx' | 'T'>;

/** ln D(u, v) alone. */
function logDeath(u: number, v: number, x: number, params: ParetoParams): number {
  const out: Death = { log: 0, means: new Float64Array(4) };
  death(u, v, x, params, out, false);
  return out.log;
}

/** The probability that the customer is still alive at T. */
export function paretoAlive({ x, tx, T }: Seen, params: ParetoParams): number {
  if (T <= tx) return 1;
  const [r, alpha, s, beta] = params;
  const logAlive = -(r + x) * Math.log(alpha + T) - s * Math.log(beta + T);
  return 1 / (1 + Math.exp(logDeath(tx, T, x, params) - logAlive));
}

/** The probability of at least one purchase within `weeks` after T. */
export function paretoActive(seen: Seen, params: ParetoParams, weeks: number): number {
  if (!(weeks > 0)) return 0;
  const [r, alpha, s, beta] = params;
  const { x, T } = seen;
  const logAlive = -(r + x) * Math.log(alpha + T) - s * Math.log(beta + T);
  // no purchase: alive and silent all the time, or dead on the way
  const silent = Math.exp(-(r + x) * Math.log1p(weeks / (alpha + T)) - s * Math.log1p(weeks / (beta + T)));
  const dies = Math.exp(logDeath(T, T + weeks, x, params) - logAlive);
  return paretoAlive(seen, params) * Math.min(1, Math.max(0, 1 - silent - dies));
}

/** Expected purchases within `weeks` after T. */
export function paretoExpected(seen: Seen, params: ParetoParams, weeks: number): number {
  if (!(weeks > 0)) return 0;
  const [r, alpha, s, beta] = params;
  const { x, T } = seen;
  const rate = ((r + x) * (beta + T)) / (alpha + T);
  return paretoAlive(seen, params) * rate * decayed(s - 1, Math.log1p(weeks / (beta + T)));
}
