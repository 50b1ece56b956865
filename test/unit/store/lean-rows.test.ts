import type Dexie from 'dexie';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stage } from '../../../utils/customer/model';
import { STAGES } from '../../../utils/customer/model';
import { newId } from '../../../utils/id';
import type { Database } from '../../../utils/store/database';
import { newContact, newCustomer } from '../../../utils/store/drafts';
import { answer } from '../../../utils/store/held-keys';
import { freshStore, source } from './help';

const theStore = freshStore();

/** A row as it lies in the database, past all that stands before it. */
async function bareRow(db: Dexie, table: string, id: string): Promise<Record<string, unknown>> {
  return answer(db.backendDB().transaction(table).objectStore(table).get(id));
}

const text = fc.constantFrom('', 'x', '0');
const list = fc.constantFrom<string[]>([], ['x'], ['']);
const draft = fc.record({
  name: fc.constantFrom('Ann', 'Bo'),
  stage: fc.constantFrom<Stage>(...STAGES),
  aliases: list,
  tags: list,
  company: text,
  riskNote: text,
  cadenceDays: fc.constantFrom(null, 0, 30),
  lastContactAt: fc.constantFrom(0, 5),
  sample: fc.boolean(),
});

test('what is empty is not stored, and every row is read as it was written', async () => {
  const store = theStore();
  const { db } = store as unknown as { db: Database };
  await fc.assert(
    fc.asyncProperty(draft, list, async (given, phones) => {
      const row = newCustomer({ ...given, id: newId() });
      const contact = newContact({ customerId: row.id, name: 'Cy', phones });
      const ops = [
        { op: 'add', table: 'customers', row } as const,
        { op: 'add', table: 'contacts', row: contact } as const,
      ];
      await store.commit({ id: newId(), what: 'customer-added', source, ops });
      const card = await store.card(row.id);
      expect(card?.customer).toMatchObject(row);
      expect(card?.contacts).toMatchObject([contact]);
      const bare = await bareRow(db, 'customers', row.id);
      for (const [field, value] of Object.entries(bare)) expect([field, value]).not.toEqual([field, []]);
      expect('owner' in bare || 'tier' in bare).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test('an empty list that one reader fills stays empty for the next', async () => {
  const store = theStore();
  const row = newCustomer({ name: 'Ann' });
  await store.commit({
    id: newId(),
    what: 'customer-added',
    source,
    ops: [{ op: 'add', table: 'customers', row }],
  });
  (await store.card(row.id))?.customer.tags.push('mine');
  expect((await store.card(row.id))?.customer.tags).toEqual([]);
});
