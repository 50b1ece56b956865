import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, minorDigits, parseMoney } from '../../utils/money';

const minor = (text: string, currency = 'USD') => parseMoney(text, currency)?.minor ?? null;

describe('amounts as people type them', () => {
  it('reads grouping, decimal marks of both kinds, and signs', () => {
    expect(minor('12,345.60')).toBe(1_234_560);
    expect(minor('12 345,6')).toBe(1_234_560);
    expect(minor('12.345,60')).toBe(1_234_560);
    expect(minor("1'234")).toBe(123_400);
    expect(minor('-50')).toBe(-5_000);
    expect(minor('0')).toBe(0);
    expect(minor('1,234')).toBe(123_400);
    expect(minor('１２３')).toBe(12_300);
  });

  it('reads 万, 亿 and k', () => {
    expect(minor('1.2万', 'CNY')).toBe(1_200_000);
    expect(minor('3億', 'TWD')).toBe(30_000_000_000);
    expect(minor('3k')).toBe(300_000);
  });

  it('knows the minor unit of the currency', () => {
    expect(minorDigits('JPY')).toBe(0);
    expect(minor('1,200', 'JPY')).toBe(1_200);
    expect(minor('1.5', 'KWD')).toBe(1_500);
  });

  it.each(['', 'abc', '1.2.3', '1,2,3', '--5', '12 apples', '9'.repeat(20), '1e5', ','])(
    'refuses %j',
    (text) => {
      expect(minor(text)).toBe(null);
    },
  );

  it('reads back what it writes', () => {
    const code = fc.constantFrom('USD', 'JPY', 'KWD', 'CNY');
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), code, (amount, currency) => {
        expect(parseMoney(amountText({ minor: amount, currency }), currency)).toEqual({
          minor: amount,
          currency,
        });
      }),
    );
  });
});
