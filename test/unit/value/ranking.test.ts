import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auc, aucGain } from '../../../utils/value/auc';
import { gini, losingShare, topShare, whaleCurve } from '../../../utils/value/concentration';
import { countPairs, nextOffers } from '../../../utils/value/next-offer';
import { lossOf, tiers } from '../../../utils/value/tiers';
import { INDEX_WEIGHTS, valueIndex } from '../../../utils/value/value-index';
import { costOfComplaints, costOfLosing, fewerDefections, keepOrWin } from '../../../utils/value/what-if';
import { random } from './simulate';

const ranked = (values: number[]) => values.map((annual, i) => ({ id: `${i}`, annual }));

describe('tiers', () => {
  it('the first half of the profit is best-core, up to four fifths core, the rest ordinary, no profit expendable', () => {
    const found = tiers(ranked([400, 150, 150, 100, 100, 100, 0, -50]));
    expect([...found.values()]).toEqual([
      ...[
        'best-core',
        'best-core',
        'best-core',
        'core',
        'ordinary',
        'ordinary',
        'expendable',
        'expendable',
      ].slice(0, 3),
      ...['core', 'core', 'core', 'expendable', 'expendable'],
    ]);
  });

  it('one who brings everything is best-core', () => {
    expect(tiers(ranked([1000])).get('0')).toBe('best-core');
  });

  it('equal customers share a tier, a pin stands, and thresholds move the lines', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 20 }), { minLength: 1 }), (values) => {
        const found = tiers(ranked(values));
        values.forEach((v, i) => {
          for (let j = 0; j < i; j++) if (values[j] === v) expect(found.get(`${i}`)).toBe(found.get(`${j}`));
        });
      }),
    );
    expect(tiers([{ id: 'a', annual: -1, pinned: 'core' }]).get('a')).toBe('core');
    expect(tiers(ranked([10, 10, 5]), { bestCore: 0.2, core: 0.3 }).get('2')).toBe('ordinary');
  });

  it('a loss names what makes it, the largest first', () => {
    const byKind = { sale: 500, refund: -100, acquisition: -300, service: -900, 'bad-debt': 0, dispute: 0 };
    expect(lossOf({ net: -800, byKind })?.causes.map((c) => c.kind)).toEqual([
      'service',
      'acquisition',
      'refund',
    ]);
    expect(lossOf({ net: 0, byKind })).toBeNull();
  });
});

describe('by how much one order ranks better than another', () => {
  const cases = fc.array(
    fc.record({ a: fc.integer({ max: 6 }), b: fc.integer({ max: 6 }), event: fc.boolean() }),
  );

  it('is the difference of the two areas, ties and all, and nothing between an order and itself', () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const [a, b, events] = [rows.map((r) => r.a), rows.map((r) => r.b), rows.map((r) => r.event)];
        const { gain, error } = aucGain(a, b, events);
        const apart = auc(a, events) - auc(b, events);
        if (Number.isNaN(apart)) expect(gain).toBeNaN();
        else expect(gain).toBeCloseTo(apart, 10);
        expect(error < 0).toBe(false);
        expect(aucGain(a, a, events).error || 0).toBe(0);
      }),
    );
  });

  it('its standard error is how far it strays from ledger to ledger', () => {
    const draw = random(5);
    const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    const found = Array.from({ length: 300 }, () => {
      const events = Array.from({ length: 120 }, () => draw() < 0.4);
      const known = events.map((event) => (event ? 1 : 0) + normal());
      return aucGain(
        known.map((v) => v + 0.5 * normal()),
        known.map((v) => v + normal()),
        events,
      );
    });
    const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
    const middle = mean(found.map(({ gain }) => gain));
    const strays = Math.sqrt(mean(found.map(({ gain }) => (gain - middle) ** 2)));
    expect(mean(found.map(({ error }) => error)) / strays).toBeCloseTo(1, 0.5);
  });
});

