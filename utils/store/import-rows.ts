import type { Contact, Customer, Interaction } from '../customer/model';
import type { EntryBatch } from './api-value';
import { handedOver, refuseTaken } from './bulk';
import { checkNewReferrals } from './bulk-referrals';
import type { Tables } from './database';
import { newRow } from './rows';
import { storedOf } from './schema';
import type { StoredContact, StoredCustomer } from './stored';
import { filing } from './term-runs';
import { touch } from './touches';

/** The customers, contacts and notes that a part of an import brings. */
export interface NewRows {
  customers: Customer[];
  contacts: Contact[];
  interactions: Interaction[];
  /** The country of each customer, by id. */
  countries: ReadonlyMap<string, string>;
}

/** The rows of a part, checked. Throws RowExists where an id is taken. */
export async function newRows(
  db: Tables,
  drafts: NonNullable<EntryBatch['rows']>,
  at: number,
): Promise<NewRows> {
  const customers = (drafts.customers ?? []).map((draft) => newRow('customers', draft, at));
  await checkNewReferrals(db, customers);
  const contacts = (drafts.contacts ?? []).map((draft) => newRow('contacts', draft, at));
  // taken back and brought back with the customer that they hang on
  const interactions = (drafts.interactions ?? []).map((draft) => newRow('interactions', draft, at));
  const countries = new Map(customers.map((row) => [row.id, row.country]));
  const others = contacts.map((row) => row.customerId).filter((id) => !countries.has(id));
  for (const row of await db.customers.bulkGet(others)) if (row) countries.set(row.id, row.country);
  const rows = { customers, contacts, interactions, countries };
  const ids = idsOf(rows);
  await refuseTaken(db, 'customers', ids.customers);
  await refuseTaken(db, 'contacts', ids.contacts);
  return rows;
}

export const idsOf = ({ customers, contacts }: NewRows) => ({
  customers: customers.map(({ id }) => id),
  contacts: contacts.map(({ id }) => id),
});

/** Hands the rows of an import to the running transaction; what is returned resolves when they are written. */
export function addRows(db: Tables, importId: string, rows: NewRows): PromiseLike<unknown>[] {
  const { customers, contacts } = idsOf(rows);
  const around = (id: string) => ({ country: rows.countries.get(id) ?? '', reminded: false });
  const firms = filing<StoredCustomer>(db, 'customers', importId, customers.length);
  const people = filing<StoredContact>(db, 'contacts', importId, contacts.length);
  return [
    ...handedOver(rows.customers, (some) =>
      db.customers.bulkAdd(firms.take(some.map((row) => storedOf('customers', row, around(row.id))))),
    ),
    ...handedOver(rows.contacts, (some) =>
      db.contacts.bulkAdd(people.take(some.map((row) => storedOf('contacts', row, around(row.customerId))))),
    ),
    ...firms.put(),
    ...people.put(),
    ...handedOver(rows.interactions, (some) =>
      db.interactions.bulkAdd(some.map((row) => storedOf('interactions', row, around(row.customerId)))),
    ),
    touch(db, [
      ...customers.map((id) => ({ table: 'customers' as const, id })),
      ...contacts.map((id) => ({ table: 'contacts' as const, id })),
    ]),
  ];
}
