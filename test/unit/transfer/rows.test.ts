import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf, missingFields, recognise, shapeOf } from '../../../utils/transfer/columns';
import { csvText } from '../../../utils/transfer/csv-write';
import { currencyOf, currencyWithin } from '../../../utils/transfer/currency';
import { CustomerReader } from '../../../utils/transfer/customer-row';
import { parseDate } from '../../../utils/transfer/date';
import { EntryReader } from '../../../utils/transfer/entry-row';

const how = {
  order: 'month-first',
  decimals: 'point',
  currency: 'CNY',
  latest: '2026-11-23',
  country: 'CN',
} as const;

describe('headers', () => {
  it('are recognised in English and both Chinese scripts', () => {
    expect(recognise(['Customer ID', 'Order Date', 'Total', 'Qty'], 'transactions')).toEqual([
      'customer',
      'date',
      'amount',
      'quantity',
    ]);
    expect(recognise(['客户编号', '日期', '金额', '币种', '订单号'], 'transactions')).toEqual([
      'customer',
      'date',
      'amount',
      'currency',
      'order',
    ]);
    expect(recognise(['客戶名稱', '聯絡人', '電郵', '電話', '備註', '推薦人'], 'customers')).toEqual([
      'name',
      'contact',
      'email',
      'phone',
      'note',
      'referredBy',
    ]);
  });

  it('several columns of addresses and numbers all count; nothing else is taken twice', () => {
    const columns = recognise(['Name', 'Email', 'Email 2', 'Phone', 'Mobile', 'Name'], 'customers');
    expect(columns).toEqual(['name', 'email', 'email', 'phone', 'phone', null]);
  });

  it('the names of objects’ own members are headers like any other', () => {
    const headers = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    expect(recognise(headers, 'customers')).toEqual([null, null, null, null]);
    expect(recognise(headers, 'transactions')).toEqual([null, null, null, null]);
    expect(shapeOf(headers)).toBe('proto|constructor|tostring|hasownproperty');
  });

  it('tell transactions from customers, and what is missing', () => {
    expect(kindOf(['customer', 'date', 'amount'])).toBe('transactions');
    expect(kindOf(['name', 'email', 'date of birth'])).toBe('customers');
    expect(missingFields(recognise(['customer', 'amount'], 'transactions'), 'transactions')).toEqual([
      ['date'],
    ]);
    expect(missingFields([null], 'customers')).toEqual([['name', 'company', 'lastName', 'contact']]);
  });
});

