/**
 * Ridge logistic regression for a handful of features: how several signals of one event weigh together.
 * Features are standardised within, so one ridge fits all; Newton's method, which needs a few rounds only.
 */
export interface Logistic {
  /** On the raw features; the intercept last. */
  weights: number[];
}

const ROUNDS = 25;

/** Fits P(event) = σ(w·f + c). `features` is one row a customer. With `ridge` > 0 it always ends, whatever the data. */
export function fitLogistic(
  features: ReadonlyArray<readonly number[]>,
  events: readonly boolean[],
  ridge: number,
): Logistic {
  const width = features[0]?.length ?? 0;
  const means = Array.from({ length: width }, (_, j) => average(features.map((f) => f[j] ?? 0)));
  const scales = means.map((m, j) => Math.sqrt(average(features.map((f) => ((f[j] ?? 0) - m) ** 2))) || 1);
  const rows = standardised(features, means, scales);
  let beta = new Array<number>(width + 1).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(rows, events, beta, ridge);
    beta = beta.map((b, j) => b + (step[j] ?? 0));
    if (step.every((s) => Math.abs(s) < 1e-7)) break;
  }
  const weights = scales.map((s, j) => (beta[j] ?? 0) / s);
  const shift = weights.reduce((sum, w, j) => sum + w * (means[j] ?? 0), 0);
  return { weights: [...weights, (beta[width] ?? 0) - shift] };
}

/** One flat table, a constant 1 at the end of each row. */
function standardised(
  features: ReadonlyArray<readonly number[]>,
  means: readonly number[],
  scales: readonly number[],
): Float64Array {
  const n = means.length + 1;
  const rows = new Float64Array(features.length * n).fill(1);
  features.forEach((f, i) => {
    for (let j = 0; j < n - 1; j++) rows[i * n + j] = ((f[j] ?? 0) - (means[j] ?? 0)) / (scales[j] ?? 1);
  });
  return rows;
}

/** w·f + c: the log-odds of the event. */
export const logOdds = ({ weights }: Logistic, features: readonly number[]): number =>
  weights.reduce((sum, w, j) => sum + w * (j < features.length ? (features[j] ?? 0) : 1), 0);

export const sigmoid = (t: number): number => 1 / (1 + Math.exp(-t));

function newtonStep(
  rows: Float64Array,
  events: readonly boolean[],
  beta: readonly number[],
  ridge: number,
): number[] {
  const n = beta.length;
  const hessian = new Float64Array(n * n);
  const gradient = beta.map((b, j) => (j < n - 1 ? -ridge * b : 0));
  for (let at = 0, from = 0; at < events.length; at++, from += n) {
    let t = 0;
    for (let j = 0; j < n; j++) t += (rows[from + j] ?? 0) * (beta[j] ?? 0);
    const p = sigmoid(t);
    const miss = (events[at] ? 1 : 0) - p;
    const w = Math.max(p * (1 - p), 1e-9);
    for (let i = 0; i < n; i++) {
      const one = rows[from + i] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + miss * one;
      const wide = w * one;
      for (let j = 0; j <= i; j++)
        hessian[i * n + j] = (hessian[i * n + j] ?? 0) + wide * (rows[from + j] ?? 0);
    }
  }
  const square = beta.map((_, i) => beta.map((__, j) => hessian[Math.max(i, j) * n + Math.min(i, j)] ?? 0));
  square.forEach((line, i) => {
    line[i] = (line[i] ?? 0) + (i < n - 1 ? ridge : 1e-6);
  });
  return solve(square, gradient);
}

/** Gauss elimination with pivots; the matrix is small and, with a ridge, never singular. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const rows = matrix.map((line, i) => [...line, right[i] ?? 0]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let i = c + 1; i < n; i++) {
      if (Math.abs(rows[i]?.[c] ?? 0) > Math.abs(rows[pivot]?.[c] ?? 0)) pivot = i;
    }
    [rows[c], rows[pivot]] = [rows[pivot] ?? [], rows[c] ?? []];
    const top = rows[c] ?? [];
    for (let i = 0; i < n; i++) {
      const line = rows[i] ?? [];
      const factor = i === c ? 0 : (line[c] ?? 0) / (top[c] || 1e-300);
      for (let j = c; factor !== 0 && j <= n; j++) line[j] = (line[j] ?? 0) - factor * (top[j] ?? 0);
    }
  }
  return rows.map((line, i) => (line[n] ?? 0) / (line[i] || 1e-300));
}

const average = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
