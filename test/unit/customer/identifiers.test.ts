import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FREE_MAIL, FREE_MAIL_LABELS } from '../../../utils/customer/free-mail';
import {
  codeKey,
  domainKey,
  emailKeys,
  isFreeMail,
  keysOfCandidate,
  keysOfContact,
  keysOfCustomer,
  phoneKey,
} from '../../../utils/customer/identifiers';
import { asciiDomain } from '../../../utils/customer/idn';

const options = { country: 'CN', ownDomains: new Set<string>() };

describe('e-mail keys', () => {
  test.each([
    ['Li.Wei@HengXin.example', ['e:li.wei@hengxin.example']],
    ['mailto:li@hengxin.example?subject=hi', ['e:li@hengxin.example']],
    ['ｌｉ＠hengxin.example', ['e:li@hengxin.example']],
    ['li+orders@hengxin.example', ['e:li+orders@hengxin.example', 'b:li@hengxin.example']],
    ['L.i.W.e.i@googlemail.com', ['e:liwei@gmail.com']],
    ['li.wei+x@gmail.com', ['e:liwei+x@gmail.com', 'b:liwei@gmail.com']],
    ['li@例子.example', ['e:li@xn--fsqu00a.example']],
    ['li@xn--fsqu00a.example', ['e:li@xn--fsqu00a.example']],
    ['li@Bücher.example', ['e:li@xn--bcher-kva.example']],
  ])('%s', (raw, keys) => {
    expect(emailKeys(raw)).toEqual(keys);
  });
  test.each(['', 'li', 'li@', '@hengxin.example', 'a b@c', 'li@localhost', 'two@a.example, three@b.example'])(
    '%s is no address',
    (raw) => {
      expect(emailKeys(raw)).toEqual([]);
    },
  );
});

describe('domains', () => {
  test.each([
    ['li@mail.hengxin.example', 'd:hengxin.example'],
    ['https://www.hengxin.co.uk/about', 'd:hengxin.co.uk'],
    ['sub.hengxin.test', 'd:hengxin.test'],
    ['例子.test', 'd:xn--fsqu00a.test'],
  ])('%s belongs to %s', (raw, key) => {
    expect(domainKey(raw)).toBe(key);
  });
  test.each([
    'a@gmail.com',
    'a@qq.com',
    'a@vip.163.com',
    'a@yahoo.co.jp',
    'a@hotmail.fr',
    'a@live.nl',
    'a@outlook.com',
  ])('%s is free mail', (raw) => {
    expect(domainKey(raw)).toBeNull();
    expect(isFreeMail(raw)).toBe(true);
  });
  test.each(['', 'example', 'a@192.168.0.1', 'co.uk', 'not a domain'])('%s has none', (raw) => {
    expect(domainKey(raw)).toBeNull();
  });
  test('the list of providers is long and clean', () => {
    expect(FREE_MAIL.size + FREE_MAIL_LABELS.size).toBeGreaterThan(150);
    for (const domain of FREE_MAIL) expect(asciiDomain(domain)).toBe(domain);
  });
  test('any text gives a domain in ASCII or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(asciiDomain(`${text}.example`) ?? 'none').toMatch(/^[a-z0-9._-]+$/);
      }),
    );
  });
  test('agrees with the platform on what a Unicode domain is in ASCII', () => {
    const label = fc.string({
      unit: fc.constantFrom(...'恒信物流üñдом한국어日本ab1'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(label, (one) => {
        expect(asciiDomain(`${one}.example`)).toBe(new URL(`http://${one}.example/`).hostname);
      }),
    );
  });
});

describe('phones', () => {
  test.each([
    ['138 0013 8000', 'CN', 'p:+8613800138000'],
    ['+86-138-0013-8000', 'US', 'p:+8613800138000'],
    ['0086 138 0013 8000', 'US', 'p:+8613800138000'],
    ['０２１－５５５５ ０１２３', 'CN', 'p:+862155550123'],
    ['(021) 5555-0123 转 8023', 'CN', 'p:+862155550123'],
    ['021-55550123 分机：12', 'CN', 'p:+862155550123'],
    ['(202) 555-0143 ext. 7', 'US', 'p:+12025550143'],
    ['202-555-0143 x12', 'US', 'p:+12025550143'],
    ['tel:+1-202-555-0143', 'CN', 'p:+12025550143'],
    ['2025550143#5', 'US', 'p:+12025550143'],
  ])('%s in %s is %s', (raw, country, key) => {
    expect(phoneKey(raw, country)).toBe(key);
  });
  test.each(['', '12', 'call me', '2026-11-21 09:30', '1234567890123456789'])('%s is none', (raw) => {
    expect(phoneKey(raw, 'CN')).toBeNull();
  });
  test('a national number of unknown country is kept by its digits and found from any country', () => {
    const keys = keysOfContact({ emails: [], phones: ['138 0013 8000'] }, '');
    expect(keys).toEqual(['n:13800138000']);
    const looked = keysOfCandidate({ kind: 'phone', value: '+86 138 0013 8000' }, options);
    expect(looked).toContainEqual({ key: 'n:13800138000', via: 'phone', strength: 0.8 });
  });
  test('any text gives E.164 or nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('CN', 'US', ''), (text, country) => {
        expect(phoneKey(text, country) ?? 'p:+1234').toMatch(/^p:\+\d{4,16}$/);
      }),
    );
  });
});

test('codes are folded: width, case, blanks and dashes', () => {
  expect(codeKey('ｋｈ－００１ 23')).toBe('c:KH00123');
  expect(codeKey('KH–00123')).toBe(codeKey('kh00123'));
  expect(codeKey(' - ')).toBeNull();
  expect(codeKey('x'.repeat(65))).toBeNull();
});

test('a company is known by the private domains of its own addresses, a person is not', () => {
  const who = {
    emails: ['info@hengxin.example', 'a@qq.com'],
    domains: [],
    phones: [],
    codes: [],
    country: 'CN',
  };
  expect(keysOfCustomer({ ...who, kind: 'company' })).toEqual([
    'e:info@hengxin.example',
    'e:a@qq.com',
    'd:hengxin.example',
  ]);
  expect(keysOfCustomer({ ...who, kind: 'person' })).not.toContain('d:hengxin.example');
});

test('an address on a page is looked up exactly, then without its tag, then by its domain', () => {
  const keys = keysOfCandidate({ kind: 'email', value: 'li+x@hengxin.example' }, options);
  expect(keys.map(({ key, strength }) => [key, strength])).toEqual([
    ['e:li+x@hengxin.example', 1],
    ['e:li@hengxin.example', 0.9],
    ['b:li@hengxin.example', 0.9],
    ['d:hengxin.example', 0.5],
  ]);
});

test('own domains are nobody’s', () => {
  const own = { country: 'CN', ownDomains: new Set(['Ours.example']) };
  expect(
    keysOfCandidate({ kind: 'email', value: 'me@mail.ours.example' }, own).map(({ via }) => via),
  ).toEqual(['email', 'email']);
});

test('a name on a page is no identifier', () => {
  expect(keysOfCandidate({ kind: 'name', value: 'Li Wei' }, options)).toEqual([]);
});

test('a thousand addresses give a bounded number of keys', () => {
  const emails = Array.from({ length: 1000 }, (_, index) => `a${index}@hengxin.example`);
  expect(keysOfContact({ emails, phones: [] }, '').length).toBe(200);
});
