import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaGeoObjective } from '../../../utils/value/betageo';
import {
  betaGeoActive,
  betaGeoAlive,
  betaGeoExpected,
  sumOverStages,
} from '../../../utils/value/betageo-score';
import { fitAll } from '../../../utils/value/fit';
import { type Fit, MODELS, score } from '../../../utils/value/models';
import type { Objective } from '../../../utils/value/optimise';
import { paretoActive, paretoAlive, paretoExpected, paretoObjective } from '../../../utils/value/paretonbd';
import { group, ordersUntil, type Purchaser, type Rfm, rfmOf } from '../../../utils/value/rfm';
import { simulate, type World } from './simulate';

const rowsOf = (purchasers: readonly Purchaser[], until: number): Rfm[] =>
  purchasers.flatMap((p) => rfmOf(ordersUntil(p.movements, until), until) ?? []);

const BG = [0.243, 4.414, 0.793, 2.426] as const;
const PARETO = [0.553, 10.578, 0.606, 11.669] as const;
const bg = { k: 1, zero: false };
const mbg = { k: 1, zero: true };
const WORLD: World = { customers: 3000, seed: 7, r: 0.9, alpha: 6, a: 0.9, b: 2.6, to: 200, until: 600 };

/** A customer that could be: x purchases, the last at tx ≤ T. */
const seen = fc
  .record({
    x: fc.integer({ min: 0, max: 40 }),
    part: fc.double({ min: 0.01, max: 1, noNaN: true }),
    T: fc.double({ min: 0.5, max: 200, noNaN: true }),
  })
  .map(({ x, part, T }) => ({ x, tx: x === 0 ? 0 : part * T, T }));
const shape = fc.double({ min: 0.05, max: 20, noNaN: true });
const params = fc.tuple(shape, shape, shape, shape);

describe('published figures (Fader, Hardie & Lee 2005, at the published parameters, three digits)', () => {
  const first = { x: 2, tx: 213 / 7, T: 272 / 7 };
  const best = { x: 26, tx: 216 / 7, T: 31 };

  it('conditional expectations and P(alive)', () => {
    expect(betaGeoExpected(first, BG, bg, 39)).toBeCloseTo(1.22612, 5);
    expect(betaGeoExpected(best, BG, bg, 52)).toBeCloseTo(25.7565, 3);
    expect(betaGeoAlive(best, BG, bg)).toBeCloseTo(0.96885, 5);
    expect(paretoExpected(best, PARETO, 52)).toBeCloseTo(25.4573, 3);
  });
});

describe('gradients', { timeout: 60_000 }, () => {
  const groups = group(rowsOf(simulate({ ...WORLD, customers: 300 }), 600));
  const objectives: Array<[string, Objective]> = [
    ['BG/NBD', betaGeoObjective(groups, bg)],
    ['MBG/NBD', betaGeoObjective(groups, mbg)],
    ['MBG/CNBD-3', betaGeoObjective(groups, { k: 3, zero: true })],
    ['Pareto/NBD', paretoObjective(groups)],
  ];
  it.each(objectives)('%s: the slope is the slope', (_, f) => {
    const at = Float64Array.from([0.7, 5, 0.8, 3], Math.log);
    const gradient = new Float64Array(4);
    f(at, gradient);
    const spare = new Float64Array(4);
    gradient.forEach((g, i) => {
      const h = 1e-5;
      const up = f(at.with(i, (at[i] ?? 0) + h), spare);
      const down = f(at.with(i, (at[i] ?? 0) - h), spare);
      expect(g).toBeCloseTo((up - down) / (2 * h), 6);
    });
  });
});

describe('known parameters are recovered', { timeout: 60_000 }, () => {
  const near = (fit: Fit | undefined, wanted: Record<string, number>) => {
    for (const [name, value] of Object.entries(wanted)) {
      const ratio = (fit?.params[name] ?? NaN) / value;
      expect(ratio, name).toBeGreaterThan(0.75);
      expect(ratio, name).toBeLessThan(1.35);
    }
    expect(fit?.converged).toBe(true);
    expect(fit?.boundary).toEqual([]);
  };

  it('MBG/NBD', () => {
    const fits = fitAll(rowsOf(simulate({ ...WORLD, customers: 6000 }), 600), ['mbg']);
    near(fits.get('mbg'), { r: 0.9, alpha: 6, a: 0.9, b: 2.6 });
  });

  it('BG/NBD', () => {
    const fits = fitAll(rowsOf(simulate({ ...WORLD, customers: 6000, spared: true }), 600), ['bg']);
    near(fits.get('bg'), { r: 0.9, alpha: 6, a: 0.9, b: 2.6 });
  });

  it('Pareto/NBD', () => {
    const world = { ...WORLD, customers: 6000, death: { s: 1.2, beta: 20 } };
    near(fitAll(rowsOf(simulate(world), 600), ['pareto']).get('pareto'), {
      r: 0.9,
      alpha: 6,
      s: 1.2,
      beta: 20,
    });
  });

  it('MBG/CNBD-k, and with it the regularity', () => {
    const world = { ...WORLD, k: 4, r: 2.5, alpha: 1.2, a: 0.9, b: 6, customers: 4000 };
    const fit = fitAll(rowsOf(simulate(world), 600), ['cnbdk']).get('cnbdk');
    expect(fit?.params.k).toBe(4);
    near(fit, { r: 2.5, alpha: 1.2, a: 0.9, b: 6 });
  });

  it('irregular buying is not taken for regular', () => {
    expect(fitAll(rowsOf(simulate({ ...WORLD, alpha: 12 }), 600), ['cnbdk']).has('cnbdk')).toBe(false);
  });

  it('nobody ever leaves: the fit ends at a bound and says which', () => {
    const rows = rowsOf(simulate({ ...WORLD, customers: 400, a: 1e-9, b: 5 }), 600);
    const fit = fitAll(rows, ['mbg']).get('mbg');
    expect(fit?.boundary.length).toBeGreaterThan(0);
    expect(score(fit as Fit, { x: 5, tx: 50, T: 51 }, 52).pAlive).toBeGreaterThan(0.9);
  });
});

