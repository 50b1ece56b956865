import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalEmail,
  cleanName,
  findEmails,
  findMailboxes,
  parseMailbox,
} from '../../../utils/customer/email';

describe('findEmails', () => {
  it.each([
    ['write to Ann.Lee+x@Shop.example, please', ['ann.lee+x@shop.example']],
    ['联系wang@hengxin.example谢谢', ['wang@hengxin.example']],
    ['li.lei@例子.example', ['li.lei@例子.example']],
    ['a@b.example.', ['a@b.example']],
    ['<a@b.example>;<A@B.example>', ['a@b.example']],
    ['not@an address, @mention, a@b, a..b@c.example', []],
    ["'quoted@x.example'", ['quoted@x.example']],
    ['photo@2x.png', ['photo@2x.png']],
  ])('%s', (text, expected) => expect(findEmails(text)).toEqual(expected));

  it('finds what is written between other text, whatever that is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(findEmails(`${a} <ann@shop.example> ${b}`)).toContain('ann@shop.example');
      }),
    );
  });

  it('reads a long run of odd characters in bounded steps', () => {
    expect(findEmails('@'.repeat(200_000))).toEqual([]);
    expect(findEmails(`${'a'.repeat(200_000)}@x.example`)).toEqual([]);
  });
});

describe('canonicalEmail', () => {
  it.each([
    ['mailto:Ann@Shop.example?subject=hi', 'ann@shop.example'],
    ['MAILTO:%61nn@shop.example', 'ann@shop.example'],
    [' <ann@shop.example> ', 'ann@shop.example'],
    ['ann+tag@shop.example', 'ann+tag@shop.example'],
    ['Ann <ann@shop.example>', null],
    ['a@b.example,c@d.example', null],
    ['ann', null],
    ['', null],
  ])('%s', (raw, expected) => expect(canonicalEmail(raw)).toBe(expected));

  it('is the same when done twice', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (raw) => {
        const once = canonicalEmail(raw);
        if (once !== null) expect(canonicalEmail(once)).toBe(once);
      }),
    );
  });
});

describe('mailboxes', () => {
  it.each([
    ['Ann Lee <ann@shop.example>', 'Ann Lee', 'ann@shop.example'],
    ['"Lee, Ann" <ann@shop.example>', 'Lee, Ann', 'ann@shop.example'],
    ['发件人：王芳<wang@hengxin.example>', '王芳', 'wang@hengxin.example'],
    ['From: Ann Lee<ann@shop.example>', 'Ann Lee', 'ann@shop.example'],
    ['ann@shop.example (Ann Lee)', 'Ann Lee', 'ann@shop.example'],
    ['"boss@big.example" <thief@bad.example>', '', 'thief@bad.example'],
    ['boss@big.example <thief@bad.example>', '', 'thief@bad.example'],
    ['ann@shop.example', '', 'ann@shop.example'],
  ])('%s', (text, name, address) => expect(parseMailbox(text)).toEqual({ name, address }));

  it('splits a list', () => {
    expect(
      findMailboxes('"Lee, Ann" <ann@a.example>, Bo Chen <bo@b.example>; 王芳 <w@c.example>, d@d.example'),
    ).toEqual([
      { name: 'Lee, Ann', address: 'ann@a.example' },
      { name: 'Bo Chen', address: 'bo@b.example' },
      { name: '王芳', address: 'w@c.example' },
      { name: '', address: 'd@d.example' },
    ]);
  });

  it('never takes an address for a name', () => {
    expect(cleanName('x@y.example')).toBe('');
    expect(cleanName(' "Ann  Lee" ')).toBe('Ann Lee');
  });
});
