import { describe, expect, it } from 'vitest';
import { openFile } from '../../../utils/import/open';
import { cancelImport } from '../../../utils/import/run';
import { added, freshStore, source } from '../store/help';
import { encoded } from '../transfer/encoded';
import { workbook } from '../transfer/workbook';
import { begun, carriedOut, contents, DEFAULTS, fileOf, imported, refused } from './help';

const store = freshStore();

describe('an import of transactions', () => {
  const file = [
    'customer,date,amount,kind,product',
    'C-1,2025-01-05,100.50,sale,Tea',
    'C-2,2025-01-06,-20,sale,Tea',
    'C-1,2025-02-01,7,service,',
    'C-1,2025-02-30,1,sale,',
    ',2025-01-01,1,sale,',
    'C-9,2031-01-01,1,sale,',
    '',
  ].join('\n');

  it('files each row with its customer, who is made where there is none', async () => {
    const known = await added(store(), { name: 'Nordwind', codes: ['C-1'] });
    const row = await imported(store(), file);
    expect(row.counts).toMatchObject({ rows: 6, accepted: 3, rejected: 3, customers: 1, turned: 1 });
    expect(await refused(store(), row.id)).toEqual([
      [5, 'bad-date'],
      [6, 'no-customer'],
      [7, 'future-date'],
    ]);
    const ledger = await store().ledger(known);
    expect(
      ledger?.entries.map(({ date, kind, amount, importId }) => [date, kind, amount.minor, importId]),
    ).toEqual([
      ['2025-01-05', 'sale', 10_050, row.id],
      ['2025-02-01', 'service', 700, row.id],
    ]);
    const [made] = (await contents(store())).filter(({ name }) => name === 'C-2');
    expect(made).toMatchObject({ codes: ['C-2'], entries: ['2025-01-06 refund 2000 CNY Tea'] });
  });

  it('is one line of the history, and undone whole', async () => {
    await added(store(), { name: 'Nordwind', codes: ['C-1'] });
    const before = await contents(store());
    const row = await imported(store(), file);
    const [line] = await store().history(5);
    expect(line).toMatchObject({
      id: row.id,
      what: 'entries-imported',
      source: { kind: 'import', url: 'rows.csv' },
    });
    expect(await store().isUndone(row.id)).toBe(false);
    await store().undo(row.id, source);
    expect(await contents(store())).toEqual(before);
    expect(await store().isUndone(row.id)).toBe(true);
  });

  it('finds customers by address, number and name, and says where it cannot be told', async () => {
    await added(store(), { name: 'Ada Brook', emails: ['ada@brook.example'], phones: ['+44 20 7946 0018'] });
    await added(store(), { name: '王芳', emails: ['one@x.example'] });
    await added(store(), { name: '王芳', emails: ['two@x.example'] });
    const text =
      'customer,date,amount\nADA@brook.example,2025-01-01,1\n+44 2079460018,2025-01-02,2\nada  brook,2025-01-03,3\n王芳,2025-01-04,4\n';
    const row = await imported(store(), text, { unknown: 'reject' });
    expect(await refused(store(), row.id)).toEqual([[5, 'ambiguous']]);
    const [ada] = (await contents(store())).filter(({ name }) => name === 'Ada Brook');
    expect(ada?.entries).toHaveLength(3);
  });

  it('refuses unknown customers where it is told to', async () => {
    const row = await imported(store(), file, { unknown: 'reject' });
    expect(row.counts).toMatchObject({ accepted: 0, rejected: 6, customers: 0 });
    expect(await store().count()).toBe(0);
  });

  it('counts equal rows as sales of their own, but an order once', async () => {
    const plain = 'customer,date,amount\nC-1,2025-01-01,5\nC-1,2025-01-01,5\n';
    expect((await imported(store(), plain)).counts).toMatchObject({ accepted: 2, repeated: 1 });
    const ordered =
      'customer,date,amount,order\nC-1,2025-01-01,5,SO-1\nC-1,2025-01-01,5,SO-1\nC-1,2025-01-01,6,SO-1\n';
    const row = await imported(store(), ordered);
    expect(row.counts).toMatchObject({ accepted: 2, rejected: 1 });
    expect(await refused(store(), row.id)).toEqual([[3, 'duplicate']]);
    expect((await imported(store(), plain, { repeated: 'skip' })).counts).toMatchObject({
      accepted: 1,
      rejected: 1,
    });
  });

  it('keeps each amount in its own currency', async () => {
    const text =
      'customer,date,amount,currency\nC-1,2025-01-01,5,\nC-1,2025-01-02,€5,\nC-1,2025-01-03,5,usd\nC-1,2025-01-04,5,XQZ\n';
    const row = await imported(store(), text);
    expect(row.counts.currencies).toEqual({ CNY: 1, EUR: 1, USD: 1 });
    expect(await refused(store(), row.id)).toEqual([[5, 'bad-currency']]);
  });

  it('an amount that no rate reaches is kept, left out of the sums, and named', async () => {
    const known = await added(store(), { name: 'Nordwind', codes: ['C-1'] });
    const { currency } = await store().valueSettings();
    const row = await imported(
      store(),
      `customer,date,amount,currency\nC-1,2025-01-01,5,${currency}\nC-1,2025-01-02,7,KWD\nC-1,2025-01-03,-2,${currency}\n`,
    );
    expect(row.counts).toMatchObject({ accepted: 3, rejected: 0, turned: 1 });
    expect((await store().ledger(known))?.entries).toHaveLength(3);
    expect(await store().summary(known)).toMatchObject({
      net: 300,
      uncounted: [{ currency: 'KWD', entries: 1, from: '2025-01-02', to: '2025-01-02' }],
    });
  });

  it('is the same from GBK, UTF-16 and a workbook as from UTF-8', async () => {
    const text = '客户,日期,金额\n恒信物流,2025-01-01,1.5\n王芳,2025-01-02,2\n';
    const lists = [];
    const sheet = [
      '<row><c t="inlineStr"><is><t>客户</t></is></c><c t="inlineStr"><is><t>日期</t></is></c><c t="inlineStr"><is><t>金额</t></is></c></row>',
      '<row><c t="inlineStr"><is><t>恒信物流</t></is></c><c s="1"><v>45658</v></c><c><v>1.5</v></c></row>',
      '<row><c t="inlineStr"><is><t>王芳</t></is></c><c s="1"><v>45659</v></c><c><v>2</v></c></row>',
    ].join('');
    const files: BlobPart[][] = [
      [text],
      [encoded(text, 'gb18030', false)],
      [encoded(text, 'utf-16le', true)],
      [workbook({ sheets: { One: sheet }, formats: [0, 14] })],
    ];
    for (const parts of files) {
      const row = await imported(store(), parts);
      lists.push(await contents(store()));
      await store().undo(row.id, source);
    }
    expect(lists[0]).toHaveLength(2);
    for (const list of lists) expect(list).toEqual(lists[0]);
  });
});

