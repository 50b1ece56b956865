import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type QuickOptions, readQuickEntry } from '../../../utils/transfer/quick';
import { ENTRY_KINDS, LedgerEntry } from '../../../utils/value/ledger';

/** Wednesday. */
const TODAY = '2026-11-25';
const here: QuickOptions = { today: TODAY, currency: 'USD', localeTag: 'en' };
const zh: QuickOptions = { today: TODAY, currency: 'CNY', localeTag: 'zh-CN' };

function ready(line: string, options: QuickOptions = here): LedgerEntry {
  const read = readQuickEntry(line, options);
  if (read.state !== 'ready') throw new Error(`${line}: ${JSON.stringify(read)}`);
  return read.draft;
}
function asked(line: string, options: QuickOptions = here) {
  const read = readQuickEntry(line, options);
  if (read.state !== 'asked') throw new Error(`${line}: ${JSON.stringify(read)}`);
  return read.asks;
}
const problem = (line: string, options: QuickOptions = here) => {
  const read = readQuickEntry(line, options);
  return read.state === 'problem' ? read.problem : read;
};

describe('a quick entry', () => {
  test('the four of the manual', () => {
    expect(ready('500 升级 专业版 yesterday', zh)).toMatchObject({
      date: '2026-11-24',
      kind: 'sale',
      saleClass: 'upsell',
      product: '专业版',
      amount: { minor: 50_000, currency: 'CNY' },
    });
    expect(ready('-80 退款 昨天', zh)).toMatchObject({
      date: '2026-11-24',
      kind: 'refund',
      amount: { minor: 8_000, currency: 'CNY' },
      product: '',
    });
    expect(ready('1.2万 服务 3/5', zh)).toMatchObject({
      date: '2026-03-05',
      kind: 'service',
      amount: { minor: 1_200_000, currency: 'CNY' },
    });
    expect(asked('refund 20 last monday')).toEqual([{ of: 'date', choices: ['2026-11-23', '2026-11-16'] }]);
  });

  test('an amount alone is a sale of today', () => {
    expect(ready('500')).toEqual({
      date: TODAY,
      kind: 'sale',
      amount: { minor: 50_000, currency: 'USD' },
      product: '',
      category: '',
      costMinor: null,
      saleClass: null,
      note: '',
    });
  });

  test.each([
    ['退款80元昨天', { kind: 'refund', date: '2026-11-24', amount: { minor: 8_000, currency: 'CNY' } }],
    ['昨天80退款', { kind: 'refund', date: '2026-11-24' }],
    ['300 服务器', { kind: 'sale', product: '服务器' }],
    ['3,000 首次 上周一', { saleClass: 'first', date: '2026-11-16' }],
    ['周五 90', { date: '2026-11-20' }],
    ['3天前 90', { date: '2026-11-22' }],
    ['一个月前 90', { date: '2026-10-25' }],
    ['12月1日 90', { date: '2025-12-01' }],
    ['2026年3月5日 90 坏账', { date: '2026-03-05', kind: 'bad-debt' }],
    ['¥90 推荐购买', { saleClass: 'referral' }],
    ['€90 获客', { kind: 'acquisition', amount: { minor: 9_000, currency: 'EUR' } }],
  ] as const)('%s, in Chinese', (line, expected) => {
    expect(ready(line, zh)).toMatchObject(expected);
  });

  test.each([
    ['USD 1,250.50 Model 3000X', { amount: { minor: 125_050, currency: 'USD' }, product: 'Model 3000X' }],
    ['90 eur'.toUpperCase(), { amount: { minor: 9_000, currency: 'EUR' } }],
    ['write off 300 2 weeks ago', { kind: 'bad-debt', date: '2026-11-11' }],
    ['cost to serve 300 5 mar', { kind: 'service', date: '2026-03-05' }],
    ['300 "Service plan" 2026-01-31', { kind: 'sale', product: 'Service plan', date: '2026-01-31' }],
    ['800 cost 300 #pumps // paid in cash', { costMinor: 30_000, category: 'pumps', note: 'paid in cash' }],
    ['(40) refund friday', { kind: 'refund', amount: { minor: 4_000, currency: 'USD' }, date: '2026-11-20' }],
    ['3.5k cross-sell filters', { saleClass: 'cross-sell', product: 'filters' }],
    ['25/12/2025 90', { date: '2025-12-25' }],
    ['upgrade $90 sale', { kind: 'sale', saleClass: 'upsell' }],
    ['wed 5', { date: TODAY }],
  ] as const)('%s', (line, expected) => {
    expect(ready(line)).toMatchObject(expected);
  });

  test('what may mean two things is asked, and an answer settles it', () => {
    expect(asked('90 3/5')).toEqual([{ of: 'date', choices: ['2026-03-05', '2026-05-03'] }]);
    expect(ready('90 3/5', { ...here, answers: { date: '2026-05-03' } }).date).toBe('2026-05-03');
    expect(asked('500 Phone 15')).toEqual([{ of: 'amount', choices: ['500', '15'] }]);
    expect(ready('500 Phone 15', { ...here, answers: { amount: '500' } }).product).toBe('Phone 15');
    expect(asked('-80').map(({ of }) => of)).toEqual(['kind']);
    expect(ready('-80', { ...here, answers: { kind: { kind: 'service', saleClass: null } } }).kind).toBe(
      'service',
    );
    expect(asked('80 refund service').map(({ of }) => of)).toEqual(['kind']);
    expect(asked('¥80', { ...here, currency: 'EUR' })).toEqual([{ of: 'currency', choices: ['CNY', 'JPY'] }]);
    expect(asked('-20 3/5').map(({ of }) => of)).toEqual(['kind', 'date']);
  });

  test('a product that was sold before is known by its name, with its category', () => {
    const products = new Map([
      ['Phone 15', 'phones'],
      ['Phone', 'phones'],
    ]);
    expect(ready('500 phone 15', { ...here, products })).toMatchObject({
      product: 'Phone 15',
      category: 'phones',
      amount: { minor: 50_000 },
    });
  });

  test.each([
    ['refund yesterday', 'no-amount'],
    ['80 sale 80', 'two-amounts'],
    ['90 2026-02-30', 'bad-date'],
    ['90 2/30', 'bad-date'],
    ['20 May 5', 'bad-date'],
    ['90 2027-01-01', 'future'],
    ['90.005', 'too-precise'],
    ['0', 'zero'],
    ['99999999999999999', 'too-large'],
    ['refund 80 cost 30', 'cost-of-no-sale'],
    ['1,2,3', 'bad-amount'],
    [`9${' x'.repeat(400)}`, 'too-long'],
  ] as const)('%s: %s', (line, expected) => {
    expect(problem(line)).toBe(expected);
  });

  test('nothing is an entry of nothing', () =>
    expect(readQuickEntry('  ', here)).toEqual({ state: 'empty' }));
});

