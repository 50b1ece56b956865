import { describe, expect, it } from 'vitest';
import { economicsPrior, expectedNet } from '../../../utils/value/economics';
import { estimate } from '../../../utils/value/expected';
import { expectedSpend, fitSpend } from '../../../utils/value/gammagamma';
import { holdOut, watch } from '../../../utils/value/holdout';
import { type Movement, ordersUntil, rfmOf } from '../../../utils/value/rfm';
import { gamma, random, simulate } from './simulate';

const sale = (day: number, amount: number, product?: string): Movement => ({
  day,
  kind: 'sale',
  amount,
  ...(product && { product }),
});
const refund = (day: number, amount: number, product?: string): Movement => ({
  ...sale(day, amount, product),
  kind: 'refund',
});
const WORLD = { customers: 800, seed: 3, r: 0.9, alpha: 5, a: 0.8, b: 3, to: 200, until: 500 };

describe('recency, frequency, money', () => {
  it('merges a day’s orders, counts weeks, and sees nothing after the cut', () => {
    const movements = [sale(0, 10), sale(0, 5), sale(14, 20), sale(35, 40), sale(90, 1)];
    expect(rfmOf(ordersUntil(movements, 70), 70)).toEqual({
      x: 2,
      tx: 5,
      T: 10,
      logGaps: Math.log(2) + Math.log(3),
      repeatMean: 30,
      mean: 25,
    });
  });

  it('an order given back whole is no purchase; one given back in part is worth less', () => {
    const movements = [sale(0, 10), sale(7, 20), refund(8, 20), sale(14, 30), refund(15, 5)];
    expect(ordersUntil(movements, 20)).toEqual({ days: [0, 14], amounts: [10, 25] });
    expect(ordersUntil(movements, 7).days).toEqual([0, 7]);
  });

  it('a refund goes to the purchase of its product, and one without a purchase to none', () => {
    const movements = [refund(0, 9), sale(1, 10, 'a'), sale(5, 10, 'b'), refund(6, 10, 'a')];
    expect(ordersUntil(movements, 9).days).toEqual([5]);
  });

  it('purchases of nothing (samples) are purchases', () => {
    expect(ordersUntil([sale(0, 0), sale(3, 0)], 9).days).toEqual([0, 3]);
  });
});

describe('spend', { timeout: 60_000 }, () => {
  it('Gamma-Gamma recovers known parameters, in any unit of money', () => {
    const u = random(5);
    const rows = Array.from({ length: 8000 }, () => {
      const scale = gamma(u, 4) / 15;
      const x = 1 + Math.floor(6 * u());
      return { x, mean: gamma(u, 6 * x) / scale / x };
    });
    const fit = fitSpend(rows);
    expect(fit.model).toBe('gamma-gamma');
    expect(fit.p).toBeGreaterThan(5.3);
    expect(fit.p).toBeLessThan(6.8);
    expect(fit.q).toBeGreaterThan(3.7);
    expect(fit.q).toBeLessThan(4.3);
    const cents = fitSpend(rows.map((r) => ({ ...r, mean: r.mean * 100 })));
    expect(cents.gamma / fit.gamma / 100).toBeCloseTo(1, 4);
    expect(expectedSpend(cents, { x: 2, mean: 900 }) / expectedSpend(fit, { x: 2, mean: 9 })).toBeCloseTo(
      100,
      2,
    );
  });

  it('own spend counts the more the more of it there is', () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({ x: 1 + (i % 5), mean: 20 + ((i * 37) % 80) }));
    const fit = fitSpend(rows);
    const once = expectedSpend(fit, { x: 1, mean: 200 });
    const often = expectedSpend(fit, { x: 50, mean: 200 });
    expect(once).toBeGreaterThan(fit.populationMean);
    expect(often).toBeGreaterThan(once);
    expect(often).toBeLessThan(200.001);
  });

  it('says when it cannot be had, and then draws towards the mean', () => {
    const few = fitSpend([
      { x: 2, mean: 10 },
      { x: 0, mean: 0 },
    ]);
    expect([few.model, few.because]).toEqual(['shrunk', 'too-few']);
    expect(expectedSpend(few, { x: 1, mean: 30 })).toBe(20);
    expect(fitSpend([]).populationMean).toBe(0);
  });
});