describe('a transaction', () => {
  const columns = recognise(
    ['customer', 'date', 'amount', 'kind', 'product', 'cost', 'currency', 'order'],
    'transactions',
  );
  const read = (...cells: string[]) => new EntryReader(columns, how).read(cells);

  it('is read with its kind, cost, currency and order', () => {
    expect(read('C1', '2025/3/4', '¥1.2万', '退款', 'Tea', '（500）', '', 'SO-1')).toMatchObject({
      who: { any: 'C1' },
      date: '2025-03-04',
      kind: 'refund',
      minor: 1_200_000,
      costMinor: 50_000,
      currency: 'CNY',
      order: 'SO-1',
    });
  });

  it('of a negative sale is a refund, and says so', () => {
    expect(read('C1', '2025-03-04', '-5')).toMatchObject({ kind: 'refund', minor: 500, turned: true });
    expect(read('C1', '2025-03-04', '-5', 'service')).toMatchObject({
      kind: 'service',
      minor: 500,
      turned: false,
    });
  });

  it('with more digits than its currency is rounded half away from zero, and says so', () => {
    expect(read('C1', '2025-03-04', '1.005')).toMatchObject({ minor: 101, rounded: true });
    expect(read('C1', '2025-03-04', '12.5', '', '', '', 'JPY')).toMatchObject({
      minor: 13,
      currency: 'JPY',
      rounded: true,
    });
    expect(read('C1', '2025-03-04', '0.1')).toMatchObject({ minor: 10, rounded: false });
  });

  it.each([
    [['', '2025-03-04', '1'], 'no-customer'],
    [['C1', '', '1'], 'no-date'],
    [['C1', '2025-02-30', '1'], 'bad-date'],
    [['C1', '1066-10-14', '1'], 'bad-date'],
    [['C1', '2031-01-01', '1'], 'future-date'],
    [['C1', '2025-03-04', ''], 'no-amount'],
    [['C1', '2025-03-04', 'lots'], 'bad-amount'],
    [['C1', '2025-03-04', '99999999999999999'], 'too-large'],
    [['C1', '2025-03-04', '1', 'gift'], 'unknown-kind'],
    [['C1', '2025-03-04', '1', '', '', 'dear'], 'bad-cost'],
    [['C1', '2025-03-04', '1', '', '', '', 'XQZ'], 'bad-currency'],
    [['C1', '2025-03-04', '1', '', '', '', '', '', 'more'], 'too-many-cells'],
    [['C1', '2025-03-04', '1', '', 'x'.repeat(20_001)], 'too-long'],
  ])('%j is refused: %s', (cells, id) => {
    expect(read(...cells)).toMatchObject({ id });
  });

  it('is quantity times price where there is no amount', () => {
    const priced = new EntryReader(recognise(['customer', 'date', 'qty', 'price'], 'transactions'), how);
    expect(priced.read(['C1', '2025-03-04', '3', '0.10'])).toMatchObject({ minor: 30, rounded: false });
    expect(priced.read(['C1', '2025-03-04', '3', ''])).toMatchObject({ id: 'no-amount' });
  });

  it('never throws, whatever the cells', () => {
    const reader = new EntryReader(columns, how);
    fc.assert(fc.property(fc.array(fc.string(), { maxLength: 10 }), (cells) => void reader.read(cells)));
  });
});

describe('the currency of an amount', () => {
  it('is the one that it names; a shared sign is the file’s own where it can be', () => {
    expect(currencyWithin('€ 5', 'CNY')).toBe('EUR');
    expect(currencyWithin('¥5', 'JPY')).toBe('JPY');
    expect(currencyWithin('¥5', 'EUR')).toBe('CNY');
    expect(currencyWithin('$5', 'HKD')).toBe('HKD');
    expect(currencyWithin('NT$5', 'USD')).toBe('TWD');
    expect(currencyWithin('1,234.50', 'CNY')).toBeUndefined();
    expect([currencyOf('rmb', 'USD'), currencyOf('美元', 'CNY'), currencyOf('usd', 'CNY')]).toEqual([
      'CNY',
      'USD',
      'USD',
    ]);
  });
});

