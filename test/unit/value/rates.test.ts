import { describe, expect, it } from 'vitest';
import { Converter } from '../../../utils/value/rates';

const into = (currency: string, base: string, date: string, rate: number) => ({ currency, base, date, rate });
const minor = (converter: Converter, amount: number, currency: string, date: string) =>
  converter.minor({ minor: amount, currency }, date);

describe('dated rates', () => {
  const yuan = new Converter('CNY', [
    into('USD', 'CNY', '2025-07-01', 7.1),
    into('USD', 'CNY', '2025-01-01', 7.2),
    into('JPY', 'CNY', '2025-01-01', 0.05),
  ]);
  it('take the latest on or before the day, with each currency’s own minor units', () => {
    expect(minor(yuan, 100, 'USD', '2025-06-30')).toBe(720);
    expect(minor(yuan, 100, 'USD', '2025-07-01')).toBe(710);
    expect(minor(yuan, 100, 'JPY', '2025-07-01')).toBe(500);
    expect(minor(yuan, 12_345, 'CNY', '1999-01-01')).toBe(12_345);
  });
  it('are not invented: before the first, or of another currency, an amount has no value', () => {
    expect(minor(yuan, 100, 'USD', '2024-12-31')).toBeUndefined();
    expect(minor(yuan, 100, 'EUR', '2025-06-30')).toBeUndefined();
  });
  it('count the other way round too, and over a third currency', () => {
    const dollars = new Converter('USD', [
      into('USD', 'CNY', '2025-01-01', 8),
      into('EUR', 'CNY', '2025-03-01', 10),
    ]);
    expect(minor(dollars, 800, 'CNY', '2025-02-01')).toBe(100);
    expect(minor(dollars, 800, 'EUR', '2025-03-01')).toBe(1_000);
    expect(minor(dollars, 800, 'EUR', '2025-02-28')).toBeUndefined();
  });
  it('that are zero or of a currency to itself are no rates', () => {
    const odd = new Converter('CNY', [
      into('USD', 'CNY', '2025-01-01', 0),
      into('CNY', 'CNY', '2025-01-01', 3),
    ]);
    expect(minor(odd, 100, 'USD', '2025-06-30')).toBeUndefined();
    expect(minor(odd, 100, 'CNY', '2025-06-30')).toBe(100);
  });
});
