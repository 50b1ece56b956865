import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldForSearch } from '../../../utils/customer/fold';
import { looksPersonal, syllables } from '../../../utils/customer/pinyin';
import { nameTerms, searchTerms, sortName } from '../../../utils/customer/terms';

describe('folding', () => {
  test('width, case, blanks and characters that are not shown', () => {
    expect(fold('  ＡＣＭＥ\u200b　 Ltd. ')).toBe('acme ltd.');
    expect(fold('\u202eabc\u202c')).toBe('abc');
    expect(foldForSearch('Müller Straße Ångström')).toBe('muller strasse angstrom');
    expect(foldForSearch('がぎ')).toBe('がぎ');
    expect(foldForSearch('臺灣恆信貿易')).toBe('台湾恒信贸易');
  });
  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('readings', () => {
  test.each([
    ['单雄', 'shan xiong'],
    ['曾国', 'zeng guo'],
    ['仇英', 'qiu ying'],
    ['解珍', 'xie zhen'],
    ['区大为', 'ou da wei'],
    ['朴正', 'piao zheng'],
    ['查良', 'zha liang'],
    ['任平', 'ren ping'],
    ['尉迟恭', 'yu chi gong'],
    ['覃海', 'qin hai'],
    ['乐毅', 'yue yi'],
    ['盖天', 'ge tian'],
    ['华雄', 'hua xiong'],
    ['翟志', 'zhai zhi'],
    ['吕布', 'lv bu'],
  ])('%s as a person is %s', (name, read) => {
    expect(syllables(name, true).join(' ')).toBe(read);
  });
  test.each([
    ['重庆银行', 'chong qing yin hang'],
    ['厦门音乐', 'xia men yin yue'],
    ['长城会计', 'chang cheng kuai ji'],
    ['东莞大厦', 'dong guan da sha'],
    ['单位', 'dan wei'],
    ['成都', 'cheng du'],
    ['乐清', 'yue qing'],
  ])('%s as words is %s', (name, read) => {
    expect(syllables(name, false).join(' ')).toBe(read);
  });
  test('what has no reading stands for itself', () => {
    expect(syllables('A李😀', false)).toEqual(['A', 'li', '😀']);
  });
  test('each of the 20 902 characters has a syllable, but for a few that have none', () => {
    let none = 0;
    for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
      const char = String.fromCodePoint(code);
      if (syllables(char, false)[0] === char) none += 1;
      else expect(syllables(char, false)[0]).toMatch(/^[a-z]{1,6}$/);
    }
    expect(none).toBeLessThan(60);
  });
  test('two to four Chinese characters look like a person', () => {
    expect(['李伟', '欧阳娜娜', 'Li', '恒信物流公司'].map(looksPersonal)).toEqual([true, true, false, false]);
  });
});

const finds = (name: string, typed: string) => nameTerms(name).some((term) => term.startsWith(typed));

describe('terms of names', () => {
  test.each(['深圳', '恒信', '物流', '深圳恒信', 'szhx', 'hxwl', 'shenzhenhengxin', 'hengxin', 'wuliu'])(
    'a company is found by %s',
    (typed) => {
      expect(finds('深圳恒信物流有限公司', typed)).toBe(true);
    },
  );
  test('not by its legal form', () => {
    expect(finds('深圳恒信物流有限公司', '有限')).toBe(false);
    expect(finds('深圳恒信物流有限公司', 'gongsi')).toBe(false);
  });
  test.each(['zhangwei', 'zwm', '伟明', 'weiming', '张'])('a person is found by %s', (typed) => {
    expect(finds('张伟明', typed)).toBe(true);
  });
  test.each(['anna', 'muller', 'anna muller', 'mul'])('Anna Müller is found by %s', (typed) => {
    expect(finds('Anna Müller', typed)).toBe(true);
  });
});

describe('terms of the rest', () => {
  const terms = searchTerms(
    {
      name: 'Li Wei',
      aliases: ['老李'],
      emails: ['li.wei@hengxin.example'],
      phones: ['138 0013 8000'],
      codes: ['KH-00123'],
      domains: ['hengxin.example'],
    },
    'CN',
  );
  test.each([
    'laoli',
    '老李',
    'li.wei@hen',
    'wei',
    'hengxin',
    '8613800138000',
    '13800138000',
    '00138000',
    '8000',
    'kh00123',
    '00123',
    '123',
  ])('%s finds it', (typed) => {
    expect(terms.some((term) => term.startsWith(typed))).toBe(true);
  });
});

test('however long and strange the texts, terms are few and short', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 3000 });
  const texts = fc.array(text, { maxLength: 10 });
  fc.assert(
    fc.property(text, texts, texts, texts, (name, aliases, emails, phones) => {
      const terms = searchTerms({ name, aliases, emails, phones, codes: phones, domains: emails }, 'CN');
      expect(terms.length).toBeLessThanOrEqual(80);
      for (const term of terms) expect([...term].length).toBeLessThanOrEqual(40);
    }),
    { numRuns: 40 },
  );
  expect(searchTerms({ name: '恒'.repeat(10_000), emails: [], phones: [] }, '').length).toBeLessThan(60);
});

test('names sort by their reading, Chinese among Latin', () => {
  const names = ['张三', 'Bob', '李四', 'alice', '李三', 'Mia'];
  expect(names.sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1))).toEqual([
    'alice',
    'Bob',
    '李三',
    '李四',
    'Mia',
    '张三',
  ]);
});
