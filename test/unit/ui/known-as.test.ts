import { expect, test } from 'vitest';
import * as act from '../../../utils/store/actions';
import { findLikely } from '../../../utils/ui/resolve-live';
import type { Seen } from '../../../utils/ui/seen';
import { added, freshStore, source } from '../store/help';

const it = freshStore();
const options = { country: 'GB', ownDomains: new Set<string>() };
const seen = (kind: Seen['kind'], value: string, name = '', role: Seen['role'] = 'mention'): Seen => ({
  ...{ kind, value, name, role, confidence: 0.5, evidence: '', hits: [] },
  ...{ key: `${kind}:${value}`, only: null },
});
const ada = seen('email', 'ada@quill-home.example', 'Ada Quill', 'counterpart');
const likely = async (...signs: Seen[]) =>
  (await findLikely(it(), ada, [ada, ...signs], options)).map(({ customer, contactId, why }) => [
    customer.name,
    contactId !== null,
    why,
  ]);

test('the same name and phone: one more address of a person, a contact as well as a customer', async () => {
  await added(it(), { name: 'Ada Quill', kind: 'person', phones: ['+44 20 7946 0123'] });
  expect(await likely(seen('phone', '020 7946 0123'))).toEqual([['Ada Quill', false, 'phone']]);
  expect(await likely()).toEqual([['Ada Quill', false, 'name']]);
  const customerId = await added(it(), { name: 'Harbour Lane', kind: 'company' });
  const contact = { customerId, name: 'Quill, Ada', emails: ['a.quill@harbour.example'] };
  await act.addContact(it(), source, contact);
  expect((await likely(seen('email', 'a.quill@harbour.example', 'Ada Quill')))[0]).toEqual([
    'Harbour Lane',
    true,
    'address',
  ]);
});

test('another name at that phone is not the same person', async () => {
  await added(it(), { name: 'Otto Brandt', kind: 'person', phones: ['+44 20 7946 0123'] });
  expect(await likely(seen('phone', '020 7946 0123'))).toEqual([]);
});

test('the number of the user says nothing', async () => {
  await added(it(), { name: 'Ada Quill', kind: 'person', phones: ['+44 20 7946 0123'] });
  expect(await likely(seen('phone', '020 7946 0123', '', 'own'))).toEqual([['Ada Quill', false, 'name']]);
});
