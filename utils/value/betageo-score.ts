import { type BetaGeoKind, type BetaGeoParams, stages } from './betageo';
import type { Rfm } from './rfm';
import { hyp2f1, lgamma } from './special';

type Seen = Pick<Rfm, 'x' | 'tx' | 'T'>;

/** ln of the odds that the customer has dropped out; −∞ where the model does not allow it yet. */
function logDeadOdds(seen: Seen, [r, alpha, a, b]: BetaGeoParams, { k, zero }: BetaGeoKind): number {
  const bx = b + seen.x + (zero ? 1 : 0) - 1;
  if (!zero && seen.x === 0) return -Infinity;
  const s = r + k * seen.x;
  const silent = seen.T - seen.tx;
  const { q } = stages(s, silent / (alpha + seen.T), k);
  return Math.log(a / bx) + s * Math.log1p(silent / (alpha + seen.tx)) - Math.log(q);
}

/** The probability that the customer has not dropped out by T. */
export function betaGeoAlive(seen: Seen, params: BetaGeoParams, kind: BetaGeoKind): number {
  return 1 / (1 + Math.exp(logDeadOdds(seen, params, kind)));
}

/** The probability of at least one purchase within `weeks` after T. */
export function betaGeoActive(
  seen: Seen,
  params: BetaGeoParams,
  kind: BetaGeoKind,
  weeks: number,
  alive = betaGeoAlive(seen, params, kind),
): number {
  const [r, alpha] = params;
  const { k } = kind;
  const s = r + k * seen.x;
  const end = alpha + seen.T;
  const silent = seen.T - seen.tx;
  const now = stages(s, silent / end, k).q;
  const then = stages(s, (silent + weeks) / (end + weeks), k).q;
  // still silent at T + t, given alive and silent at T
  const logStay = -s * Math.log1p(weeks / end) + Math.log(then / now);
  return alive * -Math.expm1(Math.min(0, logStay));
}

/**
 * Expected purchases within `weeks` after T.
 * k = 1: the closed form in Euler's shape, which stays finite at x = 800 where the textbook one overflows.
 * Else, and where that shape loses digits (a near 1, or a long alternating series): the exact sum over stages.
 */
export function betaGeoExpected(
  seen: Seen,
  params: BetaGeoParams,
  kind: BetaGeoKind,
  weeks: number,
  alive = betaGeoAlive(seen, params, kind),
): number {
  if (!(weeks > 0)) return 0;
  if (alive === 0) return 0;
  const given = kind.k === 1 ? closedForm(seen, params, kind, weeks) : NaN;
  return alive * (given >= 0 ? given : sumOverStages(seen, params, kind, weeks));
}

/** Expected purchases of a customer known to be alive at T; NaN where the closed form is not to be trusted. */
function closedForm(seen: Seen, [r, alpha, a, b]: BetaGeoParams, kind: BetaGeoKind, weeks: number): number {
  const c = a + b + seen.x - 1 + (kind.zero ? 1 : 0);
  const z = weeks / (alpha + seen.T + weeks);
  const first = c - r - seen.x;
  if (Math.abs(a - 1) < 1e-4 || first < -8 || c <= 0 || z > 0.999) return NaN;
  const rest = Math.exp((a - 1) * Math.log1p(-z)) * hyp2f1(first, a - 1, c, z);
  return (c / (a - 1)) * (1 - rest);
}

/**
 * The same by definition, for every k: purchases follow from counting stages. Of the stages since t_x, j < k are past (weights by
 * how likely each j is); the number of stages in the time to come is negative binomial; every k-th is a purchase, if the
 * customer came through the draws before it.
 */
export function sumOverStages(
  seen: Seen,
  [r, alpha, a, b]: BetaGeoParams,
  { k, zero }: BetaGeoKind,
  weeks: number,
): number {
  const s = r + k * seen.x;
  const y = (seen.T - seen.tx) / (alpha + seen.T);
  const survived = b + seen.x + (zero ? 1 : 0);
  const z = weeks / (alpha + seen.T + weeks);
  let weight = 1;
  let weights = 0;
  let sum = 0;
  for (let j = 0; j < k; j++) {
    if (j > 0) weight *= ((s + j - 1) / j) * y;
    weights += weight;
    if (weight > 0) sum += weight * purchasesFrom(s + j, z, j, k, a, survived);
  }
  return sum / weights;
}

/** E[Σ_{n ≤ ⌊(M+j)/k⌋} e_n], M ~ NB(s, z), e_n the chance to come through n−1 draws. */
function purchasesFrom(s: number, z: number, j: number, k: number, a: number, b: number): number {
  const mean = (s * z) / (1 - z);
  const spread = Math.sqrt(mean / (1 - z));
  const from = Math.max(0, Math.floor(mean - 12 * spread - 30));
  // P(M = from), and from there the recursion upwards
  let p = Math.exp(lgamma(s + from) - lgamma(s) - lgamma(from + 1) + s * Math.log1p(-z) + from * Math.log(z));
  const reach = { n: 0, come: 1, total: 0 };
  let sum = 0;
  let seenMass = 0;
  for (let i = from; ; i++) {
    const n = Math.floor((i + j) / k);
    while (reach.n < n) {
      reach.total += reach.come;
      reach.come *= (b + reach.n) / (a + b + reach.n);
      reach.n++;
    }
    const part = p * reach.total;
    sum += part;
    seenMass += p;
    if (i > mean && part <= 1e-16 * sum * (1 - z) && p < 1e-16) return sum / seenMass;
    if (i > mean && (i > mean + 60 * spread + 5_000 || p === 0)) return sum / seenMass;
    p *= ((s + i) / (i + 1)) * z;
  }
}
