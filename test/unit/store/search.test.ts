import { beforeEach, describe, expect, test } from 'vitest';
import { newContact } from '../../../utils/store/drafts';
import { added, change, freshStore } from './help';

const it = freshStore();
let hengxin = '';
beforeEach(async () => {
  hengxin = await added(it(), {
    name: '深圳恒信物流有限公司',
    kind: 'company',
    aliases: ['Hengxin Logistics'],
    codes: ['KH-00123'],
    country: 'CN',
    emails: ['info@hengxin.example'],
    phones: ['0755-5550 0123'],
  });
  await added(it(), {
    name: 'Anna Müller',
    emails: ['anna.mueller@nordwind.example'],
    phones: ['+1 202 555 0143'],
  });
  await added(it(), { name: '单雄', phones: ['138 0013 8000'], country: 'CN' });
  await added(it(), { name: '曾国华' });
  await added(it(), { name: '重庆长江商行' });
  const contact = newContact({
    customerId: hengxin,
    name: '李伟',
    emails: ['liwei@hengxin.example'],
    phones: ['13900139000'],
  });
  await change(it(), [{ op: 'add', table: 'contacts', row: contact }]);
});

const found = async (typed: string) =>
  (await it().search(typed)).map(({ customer, contact }) => contact?.name ?? customer.name);

describe('search as you type', () => {
  test.each([
    ['深圳', '深圳恒信物流有限公司'],
    ['恒信', '深圳恒信物流有限公司'],
    ['恆信', '深圳恒信物流有限公司'],
    ['恆信物流有限公', '深圳恒信物流有限公司'],
    ['物流', '深圳恒信物流有限公司'],
    ['szhx', '深圳恒信物流有限公司'],
    ['hxwl', '深圳恒信物流有限公司'],
    ['hengxin wuliu', '深圳恒信物流有限公司'],
    ['hengxinw', '深圳恒信物流有限公司'],
    ['logis', '深圳恒信物流有限公司'],
    ['Ｈｅｎｇｘｉｎ Log', '深圳恒信物流有限公司'],
    ['logistics hengxin', '深圳恒信物流有限公司'],
    ['info@heng', '深圳恒信物流有限公司'],
    ['kh-001', '深圳恒信物流有限公司'],
    ['KH00123', '深圳恒信物流有限公司'],
    ['00123', '深圳恒信物流有限公司'],
    ['075555500123', '深圳恒信物流有限公司'],
    ['+86 755 5550 0123', '深圳恒信物流有限公司'],
    ['muller', 'Anna Müller'],
    ['Müller', 'Anna Müller'],
    ['anna m', 'Anna Müller'],
    ['nordwind', 'Anna Müller'],
    ['mueller', 'Anna Müller'],
    ['0143', 'Anna Müller'],
    ['202 555', 'Anna Müller'],
    ['(202) 555-0143', 'Anna Müller'],
    ['0202 555', 'Anna Müller'],
    ['+1 (0)202 555', 'Anna Müller'],
    ['001 202 555 0143', 'Anna Müller'],
    ['shan', '单雄'],
    ['shanxiong', '单雄'],
    ['sx', '单雄'],
    ['13800138000', '单雄'],
    ['138-0013', '单雄'],
    ['8000', '单雄'],
    ['zengguohua', '曾国华'],
    ['zgh', '曾国华'],
    ['国华', '曾国华'],
    ['chongqing', '重庆长江商行'],
    ['cqcj', '重庆长江商行'],
    ['李伟', '李伟'],
    ['liwei', '李伟'],
    ['lw', '李伟'],
    ['139 0013', '李伟'],
  ])('%s finds %s first', async (typed, name) => {
    expect((await found(typed))[0]).toBe(name);
  });

  test.each(['', '   ', '有限公司', 'nobody', '%', '__proto__', '😀'])('%s finds nobody', async (typed) => {
    expect(await found(typed)).toEqual([]);
  });

  test('says what matched, as it was typed', async () => {
    expect((await it().search('info@'))[0]?.matched).toBe('info@hengxin.example');
    expect((await it().search('kh001'))[0]?.matched).toBe('KH-00123');
    expect((await it().search('logistics'))[0]?.matched).toBe('Hengxin Logistics');
    expect((await it().search('13800138000'))[0]?.matched).toBe('138 0013 8000');
  });

  test('a contact comes with its company', async () => {
    const [hit] = await it().search('李伟');
    expect([hit?.customer.id, hit?.contact?.name]).toEqual([hengxin, '李伟']);
  });

  test('every word must be found, an equal name goes before one that begins so', async () => {
    await added(it(), { name: 'Anna' });
    await added(it(), { name: 'Annabel Stone' });
    expect((await found('anna'))[0]).toBe('Anna');
    expect(await found('anna stone')).toEqual(['Annabel Stone']);
  });

  test('gives at most as many as asked for', async () => {
    for (let index = 0; index < 5; index += 1) await added(it(), { name: `Many ${index}` });
    expect((await it().search('many', 3)).length).toBe(3);
  });
});

