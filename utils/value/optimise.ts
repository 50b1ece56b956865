/**
 * Maximum likelihood in a box: a quasi-Newton search (BFGS) with exact gradients, projected on the
 * bounds. Parameters are positive, so the search walks over their logarithms.
 */

/** Writes ∂f/∂ln θᵢ into `gradient` and returns f: the mean negative log-likelihood at `logs` = ln θ. */
export type Objective = (logs: Float64Array, gradient: Float64Array) => number;

export interface Box {
  lower: readonly number[];
  upper: readonly number[];
}

export interface Optimum {
  /** θ, not its logarithm. */
  params: number[];
  /** f there. */
  value: number;
  converged: boolean;
  iterations: number;
  /** Indices of the parameters that stopped at a bound. */
  bound: number[];
  /** The estimate of the inverse Hessian there: a good start for a search nearby. */
  inverse?: Float64Array;
}

const ARMIJO = 1e-4;
const GRADIENT_ENOUGH = 1e-8;
/** A slope that the arithmetic hardly tells from none. */
const FLAT = 1e-5;
const STEP_MAX = 2;
/** A sum over a hundred thousand customers is right to about so much of itself: a step that promises less cannot be told from none. */
const NOISE = 1e-12;

const MAX_ITERATIONS = 200;
/** A search that still creeps after so many steps follows a ridge to nowhere: so little gained in the last of them, and it ends there. */
const CREEPS = { after: 20, over: 10, gain: 1e-6 };

/**
 * Searches from each start in turn, and returns the best end. Never throws: an f that is not finite is a wall.
 * `inverse` is what an earlier search of a like f learnt ({@link Optimum.inverse}).
 */
export function minimise(
  f: Objective,
  starts: ReadonlyArray<readonly number[]>,
  box: Box,
  inverse?: Float64Array,
): Optimum {
  let best: Optimum | undefined;
  for (const start of starts) {
    const end = descend(f, start, box, new Inverse(start.length, inverse));
    if (!best || end.value < best.value - 1e-12 || Number.isNaN(best.value)) best = end;
  }
  return best ?? { params: [], value: NaN, converged: false, iterations: 0, bound: [] };
}

function descend(f: Objective, start: readonly number[], box: Box, inverse: Inverse): Optimum {
  const n = start.length;
  const low = box.lower.map(Math.log);
  const high = box.upper.map(Math.log);
  const clamp = (v: number, i: number) => Math.min(high[i] ?? v, Math.max(low[i] ?? v, v));
  let at = Float64Array.from(start, (v, i) => clamp(Math.log(v), i));
  let gradient = new Float64Array(n);
  let value = f(at, gradient);
  let iterations = 0;
  let converged = false;
  let before = value;
  for (; iterations < MAX_ITERATIONS && Number.isFinite(value); iterations++) {
    const free = Array.from(at, (v, i) => {
      const g = gradient[i] ?? 0;
      return !((v <= (low[i] ?? -Infinity) && g > 0) || (v >= (high[i] ?? Infinity) && g < 0));
    });
    const steepest = Math.max(0, ...Array.from(gradient, (g, i) => (free[i] ? Math.abs(g) : 0)));
    const looks = iterations > 0 && iterations % CREEPS.over === 0;
    const creeps = looks && iterations >= CREEPS.after && before - value < CREEPS.gain;
    if (looks) before = value;
    if (steepest < GRADIENT_ENOUGH || creeps) {
      converged = steepest < FLAT;
      break;
    }
    const direction = inverse.direction(gradient, free);
    const promised = -dot(direction, gradient);
    if (!inverse.fresh && promised < NOISE * Math.abs(value)) {
      converged = steepest < FLAT;
      break;
    }
    const step = lineSearch(f, at, value, gradient, direction, clamp);
    if (!step) {
      if (inverse.fresh) {
        // no descent along the gradient itself: as low as the arithmetic can tell
        converged = steepest < FLAT;
        break;
      }
      inverse.reset();
      continue;
    }
    inverse.learn(at, step.at, gradient, step.gradient);
    ({ at, gradient, value } = step);
  }
  const bound: number[] = [];
  at.forEach((v, i) => {
    if (v <= (low[i] ?? -Infinity) + 1e-9 || v >= (high[i] ?? Infinity) - 1e-9) bound.push(i);
  });
  return { params: Array.from(at, Math.exp), value, converged, iterations, bound, inverse: inverse.h };
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0);