describe('concentration', () => {
  it('the whale curve peaks before the losses', () => {
    const curve = whaleCurve([60, -30, 50, 20]);
    expect(curve?.shares).toEqual([0.6, 1.1, 1.3, 1]);
    expect(curve?.peak).toBe(1.3);
    expect(curve?.peakAt).toBe(3);
    expect(curve?.destroyed).toBeCloseTo(0.3, 12);
    expect(whaleCurve([1, -2])).toBeNull();
    expect(topShare([60, -30, 50, 20], 0.25)).toBe(0.6);
    expect(losingShare([1, -1, 0, 2])).toBe(0.25);
  });

  it('gini: equal is 0, one with all is (n−1)/n', () => {
    expect(gini([5, 5, 5, 5])).toBeCloseTo(0, 12);
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
    expect(gini([])).toBeNull();
  });

  it('auc counts pairs, ties half', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 2 }),
        (rows) => {
          const yes = rows.filter((r) => r[1]);
          const no = rows.filter((r) => !r[1]);
          const wins = yes.flatMap((y) => no.map((n) => (y[0] > n[0] ? 1 : y[0] === n[0] ? 0.5 : 0)));
          const wanted = wins.reduce<number>((sum, w) => sum + w, 0) / wins.length;
          const found = auc(
            rows.map((r) => r[0]),
            rows.map((r) => r[1]),
          );
          if (wins.length === 0) expect(found).toBeNaN();
          else expect(found).toBeCloseTo(wanted, 12);
        },
      ),
    );
  });
});

describe('value index', () => {
  it('shares the weight of what is missing among the rest, and says what is missing', () => {
    const { index, parts, missing } = valueIndex({ profitPercentile: 0.9, growth: 0 });
    expect(missing).toContain('credit');
    expect(parts.map((p) => p.part)).toEqual(['profit', 'growth']);
    expect(parts.reduce((sum, p) => sum + p.share, 0)).toBeCloseTo(1, 12);
    expect(index).toBeCloseTo((90 * 30 + 50 * 10) / 40, 12);
    expect(valueIndex({}).index).toBeNull();
  });

  it('a weight of zero takes its part out, and regular buying scores higher than erratic', () => {
    const weights = { ...INDEX_WEIGHTS, profit: 0 };
    expect(valueIndex({ profitPercentile: 1, condition: 5 }, weights).parts.map((p) => p.part)).toEqual([
      'condition',
    ]);
    const regular = valueIndex({ gapsDays: [30, 30, 30] }).index ?? 0;
    expect(regular).toBe(100);
    expect(valueIndex({ gapsDays: [1, 80, 9] }).index ?? 100).toBeLessThan(60);
  });
});

describe('next best offer', () => {
  const customer = (...items: string[]) => new Map(items.map((item, day) => [item, day]));
  const baskets = [
    ...Array.from({ length: 31 }, () => customer('printer', 'toner')),
    ...Array.from({ length: 13 }, () => customer('printer')),
    ...Array.from({ length: 3 }, () => customer('printer', 'stand')),
    ...Array.from({ length: 40 }, () => customer('chair')),
    ...Array.from({ length: 10 }, () => customer('lamp', 'printer')),
  ];

  it('offers what followed, with the counts behind it', () => {
    const [best] = nextOffers(customer('printer'), countPairs(baskets));
    expect(best).toMatchObject({ product: 'toner', because: 'printer', both: 31, with: 57 });
    expect(best?.lift).toBeGreaterThan(1);
  });

  it('never offers what they have, nor what only came before', () => {
    const offers = nextOffers(customer('printer', 'toner'), countPairs(baskets), 9);
    expect(offers.map((o) => o.product)).toEqual(['stand']);
  });
});

describe('what if', () => {
  it('losing a customer costs their future, their referrals and a replacement', () => {
    expect(costOfLosing({ expectedValue: 100, expectedReferralValue: 40, acquisitionCost: 25 }).total).toBe(
      165,
    );
  });

  it('fewer defections lengthen lifetimes', () => {
    const found = fewerDefections({ customers: 10, retention: 0.8, profitPerPeriod: 100, fewer: 0.05 });
    expect(found?.lifetime.before).toBeCloseTo(5, 12);
    expect(found?.retention.after).toBeCloseTo(0.81, 12);
    expect(found?.gain).toBeCloseTo(1000 * (1 / 0.19 - 5), 8);
    expect(fewerDefections({ customers: 10, retention: 1, profitPerPeriod: 1, fewer: 0.05 })).toBeNull();
  });

  it('keeping beats winning at the default five to one', () => {
    const found = keepOrWin({ budget: 1000, costToKeep: 10, valueKept: 50, valueNew: 50 });
    expect(found).toMatchObject({ kept: 100, won: 20, keepBrings: 10_000, winBrings: 1000, better: 'keep' });
    expect(costOfComplaints({ complaints: 8, shareDefecting: 0.5, valuePerCustomer: 10 })).toEqual({
      lost: 4,
      cost: 40,
      influenced: 200,
    });
  });
});