describe('expected purchases', { timeout: 60_000 }, () => {
  it('the closed form and the sum over stages agree', () => {
    fc.assert(
      fc.property(
        seen,
        params,
        fc.boolean(),
        fc.double({ min: 0.1, max: 150, noNaN: true }),
        (s, p, zero, t) => {
          const kind = { k: 1, zero };
          const sum = betaGeoAlive(s, p, kind) * sumOverStages(s, p, kind, t);
          expect(Math.abs(betaGeoExpected(s, p, kind, t) - sum)).toBeLessThan(1e-8 * Math.max(1, sum));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('follow the simulated future, for regular buyers too', () => {
    const world = { ...WORLD, k: 3, r: 2, alpha: 1.5, a: 0.8, b: 5, customers: 4000 };
    const cut = 365;
    const held = simulate(world).flatMap((p) => {
      const row = rfmOf(ordersUntil(p.movements, cut), cut);
      return row
        ? [{ row, bought: p.movements.filter((m) => m.day > cut && m.day <= cut + 182).length }]
        : [];
    });
    const true_ = [2, 1.5, 0.8, 5] as const;
    const expected = held.reduce(
      (sum, h) => sum + betaGeoExpected(h.row, true_, { k: 3, zero: true }, 26),
      0,
    );
    const bought = held.reduce((sum, h) => sum + h.bought, 0);
    expect(expected / bought).toBeGreaterThan(0.95);
    expect(expected / bought).toBeLessThan(1.05);
  });
});

describe('every model, every customer', { timeout: 60_000 }, () => {
  const rows = rowsOf(simulate({ ...WORLD, customers: 1500, k: 2, alpha: 3 }), 600);
  const fits = [...fitAll(rows).values()];

  it('all five are there', () => {
    expect(fits.map((f) => f.model).toSorted()).toEqual([...MODELS].toSorted());
  });

  const extremes = [
    { x: 0, tx: 0, T: 0 },
    { x: 800, tx: 100, T: 100 },
    { x: 800, tx: 100, T: 300 },
    { x: 800, tx: 1, T: 2 },
    { x: 1, tx: 1 / 7, T: 1000 },
    { x: 3, tx: 20, T: 20 },
    { x: 0, tx: 0, T: 5000 },
  ];
  it.each(fits.map((f) => [f.model, f] as const))('%s is safe at the edges', (_, fit) => {
    for (const s of extremes) {
      const { pAlive, pActive, expected } = score(fit, s, 52);
      for (const p of [pAlive, pActive]) expect(p >= 0 && p <= 1, JSON.stringify(s)).toBe(true);
      expect(Number.isFinite(expected) && expected >= 0).toBe(true);
      expect(pActive).toBeLessThanOrEqual(pAlive + 1e-12);
    }
  });

  it.each(fits.map((f) => [f.model, f] as const))(
    '%s: longer silence, less life; longer horizon, more purchases',
    (_, fit) => {
      fc.assert(
        fc.property(seen, fc.double({ min: 0.5, max: 50, noNaN: true }), (s, more) => {
          const now = score(fit, s, 20);
          const later = score(fit, { ...s, T: s.T + more }, 20);
          const longer = score(fit, s, 20 + more);
          expect(later.pAlive).toBeLessThanOrEqual(now.pAlive + 1e-9);
          expect(longer.expected).toBeGreaterThanOrEqual(now.expected - 1e-9);
          expect(longer.pActive).toBeGreaterThanOrEqual(now.pActive - 1e-9);
          expect(score(fit, s, 0).expected).toBe(0);
        }),
        { numRuns: 100 },
      );
    },
  );

  it.each(fits.filter((f) => f.model !== 'cnbdk').map((f) => [f.model, f] as const))(
    '%s: who bought more recently is likelier to be there, and to buy',
    (_, fit) => {
      fc.assert(
        fc.property(
          seen.filter(({ x }) => x > 0),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (s, part) => {
            const recent = score(fit, { ...s, tx: s.tx + part * (s.T - s.tx) }, 20);
            const now = score(fit, s, 20);
            expect(recent.pAlive).toBeGreaterThanOrEqual(now.pAlive - 1e-9);
            expect(recent.pActive).toBeGreaterThanOrEqual(now.pActive - 1e-9);
          },
        ),
        { numRuns: 100 },
      );
    },
  );

  it('P(active) is the chance of a purchase: it never exceeds the expected number', () => {
    fc.assert(
      fc.property(seen, params, fc.integer({ min: 1, max: 4 }), (s, p, k) => {
        const kind = { k, zero: true };
        expect(betaGeoActive(s, p, kind, 30)).toBeLessThanOrEqual(betaGeoExpected(s, p, kind, 30) + 1e-9);
        expect(paretoActive(s, p, 30)).toBeLessThanOrEqual(paretoExpected(s, p, 30) + 1e-9);
        expect(paretoAlive(s, p)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});
