import type { WorthDetails } from '../../../components/ledger/props';
import type { Customer } from '../../../utils/customer/model';
import type { StoredModel } from '../../../utils/retention/stored-model';
import type { Insight, InsightYear } from '../../../utils/value/insight-types';
import type { Entry, EntryKind } from '../../../utils/value/ledger';
import type { Portfolio } from '../../../utils/value/portfolio-types';
import { VALUE_DEFAULTS } from '../../../utils/value/settings';
import { customer } from './fixtures';

let count = 0;
const id = () => `019b0000-0000-7000-8000-${String(++count).padStart(12, '0')}`;

/** The worked example of the domain: own and referred net value of five years, in major units. */
export const FIVE_YEARS = [
  [2022, -50, 0],
  [2023, 650, 800],
  [2024, 600, 1_550],
  [2025, 400, 3_050],
  [2026, 3_100, 2_700],
] as const;

const years: InsightYear[] = FIVE_YEARS.map(([year, own, referred]) => ({
  year,
  own: own * 100,
  referred: referred * 100,
  total: (own + referred) * 100,
  active: true,
  sales: 0,
  classes: {},
}));

export const entry = (over: Partial<Entry> = {}, minor = 50_000, kind: EntryKind = 'sale'): Entry => ({
  id: id(),
  importId: null,
  date: '2026-03-05',
  kind,
  amount: { minor, currency: 'USD' },
  product: kind === 'sale' ? 'Pro plan' : '',
  category: '',
  costMinor: null,
  saleClass: null,
  note: '',
  ...over,
});

export function insight(over: Partial<Insight> = {}): Insight {
  return {
    id: id(),
    customerId: id(),
    currency: 'USD',
    net: 470_000,
    annual: 94_000,
    sales: 595_000,
    byKind: { sale: 595_000, acquisition: -85_000, service: -40_000 },
    years,
    referred: 810_000,
    referrals: 4,
    referredNext: 216_000,
    uncounted: 0,
    outlook: {
      x: 8,
      tx: 180,
      T: 220,
      pAlive: 0.91,
      pActive: 0.84,
      expected: 2.4,
      discounted: 2.29,
      meanSpend: 61_000,
      value: 119_690,
      margin: 1,
      serviceCost: 20_000,
      risk: 16,
    },
    index: 72.4,
    parts: [
      { part: 'profit', score: 88, share: 0.5 },
      { part: 'continuity', score: 54, share: 0.25 },
      { part: 'growth', score: 59.6, share: 0.25 },
    ],
    missing: ['condition', 'credit', 'cross-buying', 'cooperation', 'industry'],
    tier: 'best-core',
    rankedTier: 'best-core',
    rank: 2,
    percentile: 0.93,
    loss: null,
    loyalty: 'loyal',
    purchases: 9,
    cohort: 2022,
    classes: {},
    offers: [
      {
        product: 'Service plan',
        because: 'Pro plan',
        both: 31,
        with: 44,
        support: 0.26,
        confidence: 31 / 44,
        lift: 1.82,
      },
    ],
    losing: { expected: 119_690, referral: 216_000, replacement: 85_000, total: 420_690 },
    risk: null,
    modelId: id(),
    valuation: 1,
    asOf: '2026-11-25',
    computedAt: 0,
    ...over,
  };
}

export const losingInsight = (): Insight =>
  insight({
    net: -32_000,
    byKind: { sale: 90_000, service: -96_000, refund: -26_000 },
    loss: {
      net: -32_000,
      causes: [
        { kind: 'service', minor: 96_000 },
        { kind: 'refund', minor: 26_000 },
      ],
    },
    referred: 0,
    referrals: 0,
    offers: [],
    tier: 'expendable',
    rankedTier: 'expendable',
  });

export const model = (): StoredModel =>
  ({
    id: id(),
    madeAt: 0,
    asOf: '2026-11-24',
    customers: 2_357,
    repeats: 4_100,
    horizonDays: 365,
    fit: { model: 'mbg', params: {}, logLikelihood: -9_582, boundary: [], converged: true },
    why: 'default-unbeaten',
    backtest: {
      cutDay: 20_000,
      days: 273,
      customers: 2_100,
      buyers: 900,
      actual: 1_882,
      models: [
        {
          model: 'mbg',
          split: false,
          expected: 1_941,
          bias: 0.031,
          mae: 0.7,
          rmse: 1.4,
          deviance: 1.2,
          auc: 0.79,
          boundary: [],
        },
      ],
      chosen: 'mbg',
      chosenSplit: false,
    },
  }) as unknown as StoredModel;