test('a cost of goods has no sign of its own', () => {
  const read = readQuickEntry('500 cost -80', here);
  expect(read).toMatchObject({ state: 'ready', draft: { kind: 'sale', costMinor: 8_000 } });
});

describe('whatever is typed', () => {
  const options = fc.constantFrom(here, zh, { ...here, currency: 'JPY' });
  const piece = fc.constantFrom(
    ...['500', '-80', '1.2万', '¥3', '$5', '3/5', '昨天', 'last monday', '退款', 'upsell', '专业版'],
    ...['15', 'cost 3', '#a', '//', '"x', '「y」', '2026-02-30', 'may', '(', ')', '服务', 'ago', '2'],
  );
  const line = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(' ')),
  );

  test('is read without an error, and what is ready is a right entry of today or before', () => {
    fc.assert(
      fc.property(line, options, (text, given) => {
        const read = readQuickEntry(text, given);
        if (read.state !== 'ready' && read.state !== 'asked') return;
        expect(LedgerEntry.safeParse(read.draft).success).toBe(true);
        expect(read.draft.amount.minor).toBeGreaterThan(0);
        expect(read.draft.date <= given.today).toBe(true);
        if (read.state === 'asked')
          for (const ask of read.asks) expect(ask.choices.length).toBeGreaterThan(1);
      }),
      { numRuns: 2_000 },
    );
  });

  test('answering every question with its first choice gives the draft that was shown', () => {
    fc.assert(
      fc.property(line, options, (text, given) => {
        const read = readQuickEntry(text, given);
        if (read.state !== 'asked') return;
        const answers = Object.fromEntries(read.asks.map(({ of, choices }) => [of, choices[0]]));
        expect(readQuickEntry(text, { ...given, answers })).toEqual({ state: 'ready', draft: read.draft });
      }),
      { numRuns: 1_000 },
    );
  });

  test('amount, kind, product and date are read whatever their order', () => {
    const words = {
      refund: 'refund',
      service: 'service',
      dispute: 'lawsuit',
      'bad-debt': 'writeoff',
    } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(...(Object.keys(words) as Array<keyof typeof words>)),
        fc.constantFrom('Widget', '专业版', 'Blue-Box'),
        fc.integer({ min: 0, max: 3_000 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (minor, kind, product, ago, order) => {
          const date = Temporal.PlainDate.from(TODAY).subtract({ days: ago }).toString();
          const parts = [(minor / 100).toFixed(2), words[kind], product, date];
          const draft = ready(order.map((at) => parts[at]).join(' '));
          expect(draft).toMatchObject({ kind, product, date, amount: { minor, currency: 'USD' } });
          expect(ENTRY_KINDS).toContain(draft.kind);
        },
      ),
    );
  });
});