describe('dates in many shapes', () => {
  it.each([
    ...['2025-03-04', '2025/3/4', '2025.3.4', '20250304', '2025年3月4日', '2025年03月04號', '2025-3-4 10:20'],
    ...[
      '2025-03-04T10:20:30Z',
      '20250304 10:20',
      '4.3.2025',
      '04.03.25',
      '3/4/2025',
      '3-4-2025',
      '4 Mar 2025',
    ],
    ...[
      '4-Mar-25',
      '4th March 2025',
      'March 4, 2025',
      'Mar 4 2025',
      'Tue, 4 Mar 2025',
      'Tuesday, March 4, 2025',
    ],
    ...[
      '2025-Mar-04',
      'Mar-04-2025',
      '二〇二五年三月四日',
      '民國114年3月4日',
      '２０２５年３月４日',
      '45720',
      '1741046400',
    ],
    ...['2025年3月4日 星期二', '1741046400000'],
  ])('%s', (text) => {
    expect(parseDate(text)).toBe('2025-03-04');
  });

  it.each([
    '2025-13-01',
    '2025-02-30',
    '31/31/2025',
    '民國114年2月30日',
    '二〇二五年十三月一日',
    'soon',
    '114/3/4x',
    '',
  ])('%s is none', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('a customer', () => {
  const read = (headers: string[], ...cells: string[]) =>
    new CustomerReader(recognise(headers, 'customers'), how).read(cells);

  it('is the company, with the person at it', () => {
    expect(
      read(
        ['公司名称', '联系人', '职位', '邮箱', '手机', '编号'],
        '恒信物流有限公司',
        '王芳',
        '经理',
        'wf@hengxin.example',
        '13900000000',
        'C-1',
      ),
    ).toMatchObject({
      kind: 'company',
      name: '恒信物流有限公司',
      emails: [],
      codes: ['C-1'],
      contact: { name: '王芳', title: '经理', emails: ['wf@hengxin.example'], phones: ['13900000000'] },
    });
  });

  it('is a person, with the company that they are with', () => {
    expect(
      read(
        ['First name', 'Last name', 'Company', 'E-mail'],
        'Ada',
        'Brook',
        'Brook Tea',
        'ada@brook.example',
      ),
    ).toMatchObject({
      kind: 'person',
      name: 'Ada Brook',
      company: 'Brook Tea',
      emails: ['ada@brook.example'],
      contact: null,
    });
    expect(read(['姓', '名'], '王', '芳')).toMatchObject({ name: '王芳' });
  });

  it('is a company where only its name says so: three spellings of one mine are three companies', () => {
    for (const name of ['山西煤矿', '山西煤业', '山西煤产品总公司', 'Brook Tea Ltd'])
      expect(read(['客户名称', '电话'], name, '0351 555 0101')).toMatchObject({ kind: 'company', name });
    expect(read(['客户名称', '电话'], '王海洋', '0351 555 0101')).toMatchObject({ kind: 'person' });
  });

  it('has several addresses in a cell, and nothing where a cell says nothing', () => {
    expect(
      read(
        ['name', 'email', 'phone', 'tags', 'owner'],
        'Ada',
        'a@b.example; c@d.example',
        '无',
        'vip, north',
        'N/A',
      ),
    ).toMatchObject({
      emails: ['a@b.example', 'c@d.example'],
      phones: [],
      tags: ['vip', 'north'],
      owner: '',
    });
  });

  it('has tier, stage and country by their words', () => {
    expect(read(['name', 'tier', 'stage', 'country'], 'Ada', '重点', '流失', '中国')).toMatchObject({
      tier: 'core',
      stage: 'lost',
      country: 'CN',
    });
    expect(read(['name', 'tier', 'country'], 'Ada', 'best-core', 'United Kingdom')).toMatchObject({
      tier: 'best-core',
      country: 'GB',
    });
  });

  it.each([
    [['', 'a@b.example'], 'no-name'],
    [['Ada', 'not an address'], 'bad-email'],
    [['Ada', '', 'golden'], 'bad-tier'],
    [['Ada', '', '', 'Atlantis'], 'bad-country'],
    [['Ada', '', '', '', '2025-02-30'], 'bad-date'],
  ])('%j is refused: %s', (cells, id) => {
    expect(read(['name', 'email', 'tier', 'country', 'last contact'], ...cells)).toMatchObject({ id });
  });

  it('never throws, whatever the cells', () => {
    const reader = new CustomerReader(
      recognise(['name', 'email', 'phone', 'website', 'note'], 'customers'),
      how,
    );
    fc.assert(fc.property(fc.array(fc.string(), { maxLength: 6 }), (cells) => void reader.read(cells)));
  });
});

describe('a CSV that is handed out', () => {
  it('runs no formula in a spreadsheet, and leaves numbers alone', () => {
    const text = csvText(
      ['a', 'b'],
      [
        ['=1+1', '-5'],
        ['+44 20 7946', '@x'],
        ['-2+3', 'a"b'],
      ],
    );
    expect(text.startsWith('\uFEFFa,b\r\n')).toBe(true);
    expect(text.slice(1).trim().split('\r\n').slice(1)).toEqual([
      `"'=1+1",-5`,
      `+44 20 7946,"'@x"`,
      `"'-2+3","a""b"`,
    ]);
  });
});
