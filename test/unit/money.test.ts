import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney, minorDigits, parseMoney } from '../../utils/money';

const minor = (text: string, currency: string, tag: string) => {
  const parsed = parseMoney(text, currency, tag);
  return parsed.ok ? parsed.money.minor : parsed.problem;
};

describe('reading an amount', () => {
  test.each([
    ['1,234.56', 'USD', 'en', 123456],
    ['1.234,56', 'EUR', 'de', 123456],
    ['1.234,56', 'EUR', 'en', 123456],
    ['1 234,56 €', 'EUR', 'fr', 123456],
    ["1'234.50", 'CHF', 'de-CH', 123450],
    ['1,234', 'USD', 'en', 123400],
    ['1.234', 'EUR', 'de', 123400],
    ['1,23', 'EUR', 'en', 123],
    ['1,234,567', 'USD', 'de', 123456700],
    ['12,34,567.00', 'INR', 'en', 123456700],
    ['１，２３４．５６', 'CNY', 'zh-CN', 123456],
    ['￥1,000', 'CNY', 'zh-CN', 100000],
    ['1.2万', 'CNY', 'zh-CN', 1200000],
    ['3亿元', 'CNY', 'zh-CN', 30000000000],
    ['1.5萬', 'TWD', 'zh-TW', 1500000],
    ['$3.5k', 'USD', 'en', 350000],
    ['US$ 20', 'USD', 'en', 2000],
    ['20 USD', 'USD', 'en', 2000],
    ['(12.50)', 'USD', 'en', -1250],
    ['($12.50)', 'USD', 'en', -1250],
    ['-¥800', 'JPY', 'ja', -800],
    ['−5', 'USD', 'en', -500],
    ['1,500', 'JPY', 'ja', 1500],
    ['1.234', 'KWD', 'en', 1234],
    ['.5', 'USD', 'en', 50],
    ['0.125', 'KWD', 'de', 125],
    ['0', 'USD', 'en', 0],
  ])('%s as %s (%s) is %s', (text, currency, tag, expected) => {
    expect(minor(text, currency, tag)).toBe(expected);
  });

  test.each([
    ['', 'USD', 'empty'],
    ['  ', 'USD', 'empty'],
    ['about ten', 'USD', 'not-a-number'],
    ['1.2.3,4', 'USD', 'not-a-number'],
    ['12,3456,789', 'USD', 'not-a-number'],
    ['.', 'USD', 'not-a-number'],
    ['€5', 'USD', 'other-currency'],
    ['5 EUR', 'USD', 'other-currency'],
    ['5元', 'USD', 'other-currency'],
    ['1.005', 'USD', 'too-precise'],
    ['1.5', 'JPY', 'too-precise'],
    ['99999999999999999999', 'USD', 'too-large'],
    ['9'.repeat(5000), 'USD', 'not-a-number'],
  ])('%s as %s is refused: %s', (text, currency, problem) => {
    expect(minor(text, currency, 'en')).toBe(problem);
  });

  test('whatever is typed gives an amount or a problem, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'de', 'zh-CN'), (text, tag) => {
        const parsed = parseMoney(text, 'CNY', tag);
        expect(parsed.ok ? Number.isSafeInteger(parsed.money.minor) : parsed.problem).toBeTruthy();
      }),
    );
  });
});

test('a currency must be a code', () => {
  expect(parseMoney('5', 'dollars', 'en')).toEqual({ ok: false, problem: 'bad-currency' });
});

test('what is written in any of the locales is read back as the same amount', () => {
  const tags = fc.constantFrom('en', 'en-IN', 'de', 'de-CH', 'fr', 'sv', 'zh-CN', 'zh-TW', 'ja', 'pl');
  const currencies = fc.constantFrom('USD', 'CNY', 'JPY', 'KWD', 'EUR', 'TWD', 'GBP', 'INR');
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), currencies, tags, (amount, currency, tag) => {
      const money = { minor: amount, currency };
      expect(parseMoney(formatMoney(money, tag), currency, tag)).toEqual({ ok: true, money });
    }),
    { numRuns: 500 },
  );
});

test('amounts are written as the reader writes them, large ones by 万 and 亿 where there is little room', () => {
  expect(formatMoney({ minor: 123456, currency: 'USD' }, 'en')).toBe('$1,234.56');
  expect(formatMoney({ minor: 120000, currency: 'USD' }, 'en')).toBe('$1,200');
  expect(formatMoney({ minor: 1234567800, currency: 'CNY' }, 'zh-CN', { compact: true })).toBe('¥1230万');
  expect(formatMoney({ minor: 30000000000, currency: 'CNY' }, 'zh-CN', { compact: true })).toBe('¥3亿');
  expect(formatMoney({ minor: 120000000, currency: 'USD' }, 'en', { compact: true })).toBe('$1.2M');
  expect(formatMoney({ minor: 123456, currency: 'USD' }, 'en', { compact: true })).toBe('$1,235');
  expect(formatMoney({ minor: 1500, currency: 'JPY' }, 'en')).toBe('¥1,500');
  expect([minorDigits('JPY'), minorDigits('USD'), minorDigits('KWD')]).toEqual([0, 2, 3]);
});
