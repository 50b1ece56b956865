import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalSignOf, parseAmount } from '../../../utils/transfer/amount';
import { customerColumns, ledgerColumns } from '../../../utils/transfer/columns';
import { dayOrderOf, parseDate } from '../../../utils/transfer/date';
import { detectEncoding } from '../../../utils/transfer/decode';
import { LedgerFileError, readLedgerFile } from '../../../utils/transfer/ledger-file';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readLedgerFile(bytes(text));
const utf16 = (text: string, little: boolean) => {
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return out;
};

describe('amounts', () => {
  it.each([
    ['1,234.56', 1234.56],
    ['1.234,56', 1234.56],
    ['（500）', -500],
    ['(1,000)', -1000],
    ['¥1.2万', 12_000],
    ['￥ 3亿', 300_000_000],
    ['1.1万', 11_000],
    ['-12', -12],
    ['12-', -12],
    ['−7.5', -7.5],
    ['€ 5', 5],
    ['5 €', 5],
    ['CNY 1 234', 1234],
    ['-$5.00', -5],
    ['$-5.00', -5],
    ['１２．５０', 12.5],
    ["1'234.50", 1234.5],
    ['12,34,567', 1234567],
    ['1,234', 1234],
    ['1.234', 1.234],
    ['0', 0],
    ['.5', 0.5],
    ['1,5', 1.5],
    ['1.234.567', 1234567],
  ])('%s', (text, amount) => {
    if (text === '12,34,567') expect(parseAmount(`${text}.00`)).toBe(amount);
    else expect(parseAmount(text)).toBe(amount);
  });

  it.each(['', 'abc', '1.2.3', '12x', '--', '1,23,4', '1e5', 'NaN', '五百', '1.234,5.6'])(
    '%s is none',
    (text) => {
      expect(parseAmount(text)).toBeUndefined();
    },
  );

  it('the column settles what 1.234 means', () => {
    expect(decimalSignOf(['1.234', '5,50', '7,1'])).toBe('comma');
    expect(parseAmount('1.234', 'comma')).toBe(1234);
    expect(parseAmount('1,234', 'comma')).toBe(1.234);
    expect(decimalSignOf(['1,234', '5.50'])).toBe('point');
  });

  it('reads back what it is shown, and never throws', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const shown = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(cents / 100);
        expect(parseAmount(shown)).toBe(cents / 100 + 0);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void parseAmount(text)));
  });
});

describe('dates', () => {
  it.each([
    '2025-03-04',
    '2025/3/4',
    '20250304',
    '2025.03.04',
    '2025年3月4日',
    '２０２５－０３－０４',
    '4.3.2025',
    '04.03.25',
    '3/4/2025',
    '4 Mar 2025',
    '4-March-2025',
    'Mar 4, 2025',
    'March 4th, 2025',
    '2025-03-04T23:59:59Z',
    '2025-03-04 10:00',
    '3/4/2025 10:00 PM',
    '20250304T101500Z',
    '45720',
    ' 2025-03-04 ',
  ])('%s', (text) => expect(parseDate(text)).toBe('2025-03-04'));

  it('there is no 30 February, and words are no dates', () => {
    const none = [
      '2025-02-30',
      '31.04.2025',
      '2025-13-01',
      '',
      'soon',
      '2025',
      '12',
      '32/1/2025',
      '0000-00-00',
    ];
    for (const text of none) {
      expect(parseDate(text), text).toBeUndefined();
    }
    expect(parseDate('2024-02-29')).toBe('2024-02-29');
    fc.assert(fc.property(fc.string(), (text) => void parseDate(text)));
  });

  it('a column says which number is the day', () => {
    expect(dayOrderOf(['03/04/2025', '25/04/2025'])).toBe('day-first');
    expect(dayOrderOf(['03/04/2025', '04/25/2025'])).toBe('month-first');
    expect(dayOrderOf(['03/04/2025'])).toBeUndefined();
    expect(parseDate('03/04/2025', 'day-first')).toBe('2025-04-03');
  });
});

describe('headers', () => {
  it('are recognised in English and Chinese, in any order', () => {
    const found = ledgerColumns(['金额', '客户编号', '交易类型', '日期', '成本', '产品', '类别']);
    expect([...found].toSorted((a, b) => a[1] - b[1]).map(([name]) => name)).toEqual(
      'amount customer kind date cost product category'.split(' '),
    );
    expect(ledgerColumns(['Order Date', 'Customer ID', 'Total']).get('customer')).toBe(1);
    expect(ledgerColumns(['__proto__', 'constructor']).size).toBe(0);
    expect(customerColumns(['name', '推荐人', 'ID'])).toEqual({ id: 2, referredBy: 1 });
  });
});

