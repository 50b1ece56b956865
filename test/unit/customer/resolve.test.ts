import { describe, expect, test } from 'vitest';
import { PageMatch } from '../../../utils/customer/page-match';
import {
  keysOfPage,
  type Pointer,
  resolvePage,
  type Seen,
  type SeenPage,
  type Urgency,
} from '../../../utils/customer/resolve';
import { newId } from '../../../utils/id';

const options = { country: 'CN', ownDomains: new Set(['ours.example']) };
const [li, wang, hengxin, other] = [newId(), newId(), newId(), newId()];
const contact = newId();
const pointers: Pointer[] = [
  { key: 'e:li@hengxin.example', customerId: hengxin, contactId: contact },
  { key: 'd:hengxin.example', customerId: hengxin, contactId: null },
  { key: 'e:wang@qq.com', customerId: wang, contactId: null },
  { key: 'p:+8613800138000', customerId: li, contactId: null },
  { key: 'c:KH001', customerId: li, contactId: null },
];
const seen = (value: string, more: Partial<Seen> = {}): Seen => ({
  kind: 'email',
  value,
  role: 'counterpart',
  confidence: 0.9,
  evidence: 'test',
  ...more,
});
const page = (candidates: Seen[], list = false): SeenPage => ({
  url: 'https://mail.example/1',
  title: 'A mail',
  site: null,
  list,
  candidates,
});
const resolve = (candidates: Seen[], more = pointers) => {
  const match = resolvePage(page(candidates), more, options, 1);
  expect(PageMatch.parse(match)).toEqual(match);
  return match;
};

describe('one person on the page', () => {
  test('an address is its contact at the company, not the company by its domain', () => {
    const match = resolve([seen('Li@hengxin.example')]);
    expect(match.state).toBe('matched');
    expect(match.people[0]?.hits).toEqual([
      { customerId: hengxin, contactId: contact, via: 'email', strength: 1 },
    ]);
  });
  test('an unknown address at a known company is the company, weaker', () => {
    const match = resolve([seen('new@sales.hengxin.example')]);
    expect(match.people[0]?.hits).toEqual([
      { customerId: hengxin, contactId: null, via: 'domain', strength: 0.5 },
    ]);
  });
  test('code and phone find too', () => {
    expect(resolve([seen('kh-001', { kind: 'code' })]).people[0]?.hits[0]).toMatchObject({
      via: 'code',
      strength: 0.95,
    });
    expect(resolve([seen('138 0013 8000', { kind: 'phone' })]).people[0]?.hits[0]).toMatchObject({
      via: 'phone',
      strength: 0.9,
    });
  });
  test('an address without its plus tag is weaker than exactly it', () => {
    expect(resolve([seen('wang+shop@qq.com')]).people[0]?.hits[0]?.strength).toBe(0.9);
  });
  test('nobody known is unknown; a colleague’s domain does not make them known', () => {
    expect(resolve([seen('who@new.example')]).state).toBe('unknown');
    const ours = [{ key: 'd:ours.example', customerId: other, contactId: null }];
    expect(resolve([seen('me@ours.example')], ours).state).toBe('unknown');
  });
  test('own addresses are not on the page', () => {
    const match = resolve([seen('wang@qq.com', { role: 'own' })]);
    expect([match.state, match.people]).toEqual(['none', []]);
  });
});

