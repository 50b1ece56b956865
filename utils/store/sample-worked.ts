import type { EntryKind } from '../value/ledger';
import { cny, type SamplePerson, usd } from './sample-people';

/**
 * The worked example of the sources, once in each language: one customer, four who came through them, five years. In all 12 800: what
 * was bought (14 050) less what winning (850) and serving (4 × 100) the first of them cost. Names are made up.
 */
export interface WorkedPerson {
  customer: SamplePerson['customer'];
  /** Years before this one, oldest first: kind, whole units, product. */
  facts: Array<[yearsAgo: number, kind: EntryKind, units: number, product: string]>;
}

const FIRST_YEAR = 5;
/** What the four who were referred bought, from the year on in which they came (the second year is 1). */
const REFERRED: Array<[from: number, units: number[]]> = [
  [1, [800, 750, 700, 500]],
  [2, [800, 750, 700]],
  [3, [800, 750]],
  [3, [800, 750]],
];

interface Words {
  basic: string;
  better: string;
  other: string;
  people: Array<SamplePerson['customer']>;
}

function worked({ basic, better, other, people }: Words): WorkedPerson[] {
  const [first, ...others] = people;
  if (!first) return [];
  const own: Array<[year: number, kind: EntryKind, units: number, product: string]> = [
    [0, 'acquisition', 850, ''],
    [0, 'sale', 800, basic],
    [1, 'sale', 500, better],
    [1, 'sale', 250, other],
    [1, 'service', 100, ''],
    [2, 'sale', 500, better],
    [2, 'sale', 200, other],
    [2, 'service', 100, ''],
    [3, 'sale', 250, better],
    [3, 'sale', 250, other],
    [3, 'service', 100, ''],
    [4, 'sale', 3_000, better],
    [4, 'sale', 200, other],
    [4, 'service', 100, ''],
  ];
  const facts = (all: typeof own): WorkedPerson['facts'] =>
    all.map(([year, ...rest]) => [FIRST_YEAR - year, ...rest]);
  return [
    { customer: first, facts: facts(own) },
    ...others.map((customer, i) => {
      const [from, units] = REFERRED[i] ?? [0, []];
      return { customer, facts: facts(units.map((one, at) => [from + at, 'sale', one, basic])) };
    }),
  ];
}

const person = (name: string, email: string, country: string): SamplePerson['customer'] => ({
  kind: 'person',
  name,
  emails: [email],
  country,
  stage: 'loyal',
});

export const WORKED: Array<{ money: typeof cny; people: WorkedPerson[] }> = [
  {
    money: cny,
    people: worked({
      basic: '记账软件标准版',
      better: '记账软件专业版',
      other: '税务培训',
      people: [
        person('沈秋白', 'shen.qiubai@qiubai-books.example', 'CN'),
        person('陆小满', 'lu.xiaoman@xiaoman-studio.example', 'CN'),
        person('方知远', 'fang.zhiyuan@zhiyuan-trade.example', 'CN'),
        person('叶青禾', 'ye.qinghe@qinghe-farm.example', 'CN'),
        person('宋一航', 'song.yihang@yihang-travel.example', 'CN'),
      ],
    }),
  },
  {
    money: usd,
    people: worked({
      basic: 'Bookkeeping Standard',
      better: 'Bookkeeping Pro',
      other: 'Tax workshop',
      people: [
        person('Nadia Okafor', 'nadia@okafor-joinery.example', 'US'),
        person('Tom Ashby', 'tom@ashby-roofing.example', 'US'),
        person('Lena Brandt', 'lena@brandt-bikes.example', 'US'),
        person('Marcus Bell', 'marcus@bell-and-sons.example', 'US'),
        person('Yuki Arai', 'yuki@arai-gardens.example', 'US'),
      ],
    }),
  },
];