/** A ledger of nine entries and a tree of four. */
export function worth(of: Customer, over: Partial<WorthDetails> = {}): WorthDetails {
  const names = ['Larkfield Dairy', 'Northgate Labs', 'Orchard & Vale', 'Tideway Print'];
  const ids = names.map(() => id());
  const nets = [275_000, 225_000, 155_000, 155_000];
  return {
    customerId: of.id,
    entries: [
      entry({ date: '2022-02-10', note: 'trade fair' }, 85_000, 'acquisition'),
      entry({ date: '2022-03-01', product: 'Starter' }, 80_000),
      entry({ date: '2023-03-05', saleClass: 'upsell' }),
      entry({ date: '2023-06-12', product: 'Filters', saleClass: 'cross-sell' }, 25_000),
      entry({ date: '2023-12-31' }, 10_000, 'service'),
      entry({ date: '2026-01-20' }, 300_000),
    ],
    referrals: names.map((name, at) => ({
      customer: customer({ id: ids[at] ?? '', name }),
      referredBy: at === 0 ? of.id : at === 3 ? (ids[0] ?? '') : of.id,
      depth: at === 3 ? 2 : 1,
      net: nets[at] ?? 0,
      years: [],
    })),
    referrer: null,
    model: model(),
    settings: VALUE_DEFAULTS,
    ...over,
  };
}

const money = 100;
/** A year's worth of totals: 120 customers. */
export function portfolio(over: Partial<Portfolio> = {}): Portfolio {
  const points = Array.from({ length: 24 }, (_, at) => {
    const customers = (at + 1) * 5;
    const share = 1.34 * (1 - Math.exp(-customers / 22)) - Math.max(0, customers - 70) * 0.0063;
    const ranks: [number, number] = [at * 5 + 1, customers];
    return { customers, profit: Math.round(share * 86_000_00), share, ranks };
  });
  return {
    currency: 'USD',
    customers: 120,
    entries: 1_834,
    net: 312_400 * money,
    sales: 401_900 * money,
    next: 98_200 * money,
    whale: { points, total: 86_000_00, peak: 1.283, peakAt: 70, destroyed: 0.283 },
    gini: 0.61,
    topFifth: 0.79,
    tiers: [
      { tier: 'best-core', customers: 9, annual: 43_000_00, net: 160_000_00, next: 50_000_00, from: 310_000 },
      { tier: 'core', customers: 21, annual: 30_000_00, net: 98_000_00, next: 29_000_00, from: 90_000 },
      { tier: 'ordinary', customers: 58, annual: 21_000_00, net: 70_000_00, next: 18_000_00, from: 1 },
      { tier: 'expendable', customers: 32, annual: -8_000_00, net: -15_600_00, next: 1_200_00, from: null },
    ],
    stages: [],
    years: [-4_000, 38_000, 66_000, 91_000, 121_400].map((net, at) => ({
      year: 2022 + at,
      customers: 40 + at * 20,
      net: net * money,
      sales: (30_000 + at * 30_000) * money,
      perCustomer: Math.round((net * money) / (40 + at * 20)),
    })),
    cohorts: [2022, 2023, 2024, 2025, 2026].map((cohort, at) => ({
      cohort,
      customers: 40 - at * 5,
      years: Array.from({ length: 5 - at }, (_, age) => ({
        year: cohort + age,
        buying: 30,
        net: (age + 1) * (9_000 - at * 900) * money,
        sales: 0,
      })),
    })),
    mix: [2022, 2023, 2024, 2025, 2026].flatMap((year, at) =>
      (['first', 'repeat', 'upsell', 'cross-sell', 'referral'] as const).map((one, k) => ({
        year,
        class: one,
        sales: (k === 0 ? 22_000 - at * 3_000 : at * (9_000 - k * 1_200)) * money,
        customers: 12,
      })),
    ),
    conversion: [
      { loyalty: 'one-time', customers: 48, net: 21_000_00 },
      { loyalty: 'repeat', customers: 44, net: 94_000_00 },
      { loyalty: 'loyal', customers: 28, net: 197_000_00 },
    ],
    losing: {
      customers: 32,
      share: 0.267,
      minor: -15_600_00,
      causes: [
        { kind: 'service', minor: 11_400_00, customers: 26 },
        { kind: 'refund', minor: 4_100_00, customers: 11 },
        { kind: 'bad-debt', minor: 3_300_00, customers: 4 },
      ],
    },
    uncounted: [{ currency: 'NOK', entries: 3, from: '2026-01-02', to: '2026-09-30' }],
    base: {
      bought: 70,
      boughtAgain: 56,
      retention: 0.8,
      profitPerYear: 720_00,
      expectedPerCustomer: 818_00,
      acquisitionCost: 410_00,
      serviceCostPerYear: 90_00,
    },
    horizonDays: 365,
    modelId: null,
    valuation: 1,
    asOf: '2026-11-25',
    computedAt: 0,
    ...over,
  };
}
