import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact, Customer } from '../../../../utils/customer/model';
import {
  digestOf,
  foldText,
  mentionsOf,
  type NameDigest,
  NameIndexBuilder,
  type NameOwner,
  nameForms,
  scan,
  sizeOf,
  titledMentions,
  withMentions,
} from '../../../../utils/customer/names-index';
import { newId } from '../../../../utils/id';
import { newContact, newCustomer } from '../../../../utils/store/drafts';

type Known = Parameters<typeof newCustomer>[0];
const stamps = { createdAt: 1, updatedAt: 1, deletedAt: null, keys: [], terms: [] };
const company = (name: string, more: Partial<Known> = {}): Customer => ({
  ...newCustomer({ name, kind: 'company', ...more }),
  ...stamps,
});
const person = (name: string, more: Partial<Known> = {}): Customer => ({
  ...newCustomer({ name, kind: 'person', ...more }),
  ...stamps,
});
const contactOf = (customer: Customer, name: string): Contact => ({
  ...newContact({ customerId: customer.id, name }),
  ...stamps,
});

/** What a page with this text says of these customers. */
function read(text: string, customers: Customer[], contacts: Contact[] = []): NameDigest {
  const builder = new NameIndexBuilder();
  const owners = new Map<string, NameOwner>();
  for (const customer of customers) {
    owners.set(customer.id, { customer, contact: null });
    for (const name of [customer.name, ...customer.aliases])
      for (const form of nameForms(name, customer.kind))
        builder.add({ id: customer.id, contact: false, name: form.text });
  }
  for (const contact of contacts) {
    const customer = customers.find(({ id }) => id === contact.customerId);
    if (customer) owners.set(contact.id, { customer, contact });
    for (const form of nameForms(contact.name, 'person'))
      builder.add({ id: contact.id, contact: true, name: form.text });
  }
  const folded = foldText(text);
  return digestOf(folded, scan(builder.build(), folded), owners);
}

/** The names of those who count as mentioned. */
const mentioned = (text: string, customers: Customer[], contacts: Contact[] = []): string[] =>
  mentionsOf([read(text, customers, contacts)]).map(({ hit }) => {
    const contact = contacts.find(({ id }) => id === hit.contactId);
    return contact?.name ?? customers.find(({ id }) => id === hit.customerId)?.name ?? '';
  });

const hengxin = company('恒信物流有限公司', { aliases: ['恒信'] });
const brightwater = company('Brightwater Foods Ltd');

describe('names in the text of a page', () => {
  it.each([
    ['请把货交给恒信物流，他们下午来取。', '恒信物流有限公司'],
    ['請把貨交給恆信物流。', '恒信物流有限公司'],
    ['上海恒信物流有限公司的对账单', '恒信物流有限公司'],
    ['找 恒信 物流 的人', '恒信物流有限公司'],
    ['I spoke with Brightwater Foods yesterday.', 'Brightwater Foods Ltd'],
    ['an order of Ｂｒｉｇｈｔｗａｔｅｒ Ｆｏｏｄｓ, Ltd.', 'Brightwater Foods Ltd'],
    ['re: BRIGHTWATER FOODS', 'Brightwater Foods Ltd'],
  ])('%s', (text, name) => {
    expect(mentioned(text, [hengxin, brightwater])).toEqual([name]);
  });

  it.each([
    ['恒信，物流都很重要'],
    ['恒信\n物流'],
    ['永恒信物流通'.slice(1, 3)],
    ['Brightwater. Foods for the table'.replace('. ', '!')],
    ['the Brightwaters Foods'],
    ['brightwater-foodstuff'],
    [''],
  ])('nobody in "%s"', (text) => {
    expect(mentioned(text, [hengxin, brightwater])).toEqual([]);
  });

  it('a name inside a longer word is none, one beside another script is', () => {
    const hp = company('Hapro');
    expect(mentioned('use a Haprometer', [hp])).toEqual([]);
    expect(mentioned('用Hapro打印机', [hp])).toEqual(['Hapro']);
  });

  it('finds the one name that is there among many that begin alike', () => {
    const all = Array.from({ length: 300 }, (_, at) =>
      company(`恒信${String.fromCharCode(0x4e10 + at)}物流`),
    );
    const one = all[120];
    expect(mentioned(`交给${one?.name}。`, all)).toEqual([one?.name]);
  });
});