interface Step {
  at: Float64Array<ArrayBuffer>;
  gradient: Float64Array<ArrayBuffer>;
  value: number;
}

function lineSearch(
  f: Objective,
  at: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
  clamp: (v: number, i: number) => number,
): Step | undefined {
  const longest = direction.reduce((m, d) => Math.max(m, Math.abs(d)), 0);
  let scale = longest > STEP_MAX ? STEP_MAX / longest : 1;
  for (let halvings = 0; halvings < 30; halvings++, scale /= 2) {
    const next = Float64Array.from(at, (v, i) => clamp(v + scale * (direction[i] ?? 0), i));
    const slope = next.reduce((sum, v, i) => sum + (v - (at[i] ?? 0)) * (gradient[i] ?? 0), 0);
    if (slope >= 0) continue;
    if (-slope < NOISE * Math.abs(value)) return undefined;
    const nextGradient = new Float64Array(at.length);
    const nextValue = f(next, nextGradient);
    if (nextValue <= value + ARMIJO * slope && nextValue < value && nextGradient.every(Number.isFinite)) {
      return { at: next, gradient: nextGradient, value: nextValue };
    }
  }
  return undefined;
}

/** The running estimate of the inverse Hessian. */
class Inverse {
  fresh = true;
  readonly h: Float64Array;
  constructor(
    private readonly n: number,
    known?: Float64Array,
  ) {
    this.h = new Float64Array(n * n);
    this.reset();
    if (known?.length !== this.h.length) return;
    this.h.set(known);
    this.fresh = false;
  }

  reset(): void {
    this.fresh = true;
    this.h.fill(0);
    for (let i = 0; i < this.n; i++) this.h[i * this.n + i] = 1;
  }

  /** −H·g within the free parameters; steepest descent where that would not go down. */
  direction(gradient: Float64Array, free: readonly boolean[]): Float64Array {
    const out = new Float64Array(this.n);
    const h = this.within(free);
    let slope = 0;
    for (let i = 0; i < this.n; i++) {
      if (!free[i]) continue;
      for (let j = 0; j < this.n; j++) {
        if (free[j]) out[i] = (out[i] ?? 0) - (h[i * this.n + j] ?? 0) * (gradient[j] ?? 0);
      }
      slope += (out[i] ?? 0) * (gradient[i] ?? 0);
    }
    if (slope < 0) return out;
    this.reset();
    return Float64Array.from(gradient, (g, i) => (free[i] ? -g : 0));
  }

  /** What H is while the other parameters stand at a bound: not a part of it, but the inverse of that part of the Hessian. */
  private within(free: readonly boolean[]): Float64Array {
    const { n } = this;
    const h = this.h.slice();
    free.forEach((isFree, b) => {
      const pivot = h[b * n + b] ?? 0;
      if (isFree || !(pivot > 0)) return;
      const row = h.slice(b * n, b * n + n);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          h[i * n + j] = (h[i * n + j] ?? 0) - ((row[i] ?? 0) * (row[j] ?? 0)) / pivot;
    });
    return h;
  }

  /** The BFGS update from one step; left out where the curvature is not positive. */
  learn(from: Float64Array, to: Float64Array, g0: Float64Array, g1: Float64Array): void {
    const { n, h } = this;
    const s = Float64Array.from(to, (v, i) => v - (from[i] ?? 0));
    const y = Float64Array.from(g1, (v, i) => v - (g0[i] ?? 0));
    const sy = dot(s, y);
    if (!(sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
    if (this.fresh) for (let i = 0; i < n; i++) h[i * n + i] = sy / dot(y, y);
    this.fresh = false;
    const hy = new Float64Array(n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) hy[i] = (hy[i] ?? 0) + (h[i * n + j] ?? 0) * (y[j] ?? 0);
    const grow = (1 + dot(y, hy) / sy) / sy;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const si = s[i] ?? 0;
        const sj = s[j] ?? 0;
        h[i * n + j] = (h[i * n + j] ?? 0) + grow * si * sj - ((hy[i] ?? 0) * sj + si * (hy[j] ?? 0)) / sy;
      }
    }
  }
}
