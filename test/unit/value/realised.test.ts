import { describe, expect, it } from 'vitest';
import { classifySales, type EntryKind, LedgerEntry } from '../../../utils/value/ledger';
import {
  type Account,
  MixedCurrencyError,
  ReferralCycleError,
  realise,
  referralCycle,
} from '../../../utils/value/realised';

const entry = (
  year: number,
  kind: EntryKind,
  amount: number,
  more: Partial<LedgerEntry> = {},
): LedgerEntry => ({
  date: `${year}-06-15`,
  kind,
  amount: { minor: amount * 100, currency: 'CNY' },
  product: '',
  category: '',
  costMinor: null,
  saleClass: null,
  note: '',
  ...more,
});
const sales = (...years: Array<[number, number]>) =>
  years.map(([year, amount]) => entry(year, 'sale', amount));
const account = (id: string, referredBy: string | null, entries: LedgerEntry[]): Account => ({
  id,
  referredBy,
  entries,
});

/** The worked example of the sources: five years of customer A and the four that they referred. */
const example = (): Account[] => [
  account('A', null, [
    entry(2021, 'acquisition', 850),
    ...sales([2021, 800], [2022, 500], [2022, 250], [2023, 500], [2023, 200]),
    ...sales([2024, 250], [2024, 250], [2025, 3000], [2025, 200]),
    ...[2022, 2023, 2024, 2025].map((year) => entry(year, 'service', 100)),
  ]),
  account('R1', 'A', sales([2022, 800], [2023, 750], [2024, 700], [2025, 500])),
  account('R2', 'A', sales([2023, 800], [2024, 750], [2025, 700])),
  account('R3', 'A', sales([2024, 800], [2025, 750])),
  account('R4', 'A', sales([2024, 800], [2025, 750])),
];

describe('realised value', () => {
  it('reproduces the worked example to the unit, year by year', () => {
    const a = realise(example()).get('A');
    expect(a?.years.map((y) => [y.year, y.total])).toEqual([
      [2021, -5_000],
      [2022, 145_000],
      [2023, 215_000],
      [2024, 345_000],
      [2025, 580_000],
    ]);
    expect(a?.referred).toBe(810_000);
    expect((a?.byKind.sale ?? 0) - 80_000).toBe(515_000);
    expect((a?.net ?? 0) + (a?.referred ?? 0)).toBe(1_280_000);
    expect(a?.referrals).toEqual(['R1', 'R2', 'R3', 'R4']);
  });

  it('counts who was referred by the referred once per ancestor, and nothing twice in totals', () => {
    const accounts = example().map((a) => (a.id === 'R4' ? { ...a, referredBy: 'R3' } : a));
    const values = realise(accounts);
    expect(values.get('A')?.referred).toBe(810_000);
    expect(values.get('R3')?.referred).toBe(155_000);
    const total = [...values.values()].reduce((sum, v) => sum + v.net, 0);
    expect(total).toBe(1_280_000);
  });

  it('refuses a circle and names its chain', () => {
    const circle = [
      account('A', 'C', []),
      account('B', 'A', []),
      account('C', 'B', []),
      account('D', 'A', []),
    ];
    expect(() => realise(circle)).toThrow(ReferralCycleError);
    expect(() => realise(circle)).toThrow('A → C → B → A');
    const parents: Record<string, string | null> = { B: 'A', C: 'B', A: null };
    expect(referralCycle('A', 'C', (id) => parents[id] ?? null)).toEqual(['A', 'C', 'B', 'A']);
    expect(referralCycle('D', 'C', (id) => parents[id] ?? null)).toBeNull();
    expect(referralCycle('A', 'A', () => null)).toEqual(['A', 'A']);
  });

  it('takes the cost of goods where there is one, else the margin rate', () => {
    const one = account('X', null, [
      entry(2025, 'sale', 100, { costMinor: 6_000 }),
      entry(2025, 'sale', 100),
    ]);
    expect(realise([one], 0.3).get('X')?.net).toBe(4_000 + 3_000);
    expect(realise([one]).get('X')?.net).toBe(4_000 + 10_000);
  });

  it('does not add up different currencies', () => {
    const euro = entry(2025, 'sale', 1, { amount: { minor: 100, currency: 'EUR' } });
    expect(() => realise([account('X', null, [entry(2025, 'sale', 1), euro])])).toThrow(MixedCurrencyError);
  });
});

describe('classes of sale', () => {
  const sale = (date: string, product: string, category: string, more: Partial<LedgerEntry> = {}) =>
    entry(2025, 'sale', 10, { date, product, category, ...more });

  it('are derived from what was bought before, in order of dates', () => {
    const entries = [
      sale('2025-03-01', 'Pro', 'licence'),
      sale('2025-01-01', 'Basic', 'licence'),
      sale('2025-02-01', 'Basic', 'licence'),
      sale('2025-04-01', 'Course', 'training'),
      entry(2025, 'service', 5),
      sale('2025-05-01', 'Course', 'training', { saleClass: 'upsell' }),
    ];
    expect(classifySales(entries, false)).toEqual([
      'upsell',
      'first',
      'repeat',
      'cross-sell',
      null,
      'upsell',
    ]);
    expect(classifySales(entries, true)).toEqual([
      'referral',
      'referral',
      'referral',
      'referral',
      null,
      'upsell',
    ]);
  });

  it('an amount is never negative', () => {
    expect(LedgerEntry.safeParse(entry(2025, 'sale', 1)).success).toBe(true);
    expect(LedgerEntry.safeParse(entry(2025, 'sale', -1)).success).toBe(false);
  });
});