describe('where it is not certain', () => {
  test('an address that two customers share is asked about', () => {
    const shared = [...pointers, { key: 'e:wang@qq.com', customerId: other, contactId: null }];
    const match = resolve([seen('wang@qq.com')], shared);
    expect(match.state).toBe('ask');
    expect(match.people[0]?.hits.length).toBe(2);
  });
  test('two customers within 0.1 of each other are asked about, farther apart not', () => {
    const two = (confidence: number) =>
      resolve([
        seen('wang@qq.com', { role: 'participant', confidence: 0.8 }),
        seen('li@hengxin.example', { role: 'participant', confidence }),
      ]).state;
    expect(two(0.7)).toBe('ask');
    expect(two(0.69)).toBe('matched');
  });
  test('two addresses of the same customer are no tie', () => {
    const match = resolve([
      seen('li@hengxin.example', { confidence: 0.9 }),
      seen('new@hengxin.example', { confidence: 0.9, role: 'participant' }),
    ]);
    expect(match.state).toBe('matched');
  });
  test('what only stands in a text is asked about, or nobody', () => {
    expect(resolve([seen('wang@qq.com', { role: 'mention', confidence: 0.3 })]).state).toBe('ask');
    expect(resolve([seen('who@new.example', { role: 'mention', confidence: 0.3 })]).state).toBe('none');
  });
  test('a stranger beside a known customer is no question, a customer beside a stranger is', () => {
    const [known, stranger] = [seen('wang@qq.com'), seen('second@new.example')];
    expect(resolve([known, { ...stranger, role: 'participant' }]).state).toBe('matched');
    expect(resolve([stranger, { ...known, role: 'participant' }]).state).toBe('ask');
  });
  test('two strangers are no question', () => {
    expect(resolve([seen('a@new.example'), seen('b@new.example', { role: 'participant' })]).state).toBe(
      'unknown',
    );
  });
});

test('a phone or name beside the address of the same customer is not another person', () => {
  const more = [...pointers, { key: 'e:li@qq.com', customerId: li, contactId: null }];
  const match = resolve(
    [
      seen('li@qq.com'),
      seen('13800138000', { kind: 'phone', role: 'participant' }),
      seen('Li', { kind: 'name', role: 'participant' }),
    ],
    more,
  );
  expect(match.people.map(({ value }) => value)).toEqual(['li@qq.com']);
});

describe('a list', () => {
  const rows = [
    seen('li@hengxin.example', { role: 'row' }),
    seen('stranger@new.example', { role: 'row' }),
    seen('wang@qq.com', { role: 'row' }),
    seen('WANG@qq.com', { role: 'row' }),
  ];
  const order = (urgency: Map<string, Urgency>) =>
    resolvePage(page(rows, true), pointers, options, 1, urgency);

  test('shows each customer once, the most urgent first', () => {
    const urgency = new Map<string, Urgency>([
      [hengxin, { riskLevel: 'low', overdueDays: 0 }],
      [wang, { riskLevel: 'high', overdueDays: 0 }],
    ]);
    const match = order(urgency);
    expect(match.state).toBe('list');
    expect(match.people.map(({ value }) => value)).toEqual(['wang@qq.com', 'li@hengxin.example']);
    urgency.set(hengxin, { riskLevel: 'medium', overdueDays: 60 });
    expect(order(urgency).people[0]?.value).toBe('li@hengxin.example');
  });
  test('risk weighs by what would be lost, and an open complaint like a level of risk', () => {
    const medium = { riskLevel: 'medium', overdueDays: 0 } as const;
    const first = (one: Urgency, two: Urgency) =>
      order(
        new Map([
          [hengxin, one],
          [wang, two],
        ]),
      ).people[0]?.value;
    expect(first({ ...medium, valueShare: 0.2 }, { ...medium, valueShare: 1 })).toBe('wang@qq.com');
    expect(first({ ...medium, valueShare: 1 }, { ...medium, valueShare: 0.2 })).toBe('li@hengxin.example');
    expect(first({ ...medium, valueShare: 0.9 }, { ...medium, complaint: true })).toBe('wang@qq.com');
    expect(first({ riskLevel: 'low', overdueDays: 0, valueShare: 1 }, medium)).toBe('wang@qq.com');
  });
  test('without customers is nothing', () => {
    expect(resolvePage(page([seen('a@new.example', { role: 'row' })], true), [], options, 1).state).toBe(
      'none',
    );
  });
});

test('the keys of a page: each once, none of one’s own', () => {
  const keys = keysOfPage(
    page([seen('a@hengxin.example'), seen('b@hengxin.example'), seen('me@qq.com', { role: 'own' })]),
    options,
  );
  expect(keys.filter((key) => key === 'd:hengxin.example').length).toBe(1);
  expect(keys).not.toContain('e:me@qq.com');
});

test('rows are looked up where they are shown: on a list, not beside an opened item', () => {
  const all = [seen('a@hengxin.example'), seen('row@other.example', { role: 'row' })];
  expect(keysOfPage(page(all), options)).not.toContain('e:row@other.example');
  expect(keysOfPage(page(all, true), options)).toContain('e:row@other.example');
});