describe('an import of customers', () => {
  it('brings people at companies, notes, and who referred whom, whatever the order', async () => {
    const text = [
      '编号,名称,联系人,邮箱,备注,推荐人',
      'K-2,海蓝贸易有限公司,李雷,li@hailan.example,老朋友介绍,K-1',
      'K-1,恒信物流有限公司,王芳,wang@hengxin.example,,',
      'K-1,恒信物流有限公司,赵敏,zhao@hengxin.example,,',
      'K-3,绿洲食品有限公司,,,,nobody',
      'K-4,环一有限公司,,,,K-5',
      'K-5,环二有限公司,,,,K-4',
    ].join('\n');
    const row = await imported(store(), text);
    expect(await refused(store(), row.id)).toEqual([
      [5, 'unknown-referrer'],
      [6, 'circle'],
      [7, 'circle'],
    ]);
    expect(row.counts).toMatchObject({ customers: 2, contacts: 3, notes: 1 });
    expect(await contents(store())).toMatchObject([
      {
        name: '恒信物流有限公司',
        contacts: ['王芳 wang@hengxin.example', '赵敏 zhao@hengxin.example'],
        referrer: null,
      },
      { name: '海蓝贸易有限公司', notes: ['老朋友介绍'], referrer: '恒信物流有限公司' },
    ]);
    await store().undo(row.id, source);
    expect(await store().count()).toBe(0);
  });

  it('leaves those alone who are there already, and says so', async () => {
    await added(store(), { name: 'Ada Brook', emails: ['ada@brook.example'] });
    const row = await imported(
      store(),
      'name,email\nA. Brook,ada@brook.example\nBo Dahl,bo@dahl.example\nBo D.,bo@dahl.example\n',
    );
    expect(await refused(store(), row.id)).toEqual([
      [2, 'already-there'],
      [4, 'duplicate'],
    ]);
    expect(await store().count()).toBe(2);
  });

  it('headers that are names of objects’ members are left out, and cells that are, are text', async () => {
    const row = await imported(store(), '__proto__,name,constructor\nx,__proto__,y\nz,constructor,w\n');
    expect(row.counts.accepted).toBe(2);
    expect((await contents(store())).map(({ name }) => name).sort()).toEqual(['__proto__', 'constructor']);
  });
});

describe('what is remembered', () => {
  it('the columns that were chosen for a file of this shape, and the very file', async () => {
    const text = 'a,b,c\nC-1,2025-01-01,5\n';
    const columns = ['customer', 'date', 'amount'] as const;
    const first = await openFile(store(), fileOf(text), DEFAULTS);
    expect(first.opening).toMatchObject({ remembered: false, before: null });
    await imported(store(), text, { kind: 'transactions', columns: [...columns] });
    const again = await openFile(store(), fileOf(text, 'other name.csv'), DEFAULTS);
    expect(again.opening).toMatchObject({ remembered: true, before: { fileName: 'rows.csv' } });
    expect(again.opening.plan).toMatchObject({ kind: 'transactions', columns });
    expect((await openFile(store(), fileOf('a,b,c\nC-2,2025-01-01,6\n'), DEFAULTS)).opening.before).toBe(
      null,
    );
  });

  it('a cancelled import leaves nothing but its line in the list', async () => {
    const id = await begun(store(), fileOf('customer,date,amount\nC-1,2025-01-01,5\nC-2,bad,5\n'));
    await cancelImport(store(), id);
    expect(await store().count()).toBe(0);
    expect(await store().importFile(id)).toBe(null);
    expect(await refused(store(), id)).toEqual([]);
    expect(await store().imports(5)).toMatchObject([{ id, state: 'cancelled' }]);
    await expect(carriedOut(store(), id)).rejects.toMatchObject({ problem: 'gone' });
  });
});