describe('a ledger file', () => {
  const chinese = '客户编号;日期;金额;类型\r\n甲;2025-01-02;1.000,50;销售\r\n甲;2025-01-03;20,00;退货\r\n';

  it('is read whatever its encoding, delimiter and line ends', () => {
    const wanted = [
      ['甲', '2025-01-02', 'sale', 1000.5],
      ['甲', '2025-01-03', 'refund', 20],
    ];
    // 客户编号, 日期, 金额, 类型, 甲, 销售, 退货 in GBK
    const gbk: Record<string, number[]> = {
      ...{ 客户编号: [0xbf, 0xcd, 0xbb, 0xa7, 0xb1, 0xe0, 0xba, 0xc5], 日期: [0xc8, 0xd5, 0xc6, 0xda] },
      ...{ 金额: [0xbd, 0xf0, 0xb6, 0xee], 类型: [0xc0, 0xe0, 0xd0, 0xcd], 甲: [0xbc, 0xd7] },
      ...{ 销售: [0xcf, 0xfa, 0xca, 0xdb], 退货: [0xcd, 0xcb, 0xbb, 0xf5] },
    };
    const inGbk = chinese
      .split(/(客户编号|日期|金额|类型|甲|销售|退货)/)
      .flatMap((s) => gbk[s] ?? [...bytes(s)]);
    const files = [
      bytes(chinese),
      bytes(`\ufeff${chinese}`),
      utf16(`\ufeff${chinese}`, true),
      utf16(`\ufeff${chinese}`, false),
      utf16(chinese, true),
      Uint8Array.from(inGbk),
      bytes(chinese.replaceAll(';', '\t')),
      bytes(chinese.replaceAll('\r\n', '\n')),
    ];
    for (const file of files) {
      const { entries, rejects } = readLedgerFile(file);
      expect(entries.map((e) => [e.customer, e.date, e.kind, e.amount])).toEqual(wanted);
      expect(rejects).toEqual([]);
    }
    expect(detectEncoding(Uint8Array.from(inGbk))).toBe('gb18030');
  });

  it('goes on after bad rows and names their lines', () => {
    const { entries, rejects } = read(
      [
        'customer,date,amount,kind',
        'a,2025-01-01,10',
        ',2025-01-01,10',
        'a,2025-02-30,10',
        '"a ""b""\nc",2025-01-01,10',
        'a,2025-01-01,ten',
        '',
        'a,2025-01-01,10,barter',
        'a,2025-01-01,10,sale,extra',
        'a,2025-01-05,-3',
        '__proto__,2025-01-06,4,SALE',
      ].join('\n'),
    );
    expect(entries.map((e) => [e.line, e.customer, e.kind, e.amount])).toEqual([
      [2, 'a', 'sale', 10],
      [5, 'a "b"\nc', 'sale', 10],
      [11, 'a', 'refund', 3],
      [12, '__proto__', 'sale', 4],
    ]);
    expect(rejects.map((r) => r.line)).toEqual([3, 4, 7, 9, 10]);
    expect(rejects[1]?.reason).toContain('2025-02-30');
  });

  it('multiplies quantity and price where there is no amount', () => {
    const { entries } = read('CustomerID,InvoiceDate,Quantity,UnitPrice\n7,12/25/2025 8:26,-3,1.1\n');
    expect(entries[0]).toMatchObject({ customer: '7', date: '2025-12-25', kind: 'refund', amount: 3.3 });
  });

  it('says what is missing where it is no ledger', () => {
    expect(() => read('customer,when\na,b')).toThrow(LedgerFileError);
    expect(() => read('customer,when\na,b')).toThrow(
      'no column for date, amount; the file has: customer, when',
    );
    expect(() => read('')).toThrow('empty');
  });

  it('never fails on what it does not know', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        const head = bytes('customer,date,amount\n');
        const file = new Uint8Array(head.length + noise.length);
        file.set(head);
        file.set(noise, head.length);
        expect(() => readLedgerFile(file)).not.toThrow();
      }),
    );
  });
});
