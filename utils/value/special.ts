/**
 * Special functions that the purchase models need, for positive real arguments, to about 1e-14.
 * Sources: Stirling's series (DLMF 5.11), the hypergeometric series (DLMF 15.2).
 */

const HALF_LOG_2PI = 0.9189385332046727;
/** From here on six terms of Stirling's series are exact to double precision. */
const STIRLING_FROM = 10;

/** ln Γ(x) for x > 0; +∞ at 0, NaN below. */
export function lgamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  let product = 1;
  let y = x;
  while (y < STIRLING_FROM) product *= y++;
  const i = 1 / y;
  const j = i * i;
  const series =
    i *
    (1 / 12 -
      j * (1 / 360 - j * (1 / 1260 - j * (1 / 1680 - j * (1 / 1188 - j * (691 / 360360 - j / 156))))));
  return (y - 0.5) * Math.log(y) - y + HALF_LOG_2PI + series - Math.log(product);
}

/** ψ(x), the derivative of ln Γ, for x > 0. */
export function digamma(x: number): number {
  if (!(x > 0)) return NaN;
  let shift = 0;
  let y = x;
  while (y < STIRLING_FROM) shift += 1 / y++;
  const j = 1 / (y * y);
  const series =
    j * (1 / 12 - j * (1 / 120 - j * (1 / 252 - j * (1 / 240 - j * (1 / 132 - (j * 691) / 32760)))));
  return Math.log(y) - 0.5 / y - series - shift;
}

/** ln B(a, b). */
export const lbeta = (a: number, b: number): number => lgamma(a) + lgamma(b) - lgamma(a + b);

/** ln(eᵃ + eᵇ) without overflow; −∞ stands for zero. */
export function logAddExp(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === -Infinity ? -Infinity : high + Math.log1p(Math.exp(Math.min(a, b) - high));
}

/** (1 − e^{−e·l}) / e, which is l at e = 0: the growth of a sum under decay, exact for every e. */
export function decayed(e: number, l: number): number {
  return e === 0 ? l : -Math.expm1(-e * l) / e;
}

const SERIES_LIMIT = 20_000;

/** ₂F₁(a, b; c; z) by its series, 0 ≤ z < 1, c > 0. NaN where {@link SERIES_LIMIT} terms are too few. */
export function hyp2f1(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < SERIES_LIMIT; n++) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= ratio;
    sum += term;
    // the terms that follow are at most a geometric series of the present ratio, once that is below one (above it no term is below zero)
    if (Math.abs(term) <= 1e-17 * Math.abs(sum) * (1 - Math.abs(ratio)) || term === 0) return sum;
  }
  return NaN;
}
