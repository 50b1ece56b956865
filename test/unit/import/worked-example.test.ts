import { expect, test } from 'vitest';
import { VALUE_DEFAULTS } from '../../../utils/value/settings';
import { freshStore } from '../store/help';
import { imported } from './help';

/** One customer, four who came through them, five years: bought, and what winning and serving cost. */
const PEOPLE = [
  '客户编号,名称,推荐人',
  'W-3,Cleo,W-1',
  'W-1,Ada,',
  'W-2,Bo,W-1',
  'W-4,Dan,Ada',
  'W-5,Eli,W-1',
  '',
].join('\n');
const OWN: Array<[year: number, kind: string, amount: number, product: string]> = [
  [2020, '获客成本', 850, ''],
  [2020, '销售', 800, 'Basic'],
  [2021, '销售', 500, 'Plus'],
  [2021, '销售', 250, 'Case'],
  [2021, '服务成本', 100, ''],
  [2022, '销售', 500, 'Plus'],
  [2022, '销售', 200, 'Case'],
  [2022, '服务成本', 100, ''],
  [2023, '销售', 250, 'Plus'],
  [2023, '销售', 250, 'Case'],
  [2023, '服务成本', 100, ''],
  [2024, '销售', 3_000, 'Plus'],
  [2024, '销售', 200, 'Case'],
  [2024, '服务成本', 100, ''],
];
const REFERRED: Array<[who: string, from: number, amounts: number[]]> = [
  ['W-2', 2021, [800, 750, 700, 500]],
  ['W-3', 2022, [800, 750, 700]],
  ['W-4', 2023, [800, 750]],
  ['W-5', 2023, [800, 750]],
];
const LEDGER = [
  '客户编号,日期,类型,金额,产品',
  ...OWN.map(([year, kind, amount, product]) => `W-1,${year}-03-01,${kind},"${amount}",${product}`),
  ...REFERRED.flatMap(([who, from, amounts]) =>
    amounts.map((amount, i) => `${who},${from + i}/6/15,销售,${amount}.00,Basic`),
  ),
  '',
].join('\n');

const store = freshStore();

test('the worked example comes to the unit, year by year, through two files', async () => {
  const people = await imported(store(), PEOPLE);
  expect(people.counts).toMatchObject({ accepted: 5, rejected: 0, customers: 5 });
  const bought = await imported(store(), LEDGER, { currency: VALUE_DEFAULTS.currency });
  expect(bought.counts).toMatchObject({ rejected: 0, customers: 0, accepted: OWN.length + 11 });
  await store().refresh({ now: Date.UTC(2025, 0, 2), today: '2025-01-02' });

  const [ada] = (await store().list({ limit: 9 })).filter(({ name }) => name === 'Ada');
  const id = ada?.id ?? '';
  const [insight, summary, referrals] = await Promise.all([
    store().insight(id),
    store().summary(id),
    store().referralsOf(id),
  ]);
  const units = (minor: number | undefined) => (minor ?? Number.NaN) / 100;
  const own = summary?.years.map(({ year, net }) => [year, units(net)]);
  expect(own).toEqual([
    [2020, -50],
    [2021, 650],
    [2022, 600],
    [2023, 400],
    [2024, 3_100],
  ]);
  expect(referrals).toHaveLength(4);
  const referred = await Promise.all(referrals.map(({ customer }) => store().summary(customer.id)));
  const ofYear = (year: number) =>
    [summary, ...referred].reduce(
      (sum, one) => sum + units(one?.years.find((each) => each.year === year)?.net ?? 0),
      0,
    );
  expect([2020, 2021, 2022, 2023, 2024].map(ofYear)).toEqual([-50, 1_450, 2_150, 3_450, 5_800]);
  const sales = summary?.years.filter(({ year }) => year > 2020).reduce((sum, each) => sum + each.sales, 0);
  expect(units(sales)).toBe(5_150);
  expect(units(insight?.referred)).toBe(8_100);
  expect(units((insight?.net ?? 0) + (insight?.referred ?? 0))).toBe(12_800);
});
