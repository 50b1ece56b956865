import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../../utils/customer/duplicates/find';
import { company, person } from './records';

const ids = (records: Parameters<typeof findDuplicates>[0]) =>
  findDuplicates(records).map(({ id1, id2, band }) => `${id1}-${id2} ${band}`);

describe('one company entered under several names', () => {
  it('proposes 山西煤矿, 山西煤业 and 山西煤产品总公司 with one phone as one, and says why', () => {
    const phone = { phones: ['0351-5550142'] };
    const found = findDuplicates([
      company('1', '山西煤矿', phone),
      company('2', '山西煤业', { phones: ['(0351) 5550142'] }),
      company('3', '山西煤产品总公司', { phones: ['+86 351 5550142'] }),
    ]);
    expect(found.map(({ id1, id2 }) => `${id1}-${id2}`).sort()).toEqual(['1-2', '1-3', '2-3']);
    for (const { reasons } of found) {
      const levels = reasons.map(({ field, level }) => `${field} ${level}`);
      expect(levels).toEqual(expect.arrayContaining(['name generic', 'region same', 'phone same']));
    }
  });

  it('does not take them for one on their names alone', () => {
    expect(
      ids([company('1', '山西煤矿'), company('2', '山西煤业'), company('3', '山西煤产品总公司')]),
    ).toEqual([]);
  });

  it('tells 山西煤矿 from 陕西煤矿 even where they share a phone', () => {
    const phone = { phones: ['13900000142'] };
    expect(ids([company('1', '山西煤矿', phone), company('2', '陕西煤矿', phone)])).toEqual([]);
  });

  it('knows a short name, another script and another form for the same', () => {
    const mail = { emails: ['info@tinghai.example'] };
    const found = ids([
      company('1', '杭州汀海智能装备股份有限公司', mail),
      company('2', '汀海智能', mail),
      company('3', '杭州汀海智能裝備有限公司', mail),
    ]);
    expect(found.sort()).toEqual(['1-2 auto', '1-3 auto', '2-3 auto']);
  });

  it('never merges by itself where the names are all there is', () => {
    const found = findDuplicates([
      company('1', '杭州汀鹮澍智能装备股份有限公司'),
      company('2', '杭州汀鹮澍智能装备有限公司'),
    ]);
    expect(found).toMatchObject([{ id1: '1', id2: '2', band: 'review' }]);
  });

  it('knows a Latin name under another legal form by its private domain', () => {
    const found = ids([
      company('1', 'Quorvane Bearings GmbH', { emails: ['info@quorvane.example'] }),
      company('2', 'Quorvane Bearings Ltd.', { emails: ['sales@quorvane.example'] }),
      company('3', 'Brelling Bearings Ltd.', { emails: ['sales@brelling.example'] }),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^1-2 /);
  });
});

describe('one person entered more than once', () => {
  const at = (number: string, street: string, beside: string, locality: string, postcode: string) => ({
    addresses: [{ number, street, beside, locality, postcode }],
  });

  it('is found where the house by its name stands where the street should be', () => {
    const found = ids([
      person('1', 'Odile Brankworth', at('19', 'Holmer Street', 'Ferry House', 'Quillham', '52660')),
      person('2', 'Odile Brankwort', at('19', 'Ferry House', 'Holmer Street', 'Quilham', '52660')),
      person('3', 'Odile Brankworth', { addresses: [{ text: 'Ferry House, 19 Holmer St, Quillham 52660' }] }),
    ]);
    expect(found.map((line) => line.slice(0, 3)).sort()).toEqual(['1-2', '1-3', '2-3']);
  });

  it('is not another who lives at the same number of another street or of another town', () => {
    const kept = person('1', 'Odile Brankworth', at('17', 'Deane Street', '', 'Quillham', '52660'));
    const strangers = [
      person('2', 'Odile Marris', at('17', 'Braine Street', '', 'Overtarn', '30720')),
      person('3', 'Odile Kestrow', at('17', 'Deane Street', '', 'Overtarn', '30720')),
    ];
    expect(ids([kept, ...strangers])).toEqual([]);
  });
});

describe('related but not the same', () => {
  it('leaves a branch beside its parent', () => {
    const domain = { emails: ['office@tinghai.example'], phones: ['0571-55501420'] };
    expect(
      ids([
        company('1', '杭州汀海智能装备股份有限公司', domain),
        company('2', '杭州汀海智能装备股份有限公司大连分公司', domain),
      ]),
    ).toEqual([]);
  });

  it('leaves members of a family who share phone and address', () => {
    const home = {
      phones: ['13900000177'],
      addresses: [{ text: '山东省济宁市鱼台县和平北路957号2单元301室' }],
    };
    expect(ids([person('1', '卢思远', home), person('2', '卢乙萍', home)])).toEqual([]);
  });

  it('leaves two companies of one house, one phone and one agent', () => {
    const shared = {
      phones: ['0755-55501420'],
      emails: ['zhang88@agent.example'],
      addresses: [{ text: '广东省深圳市南山区科苑路15号' }],
    };
    expect(
      ids([company('1', '深圳澄穹电子有限公司', shared), company('2', '深圳砾原电子有限公司', shared)]),
    ).toEqual([]);
  });

  it('leaves two firms of one house and phone whose names are in two scripts and whose people differ', () => {
    const shared = { phones: ['0755-55501420'], addresses: [{ text: '广东省深圳市南山区科苑路15号' }] };
    const han = company('1', '深圳澄穹电子有限公司', { ...shared, people: ['李熙瑶'] });
    const latin = company('2', 'Quorvane Foods Ltd', { ...shared, people: ['Ada Quill'] });
    expect(ids([han, latin])).toEqual([]);
    expect(ids([han, { ...latin, people: ['Xiyao Li'] }])).toHaveLength(1);
  });

  it('merges one person under two scripts and orders', () => {
    const mail = { emails: ['lixiyao.58@mailbox.example'], phones: ['13900000188'] };
    expect(
      ids([person('1', '李熙瑶', mail), person('2', 'Xiyao Li', mail), person('3', 'Li, Xiyao', mail)]),
    ).toEqual(['1-2 auto', '1-3 auto', '2-3 auto']);
  });
});

describe('bad input', () => {
  it('gives a phone on 500 records no weight', () => {
    const surnames = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许');
    const given = Array.from('伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰');
    const records = Array.from({ length: 500 }, (_, index) =>
      person(
        String(index),
        `${surnames[index % 20]}${given[Math.floor(index / 20) % 24]}${given[index % 23]}`,
        {
          phones: ['400-555-0142'],
        },
      ),
    );
    const shared = findDuplicates(records).flatMap(({ reasons }) =>
      reasons.filter(({ field }) => field === 'phone'),
    );
    expect(shared).toEqual([]);
  });

  it('answers the same row a thousand times with a bounded list', () => {
    const records = Array.from({ length: 1_000 }, (_, index) =>
      company(String(index).padStart(4, '0'), '杭州汀海智能装备有限公司', {
        phones: ['13900000142'],
        codes: ['K-7'],
      }),
    );
    const found = findDuplicates(records);
    expect(found).toHaveLength(999);
    expect(new Set(found.map(({ id1 }) => id1))).toEqual(new Set(['0000']));
  });

  it('has nothing to say of records without a name, or of none', () => {
    expect(findDuplicates([])).toEqual([]);
    expect(ids([company('1', ''), company('2', ''), person('3', ''), person('4', ' ')])).toEqual([]);
  });

  it('does not take a legal form for a name', () => {
    expect(
      ids([
        company('1', '有限公司'),
        company('2', '股份有限公司'),
        company('3', 'Ltd.'),
        company('4', 'GmbH'),
      ]),
    ).toEqual([]);
  });

  it('reads hostile lengths without harm', () => {
    const long = '汀'.repeat(50_000);
    expect(() =>
      findDuplicates([company('1', long, { emails: [long], phones: [long] }), company('2', long)]),
    ).not.toThrow();
  });
});
