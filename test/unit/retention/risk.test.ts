import { describe, expect, it } from 'vitest';
import { assess } from '../../../utils/retention/assess';
import { fitLogistic, logOdds, sigmoid } from '../../../utils/retention/logistic';
import { type RiskModel, riskOf, trainRisk } from '../../../utils/retention/risk';
import { fitted, foretold, signalOf, windowsOf } from '../../../utils/retention/risk-windows';
import { signalsOf, softLogit } from '../../../utils/retention/signals';
import { auc } from '../../../utils/value/auc';
import { fitAll } from '../../../utils/value/fit';
import { holdOut } from '../../../utils/value/holdout';
import type { Purchaser } from '../../../utils/value/rfm';
import { gamma, random, simulate } from '../value/simulate';

const irregular = simulate({ customers: 900, seed: 11, r: 0.9, alpha: 5, a: 0.8, b: 3, to: 300, until: 600 });
const regular = simulate({
  customers: 700,
  seed: 12,
  k: 6,
  r: 3,
  alpha: 1.5,
  a: 0.6,
  b: 9,
  to: 300,
  until: 600,
});

/** Three stages a gap: people who buy at their own even pace, as the purchase model of that name says. */
const even = { customers: 900, k: 3, r: 3, alpha: 9, a: 0.8, b: 3, to: 300, until: 700 };
const steady = simulate({ ...even, seed: 100 });

/** Half of the customers buy weekly and take long holidays, half buy on and off: no purchase model fits both. */
function habits(): Purchaser[] {
  const u = random(4);
  return Array.from({ length: 600 }, (_, i) => {
    const gap = i % 2 ? 7 : 45;
    const ends = 100 + 900 * u();
    const days: number[] = [];
    for (let t = 200 * u(); t < Math.min(ends, 500); t += (gap * gamma(u, 3)) / 3) days.push(Math.floor(t));
    const movements = [...new Set(days)].map((day) => ({ day, kind: 'sale' as const, amount: 10 }));
    return { id: `h${i}`, movements };
  }).filter((p) => p.movements.length > 0);
}

