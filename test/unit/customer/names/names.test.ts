import { describe, expect, it } from 'vitest';
import { scoreNames } from '../../../../utils/customer/duplicates/pair';
import { isOrganisation, parseCompany } from '../../../../utils/customer/names/company';
import { parsePerson } from '../../../../utils/customer/names/person';

const parts = (name: string) => {
  const parsed = parseCompany(name);
  if (parsed?.script !== 'han') throw new Error(`${name} is not read as Chinese`);
  return {
    place: parsed.places.at(0)?.path.at(-1) ?? '',
    trade: parsed.trade,
    rest: parsed.core.slice(parsed.trade.length),
    form: parsed.form,
  };
};

describe('a Chinese company name', () => {
  it.each([
    ['山西煤矿', '山西', '', '煤矿', ''],
    ['深圳市澄穹電子科技股份有限公司', '深圳', '澄穹', '电子科技', '股份有限公司'],
    ['澄穹（深圳）电子有限公司', '深圳', '澄穹', '电子', '有限公司'],
    ['澄穹电子股芬有限公司', '', '澄穹', '电子', '股份有限公司'],
    ['太阳能', '', '太阳能', '', ''],
    ['上海实业', '', '上海', '实业', ''],
  ])('%s comes apart into region, trade name, industry and form', (name, place, trade, rest, form) => {
    expect(parts(name)).toEqual({ place, trade, rest, form });
  });

  it('is told from a person’s by its form or its word of trade', () => {
    for (const name of ['山西煤矿', '山西煤業', '山西煤产品总公司', '恒信物流', '远航食品厂', '美佳商行'])
      expect([name, isOrganisation(name)]).toEqual([name, true]);
    for (const name of ['王海洋', '欧阳海洋', '李建材', '张伟', '阿迪力·买买提', '海洋', 'Ocean Freight', ''])
      expect([name, isOrganisation(name)]).toEqual([name, false]);
  });

  it('keeps a branch apart', () => {
    expect(parseCompany('杭州汀海装备有限公司大连分公司')).toMatchObject({
      trade: '汀海',
      branch: '大连分公司',
    });
    expect(parseCompany('汀海模具经营部')).toMatchObject({ branch: '' });
  });
});

describe('a Latin company name', () => {
  it('comes apart into trade name, descriptors, places and form', () => {
    expect(parseCompany('The Quorvane Trading (Shanghai) Co., Ltd.')).toMatchObject({
      trade: ['quorvane'],
      descriptors: ['trading'],
      places: ['shanghai'],
      form: 'co ltd',
    });
  });
});

describe('a name of a person', () => {
  it.each([
    ['欧阳娜娜女士', '欧阳', '娜娜'],
    ['馮总', '冯', ''],
    ['Rempel, Buster', 'rempel', 'buster'],
    ['Dr. Ada Quill Jr.', 'quill', 'ada'],
  ])('%s', (text, surname, given) => {
    expect(parsePerson(text)).toMatchObject({ surname, given });
  });
});

describe('two names side by side', () => {
  it.each([
    ['杭州汀海智能装备股份有限公司', '汀海智能'],
    ['汀海智能裝備', '汀海智能装备有限公司'],
    ['汀海装备股份有限公司', '廷海装备股份有限公司'],
    ['广东汀海实达科技有限公司', '汀实科技'],
    ['汀海风能(苏州)股份有限公司', '汀海风能苏州有限公司'],
    ['山西高速公路股份有限公司', '山西高速'],
    ['Quorvane Trading Ltd', 'QUORVANE TRADING GmbH'],
  ])('%s and %s are worth a look', (a, b) => {
    expect(scoreNames(a, b)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ['湖南汀海气体股份有限公司', '河南汀海气体'],
    ['杭州汀海装备有限公司', '杭州澄海装备有限公司'],
    ['汀海物流有限公司', '汀海证券有限公司'],
    ['杭州汀海装备有限公司', '杭州汀海装备有限公司大连分公司'],
    ['Quorvane Trading Ltd', 'Brelling Trading Ltd'],
    ['', '汀海'],
  ])('%s and %s are not', (a, b) => {
    expect(scoreNames(a, b)).toBeLessThan(0.5);
  });
});
