import type { Movement, Purchaser } from '../../../utils/value/rfm';

/** A small seeded generator (mulberry32): the same ledger in every run. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A draw from Gamma(shape, 1) (Marsaglia & Tsang 2000). */
export function gamma(u: () => number, shape: number): number {
  if (shape < 1) return gamma(u, shape + 1) * u() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(u() || 1e-300)) * Math.cos(2 * Math.PI * u());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(u() || 1e-300) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

export interface World {
  customers: number;
  seed: number;
  /** Stages of a gap; rates ~ Gamma(r, α per week); drop-out ~ Beta(a, b), from the first purchase on unless `spared`. */
  k?: number;
  r: number;
  alpha: number;
  a: number;
  b: number;
  spared?: boolean;
  /** Death instead of drop-out: μ ~ Gamma(s, β per week). */
  death?: { s: number; beta: number };
  /** First purchases fall on these days; the ledger is seen from day 0 to `until`. */
  from?: number;
  to: number;
  until: number;
}

/** Customers who behave as the purchase models say, with known parameters. Customers unseen from day 0 on are left out. */
export function simulate(world: World): Purchaser[] {
  const u = random(world.seed);
  const { k = 1, from = 0 } = world;
  const out: Purchaser[] = [];
  for (let i = 0; i < world.customers; i++) {
    const movements: Movement[] = [];
    const rate = gamma(u, world.r) / world.alpha;
    const [ga, gb] = [gamma(u, world.a), gamma(u, world.b)];
    const p = ga / (ga + gb);
    const mean = 100 * gamma(u, 2);
    let t = from + u() * (world.to - from);
    const dies = world.death
      ? t + (-7 * Math.log(u() || 1e-300)) / (gamma(u, world.death.s) / world.death.beta)
      : Infinity;
    for (let n = 0; t <= world.until && t <= dies; n++) {
      const day = Math.floor(t);
      if (day >= 0 && movements.at(-1)?.day !== day) {
        movements.push({ day, kind: 'sale', amount: (mean * gamma(u, 5)) / 5 });
      }
      if (!world.death && !(world.spared && n === 0) && u() < p) break;
      t += (7 * gamma(u, k)) / rate;
    }
    if (movements.length > 0) out.push({ id: `c${i}`, movements });
  }
  return out;
}