describe('look-up by key', () => {
  test.each([
    ['e:info@hengxin.example', null],
    ['d:hengxin.example', null],
    ['p:+8675555500123', null],
    ['c:KH00123', null],
    ['e:liwei@hengxin.example', '李伟'],
    ['p:+8613900139000', '李伟'],
  ])('%s', async (key, name) => {
    const hits = await it().byKeys([key]);
    const contacts = (await it().card(hengxin))?.contacts ?? [];
    expect(
      hits.map(({ customerId, contactId }) => [
        customerId,
        contacts.find(({ id }) => id === contactId)?.name ?? null,
      ]),
    ).toContainEqual([hengxin, name]);
  });
  test('many keys at once, in their order; an unknown one gives none', async () => {
    const keys = ['c:KH00123', 'e:nobody@x.example', 'e:info@hengxin.example', 'c:KH00123'];
    expect((await it().byKeys(keys)).map(({ key }) => key)).toEqual(['c:KH00123', 'e:info@hengxin.example']);
    expect(await it().byKeys([])).toEqual([]);
  });
});

test('the list goes by name, a page at a time, and sees every one once', async () => {
  for (const name of ['Bob', 'bob', '', '安娜', 'Zoë', '😀']) await added(it(), { name });
  const names: string[] = [];
  for (let after: { name: string; id: string } | undefined; ; ) {
    const page = await it().list(after ? { after, limit: 2 } : { limit: 2 });
    names.push(...page.map((row) => row.name));
    after = page.at(-1);
    if (!after) break;
  }
  expect(names.length).toBe(await it().count());
  expect(names.indexOf('安娜')).toBeLessThan(names.indexOf('Bob'));
  expect(names.indexOf('Bob')).toBeLessThan(names.indexOf('曾国华'));
  expect(names.indexOf('曾国华')).toBeLessThan(names.indexOf('Zoë'));
});

describe('what is mistyped', () => {
  test.each([
    ['hnegxin', '深圳恒信物流有限公司'], // two swapped
    ['hengzin', '深圳恒信物流有限公司'], // one other
    ['hengxiin', '深圳恒信物流有限公司'], // one more
    ['logistcs', '深圳恒信物流有限公司'], // one less
    ['logisitcz', '深圳恒信物流有限公司'], // two slips in a long word
    ['mulller', 'Anna Müller'],
  ])('"%s" finds %s', async (typed, name) => {
    expect(await found(typed)).toContain(name);
  });
  test('nothing is guessed for short words, nor where something is found', async () => {
    expect(await found('hxw')).toEqual(['深圳恒信物流有限公司']);
    expect(await found('zzq')).toEqual([]);
    expect(await found('qqqqqqq')).toEqual([]);
  });
});