describe('risk', { timeout: 60_000 }, () => {
  it.each([
    ['irregular buyers', irregular],
    ['regular buyers', regular],
    ['two habits', habits()],
  ] as const)('%s: what came after is ranked as well as by recency or P(active) alone', (_, purchasers) => {
    const some = purchasers.slice(0, 500);
    const { after } = assess(some, { untilDay: 365, horizonDays: 120, model: 'mbg' });
    const better = Math.max(after?.aucRecency ?? 1, after?.aucMbgActive ?? 1);
    expect(after?.aucRisk).toBeGreaterThanOrEqual(better - 0.01);
  });

  it('the choice is made at several cuts of the history, and says how each would have ranked the latest', () => {
    const held = holdOut(irregular, 365, 90);
    expect(held?.earlier?.map(({ cutDay }) => cutDay)).toEqual([230, 185, 140]);
    const { mix, backtest } = trainRisk(held, fitAll(held?.rows ?? []));
    expect(mix.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1);
    for (const figure of [backtest?.aucRisk, backtest?.aucRecency, backtest?.aucMbgActive])
      expect(figure).toBeGreaterThan(0.7);
    expect(backtest?.cameBack).toBe(held?.rows.filter((row) => row.bought > 0).length);
  });

  it.each([5, 6, 7, 8])(
    'where people buy as MBG/NBD says, another model does not take its place by the accident of a cut (ledger %i)',
    (seed) => {
      const ledger = simulate({ customers: 400, seed, r: 0.9, alpha: 5, a: 0.8, b: 3, to: 300, until: 600 });
      const held = holdOut(ledger, 365, 90);
      expect(trainRisk(held, fitAll(held?.rows ?? [])).method).toBe('mbg-active');
    },
  );

  it('a model in place of the plain ones has two thirds of the word, the silent part of the time known the rest; a plain one has it all', () => {
    const wordOf = (ledger: readonly Purchaser[]) => {
      const held = holdOut(ledger, 365, 90);
      const { method, mix, backtest } = trainRisk(held, fitAll(held?.rows ?? []));
      const words = mix.map(({ share, signals, weights }) => [share, signals, (weights.weights[0] ?? 0) > 0]);
      return { method, words, better: (backtest?.aucRisk ?? 0) - (backtest?.aucMbgActive ?? 1) };
    };
    const model = wordOf(steady);
    expect(model.method).toBe('cnbdk-active');
    expect(model.words).toEqual([
      [expect.closeTo(2 / 3), ['cnbdk'], true],
      [expect.closeTo(1 / 3), ['share'], true],
    ]);
    expect(model.better).toBeGreaterThan(0);
    const plain = wordOf(irregular);
    expect([plain.method, plain.words]).toEqual(['mbg-active', [[1, ['mbg'], true]]]);
  });

  it('what ranks alone keeps the order of its signal: the same customers first, ties and all', () => {
    const held = holdOut(irregular, 365, 90);
    const fits = fitAll(held?.rows ?? []);
    const windows = held ? windowsOf(held, fits) : [];
    for (const signal of ['mbg', 'recency'] as const) {
      const weights = fitted(windows, { signals: [signal], ridge: 3 });
      const mix = [{ share: 1, signals: [signal], weights }];
      const model: RiskModel = { method: 'default', mix, backtest: null };
      const [last] = windows;
      const risks = last?.rows.map((row) => -riskOf(model, row)) ?? [];
      expect(auc(risks, last?.events ?? [])).toBeCloseTo(
        auc(signalOf(last?.rows ?? [], signal), last?.events ?? []),
        10,
      );
    }
  });

  it('signals together are judged on days that they were not learnt from', () => {
    const held = holdOut(irregular, 365, 90);
    const windows = held ? windowsOf(held, fitAll(held.rows)) : [];
    const [last, ...earlier] = windows;
    if (!last) throw new Error('nothing was held out');
    const members = [{ signals: ['recency', 'frequency'], ridge: 3 }] as const;
    const odds = foretold(windows, members);
    // what happened in the latest window itself, and in one that reaches into it, teaches nothing
    const turned = windows.map((one, i) =>
      i < 2 ? { ...one, events: one.events.map((event) => !event) } : one,
    );
    expect(earlier.filter(({ cutDay, days }) => cutDay + days <= last.cutDay)).toHaveLength(2);
    expect(foretold(turned, members)).toEqual(odds);
    expect(foretold([last], members)).toHaveLength(last.rows.length);
  });

  it('on what really came after, too, it is as good as the better of the two', () => {
    const { after, customers } = assess(regular, { untilDay: 365, horizonDays: 180, model: 'auto' });
    expect(after?.customers).toBe(customers.length);
    expect(after?.aucRisk).toBeGreaterThanOrEqual(Math.max(after?.aucRecency ?? 1, after?.aucMbgActive ?? 1));
    expect(after?.aucRisk).toBeGreaterThan(0.85);
  });

  it('is a percentage: those at 80 leave more often than those at 20, and the mean is about right', () => {
    const { customers } = assess(irregular, { untilDay: 365, horizonDays: 120, model: 'auto' });
    const stayed = (id: string) =>
      irregular.find((p) => p.id === id)?.movements.some((m) => m.day > 365 && m.day <= 485) ?? false;
    const rate = customers.filter((c) => !stayed(c.id)).length / customers.length;
    const mean = customers.reduce((sum, c) => sum + c.risk, 0) / customers.length;
    expect(Math.abs(mean / 100 - rate)).toBeLessThan(0.1);
    expect(customers.every((c) => c.risk >= 0 && c.risk <= 100)).toBe(true);
  });

  it('of two customers with the same purchases the one who has been silent for longer is at more risk', () => {
    const held = holdOut(regular, 365, 120);
    const fits = fitAll(held?.rows ?? []);
    const model = trainRisk(held, fits);
    const risk = (T: number) => riskOf(model, signalsOf({ x: 6, tx: 30, T }, fits, 5, 17));
    expect(risk(60)).toBeGreaterThan(risk(31));
    expect(risk(60)).toBeGreaterThan(80);
  });

  it('without enough history it is the stated default, and says so', () => {
    const few = irregular.slice(0, 8);
    const found = assess(few, { untilDay: 365, horizonDays: 90, model: 'auto' });
    expect([found.risk.method, found.risk.backtest]).toEqual(['default', null]);
    for (const c of found.customers) expect(Number.isFinite(c.risk)).toBe(true);
    expect(assess([], { untilDay: 365, horizonDays: 90, model: 'auto' }).customers).toEqual([]);
  });

  it('near-certainties keep their order without shouting', () => {
    expect(softLogit(1e-200)).toBeLessThan(softLogit(1e-100));
    expect(softLogit(1e-300)).toBeGreaterThan(-20);
    expect(softLogit(0)).toBe(softLogit(1e-300));
    expect(softLogit(0.5)).toBe(0);
  });
});

describe('logistic regression', () => {
  it('recovers weights, and survives separable, constant and empty features', () => {
    const u = random(9);
    const rows = Array.from({ length: 6000 }, () => [4 * u() - 2, 10 * u()]);
    const events = rows.map(([a = 0, b = 0]) => u() < sigmoid(1.5 * a - 0.3 * b + 1));
    const [a = 0, b = 0, c = 0] = fitLogistic(rows, events, 1e-3).weights;
    expect(Math.abs(a - 1.5)).toBeLessThan(0.15);
    expect(Math.abs(b + 0.3)).toBeLessThan(0.05);
    expect(Math.abs(c - 1)).toBeLessThan(0.25);
    const separable = fitLogistic([[0], [1], [2], [3]], [false, false, true, true], 1);
    expect(logOdds(separable, [3])).toBeGreaterThan(logOdds(separable, [0]));
    const odds = [0, 1, 2].map((v) => logOdds(separable, [v]));
    expect(auc(odds, [false, false, true])).toBe(1);
    expect(fitLogistic([[5], [5]], [true, false], 1).weights.every(Number.isFinite)).toBe(true);
    expect(fitLogistic([[1], [2]], [true, true], 1).weights.every(Number.isFinite)).toBe(true);
  });
});
