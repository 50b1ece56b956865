import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decayed, digamma, hyp2f1, lbeta, lgamma, logAddExp } from '../../../utils/value/special';

describe('special functions', () => {
  it('agree with known values', () => {
    expect(lgamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
    expect(lgamma(1)).toBeCloseTo(0, 14);
    expect(lgamma(11)).toBeCloseTo(Math.log(3628800), 12);
    expect(lgamma(1e-5)).toBeCloseTo(11.5129196928958, 12);
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13);
    expect(lbeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 13);
    expect(lgamma(-1)).toBeNaN();
  });

  it('lgamma and digamma obey their recurrences', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e5, noNaN: true }), (x) => {
        expect(lgamma(x + 1) - lgamma(x) - Math.log(x)).toBeCloseTo(0, 8);
        expect(digamma(x + 1) - digamma(x) - 1 / x).toBeCloseTo(0, 8);
      }),
    );
  });

  it('hyp2f1 has its closed forms', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.95, noNaN: true }), (z) => {
        expect(hyp2f1(1, 1, 2, z)).toBeCloseTo(-Math.log1p(-z) / z, 11);
        expect(hyp2f1(2.5, 1.5, 1.5, z) * (1 - z) ** 2.5).toBeCloseTo(1, 11);
      }),
    );
    expect(hyp2f1(3, 0, 2, 0.5)).toBe(1);
  });

  it('adds on the log scale without overflow', () => {
    expect(logAddExp(1000, 1000)).toBeCloseTo(1000 + Math.LN2, 12);
    expect(logAddExp(-Infinity, 3)).toBe(3);
    expect(logAddExp(-Infinity, -Infinity)).toBe(-Infinity);
  });

  it('decay has no jump where the exponent passes zero', () => {
    expect(decayed(0, 2)).toBe(2);
    expect(decayed(1e-12, 2)).toBeCloseTo(2, 10);
    expect(decayed(-1e-12, 2)).toBeCloseTo(2, 10);
  });
});