describe('estimate', { timeout: 60_000 }, () => {
  it('an empty ledger, one customer, and customers of today are no reason to fail', () => {
    const options = { untilDay: 100, horizonDays: 365, model: 'auto' } as const;
    expect(estimate([], options).customers).toEqual([]);
    for (const model of ['auto', 'mbg', 'bg', 'pareto', 'cnbdk', 'simple'] as const) {
      const one = estimate([{ id: 'a', movements: [sale(100, 5)] }], { ...options, model });
      expect(one.customers).toHaveLength(1);
      for (const value of [
        one.customers[0]?.expected,
        one.customers[0]?.pAlive,
        one.customers[0]?.expectedValue,
      ]) {
        expect(Number.isFinite(value)).toBe(true);
      }
    }
    const tiny = estimate([{ id: 'a', movements: [sale(0, 5), sale(30, 5), sale(60, 5)] }], options);
    expect([tiny.fit.model, tiny.why, tiny.backtest]).toEqual(['simple', 'too-short', null]);
    expect(tiny.customers[0]?.meanSpend).toBe(5);
    const once = [sale(0, 30)];
    const two = estimate(
      [
        { id: 'a', movements: once },
        { id: 'b', movements: once },
      ],
      options,
    );
    expect(two.customers.map((c) => c.meanSpend)).toEqual([30, 30]);
  });

  it('regular buyers get the model for regular buyers, and the backtest is its reason', () => {
    const world = { ...WORLD, k: 8, r: 3, alpha: 1.5, a: 0.5, b: 12, customers: 900 };
    const found = estimate(simulate(world), { untilDay: 365, horizonDays: 120, model: 'auto' });
    expect([found.fit.model, found.why]).toEqual(['cnbdk', 'backtest']);
    const error = (name: string) => found.backtest?.models.find((m) => m.model === name)?.mae ?? NaN;
    expect(error('cnbdk')).toBeLessThan(error('mbg'));
  });

  it('a ledger that begins in mid-life is fitted apart, and expects nearer to what comes', () => {
    const world = {
      ...WORLD,
      customers: 3500,
      seed: 8,
      k: 4,
      r: 2,
      alpha: 1.5,
      a: 0.8,
      b: 2.5,
      from: -1500,
      to: 365,
      until: 730,
    };
    const purchasers = simulate(world);
    const then = watch(purchasers, 365, 365);
    const actual = then.rows.reduce((sum, row) => sum + row.bought, 0);
    const found = estimate(purchasers, { untilDay: 365, horizonDays: 365, model: 'auto' });
    const expected = found.customers.reduce((sum, c) => sum + c.expected, 0);
    const plain = estimate(purchasers, { untilDay: 365, horizonDays: 365, model: 'cnbdk' });
    const plainly = plain.customers.reduce((sum, c) => sum + c.expected, 0);
    expect(found.fit.older?.fromT).toBeGreaterThan(26);
    expect(plain.fit.older).toBeUndefined();
    expect(Math.abs(expected / actual - 1)).toBeLessThan(0.08);
    expect(Math.abs(expected - actual)).toBeLessThan(Math.abs(plainly - actual));
  });

  it('what comes after the last day changes nothing', () => {
    const all = simulate(WORLD);
    const cut = all
      .map((p) => ({ ...p, movements: p.movements.filter((m) => m.day <= 300) }))
      .filter((p) => p.movements.length > 0);
    const options = { untilDay: 300, horizonDays: 90, model: 'auto' } as const;
    expect(estimate(all, options).customers).toEqual(estimate(cut, options).customers);
  });

  it('a discount takes value, but less than a year of it', () => {
    const options = { untilDay: 300, horizonDays: 365, model: 'mbg' } as const;
    const plain = estimate(simulate(WORLD), options).customers;
    const less = estimate(simulate(WORLD), { ...options, discountPerYear: 0.1 }).customers;
    plain.forEach((c, i) => {
      expect(less[i]?.expectedValue).toBeLessThanOrEqual(c.expectedValue);
      expect(less[i]?.expectedValue).toBeGreaterThanOrEqual(c.expectedValue / 1.1 - 1e-9);
    });
  });

  it('a history of ten days cannot be held out', () => {
    expect(holdOut(simulate({ ...WORLD, to: 9, until: 10 }), 10, 90)).toBeUndefined();
  });
});

describe('what sales leave', () => {
  it('margin and service are drawn towards the ledger’s', () => {
    const own = { costedSales: 1000, costOfGoods: 900, service: 0, weeks: 52 };
    const other = { costedSales: 1000, costOfGoods: 500, service: 104, weeks: 52 };
    const prior = economicsPrior([own, other]);
    expect(prior.marginRate).toBeCloseTo(0.3, 12);
    const net = expectedNet(100, 1, 52, own, prior);
    expect(net).toBeCloseTo(100 * 0.2 - 52 * 0.5, 10);
    expect(expectedNet(100, 1, 52, undefined, economicsPrior([]))).toBe(100);
  });
});
