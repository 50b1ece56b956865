import { expect, test } from 'vitest';
import { ANSWERS_GO_THERE, IN_SIGNATURE } from '../../../utils/customer/page-evidence';
import * as act from '../../../utils/store/actions';
import { findAlso } from '../../../utils/ui/also';
import { findCard } from '../../../utils/ui/resolve-live';
import type { Seen } from '../../../utils/ui/seen';
import { added, freshStore, source } from '../store/help';

const it = freshStore();
const options = { country: 'GB', ownDomains: new Set<string>() };
const seen = (kind: Seen['kind'], value: string, evidence: string, name = 'Tessa Orlow'): Seen => ({
  ...{ kind, value, name, role: 'mention', confidence: 0.5, evidence, hits: [] },
  ...{ key: `${kind}:${value}`, only: null },
});
const tessa = seen('email', 'tessa@quarry.example', 'labelled sender');
const also = async (...others: Seen[]) => {
  const found = await findCard(it(), tessa, options);
  const one = found && (await findAlso(it(), found, tessa, [tessa, ...others], options));
  return one ? `${one.why} ${one.value}` : null;
};
const reply = (value: string, name?: string) => seen('email', value, ANSWERS_GO_THERE, name);

test('where answers go is one more address, until it is on file', async () => {
  const id = await added(it(), { name: 'Tessa Orlow', emails: ['tessa@quarry.example'] });
  expect(await also(reply('tessa@home.example'))).toBe('reply tessa@home.example');
  expect(await also(reply('tessa@home.example', ''))).toBe('reply tessa@home.example');
  await act.editCustomer(it(), source, id, { emails: ['tessa@quarry.example', 'tessa@home.example'] });
  expect(await also(reply('tessa@home.example'))).toBe(null);
});

test('what the signature holds is offered after it, of a contact as well', async () => {
  const customerId = await added(it(), { name: 'Quarry & Kiln', kind: 'company' });
  await act.addContact(it(), source, { customerId, name: 'Orlow, Tessa', emails: ['tessa@quarry.example'] });
  const phone = seen('phone', '+44 20 7946 0177', IN_SIGNATURE);
  expect(await also(phone)).toBe('signature +44 20 7946 0177');
  expect(await also(phone, reply('tessa@home.example'))).toBe('reply tessa@home.example');
});

test('another’s address is not theirs: another name, another customer’s, one that the text only names', async () => {
  await added(it(), { name: 'Tessa Orlow', emails: ['tessa@quarry.example'] });
  await added(it(), { name: 'Help Desk', emails: ['desk@quarry.example'] });
  expect(await also(reply('otto@quarry.example', 'Otto Brandt'))).toBe(null);
  expect(await also(reply('desk@quarry.example'))).toBe(null);
  expect(await also(seen('email', 'tessa@home.example', 'mentioned in the text'))).toBe(null);
});