describe('names that are words of the language, or too short', () => {
  const solar = company('太阳能');
  const apple = company('Apple Inc.');
  const food = company('Good Food');
  const huawei = company('大众', { domains: ['dazhong-auto.example'], codes: ['DZ-118'] });

  it('alone say nothing', () => {
    expect(mentioned('太阳能板的价格上涨了。', [solar])).toEqual([]);
    expect(mentioned('an Apple a day; apple pie', [apple])).toEqual([]);
    expect(mentioned('a good food processor', [food])).toEqual([]);
    expect(mentioned('受到大众欢迎', [huawei])).toEqual([]);
  });

  it.each([
    ['a label', '客户：太阳能', solar],
    ['the full name', 'the invoice of Apple, Inc. came', apple],
    ['capitals', 'our order at Good Food is late', food],
    ['a domain', '大众 www.dazhong-auto.example', huawei],
    ['a code', '大众 编号 DZ-118', huawei],
  ])('with %s they count', (_, text, customer) => {
    expect(mentioned(text, [customer])).toEqual([customer.name]);
  });

  it('with the phone, written in any form', () => {
    const shop = company('大众', { phones: ['+86 21 5550 0142'] });
    expect(mentioned('大众 电话 (021) 5550-0142', [shop])).toEqual(['大众']);
  });

  it('with a contact of theirs beside it, who counts too', () => {
    const contact = contactOf(solar, '欧阳明远');
    expect(mentioned('太阳能的欧阳明远来电', [solar], [contact]).sort()).toEqual(
      ['太阳能', '欧阳明远'].sort(),
    );
  });

  it.each(['', ' ', '有限公司', 'Ltd', 'Co., Ltd.', '公司', '株', '—'])('"%s" names nobody', (name) => {
    expect(nameForms(name, 'company')).toEqual([]);
  });
});

describe('persons', () => {
  const grant = person('Oliver Grant');
  it.each(['Oliver Grant called', 'GRANT, Oliver', 'cc: Grant Oliver'])('either order: %s', (text) => {
    expect(mentioned(text, [grant])).toEqual(['Oliver Grant']);
  });
  it('not where it is written small, nor one of the two names alone', () => {
    expect(mentioned('an oliver grant; Oliver; Grant', [grant])).toEqual([]);
  });
  it('a Chinese name of two characters needs a second sign, one of three does not', () => {
    expect(mentioned('王明来电', [person('王明')])).toEqual([]);
    expect(mentioned('客户：王明', [person('王明')])).toEqual(['王明']);
    expect(mentioned('欧阳明远来电', [person('欧阳明远')])).toEqual(['欧阳明远']);
    expect(mentioned('恒信物流的王明', [person('王明', { company: '恒信物流' })])).toEqual(['王明']);
  });

  it('王总 and Mr Smith are the one contact of that surname at a company on the page', () => {
    const wang = contactOf(hengxin, '王晓明');
    const li = contactOf(hengxin, '李娜');
    const smith = contactOf(brightwater, 'Tom Smith');
    const said = [read('请转告王总，欧阳经理也在。Mr. Smith will call.', [])];
    const found = titledMentions(said, [wang, li, smith]);
    expect(found.map(({ text, hit }) => [text, hit.contactId])).toEqual([
      ['王总', wang.id],
      ['Mr. Smith', smith.id],
    ]);
    expect(titledMentions(said, [wang, contactOf(hengxin, '王芳')])).toEqual([]);
  });
});

describe('a mention beside who is there by address', () => {
  const base = { url: 'https://mail.example/1', title: '', site: null, seenAt: 1 } as const;
  const address = {
    kind: 'email',
    value: 'ann@shop.example',
    name: 'Ann',
    role: 'counterpart',
    confidence: 0.9,
    evidence: '',
    hits: [],
  } as const;
  const mention = mentionsOf([read('恒信物流', [hengxin])]);

  it('comes after, and leaves the question as it was', () => {
    const match = withMentions({ ...base, state: 'unknown', people: [{ ...address, hits: [] }] }, mention);
    expect(match.state).toBe('unknown');
    expect(match.people.map(({ value, role }) => [value, role])).toEqual([
      ['ann@shop.example', 'counterpart'],
      ['恒信物流', 'mention'],
    ]);
  });
  it('adds nobody who is there already', () => {
    const hits = [{ customerId: hengxin.id, contactId: null, via: 'email' as const, strength: 1 }];
    const match = { ...base, state: 'matched' as const, people: [{ ...address, hits }] };
    expect(withMentions(match, mention)).toEqual(match);
  });
  it('alone it is asked about', () => {
    expect(withMentions({ ...base, state: 'none', people: [] }, mention).state).toBe('ask');
  });
  it('is the heading that was taken for a name, and never certain', () => {
    const heading = { ...address, kind: 'name' as const, value: '恒信物流', hits: [] };
    const match = withMentions({ ...base, state: 'unknown', people: [heading] }, mention);
    expect(match.people).toHaveLength(1);
    expect(match.people[0]?.hits[0]?.via).toBe('name');
    expect(match.state).toBe('ask');
  });
});

describe('the index', () => {
  it('takes at most 60 bytes a name', () => {
    const builder = new NameIndexBuilder();
    for (let at = 0; at < 5_000; at++)
      builder.add({ id: newId(), contact: false, name: `Customer Number ${at} of Many` });
    expect(sizeOf(builder.build()) / 5_000).toBeLessThanOrEqual(60);
  });

  it('finds every name that stands as a word of its own in any text, and never fails', () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}]{1,8}$/u);
    const name = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
      fc.stringMatching(/^[\u4e00-\u9fa5]{2,8}$/),
    );
    fc.assert(
      fc.property(name, fc.string({ unit: 'binary' }), fc.string(), (given, before, after) => {
        const builder = new NameIndexBuilder();
        builder.add({ id: newId(), contact: false, name: given });
        const index = builder.build();
        const hits = scan(index, foldText(`${before}\n${given}\n${after}`));
        expect(hits.length > 0 || index.hashes.length === 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
