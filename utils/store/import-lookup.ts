import { foldForSearch } from '../customer/fold';
import { sortName } from '../customer/terms';
import type { Database } from './database';
import { answer, held } from './held-keys';
import { sealerOf, TableSeal } from './lock/sealed-tables';

/** So many owners of a key tell that it is shared. */
const ENOUGH = 3;

/**
 * Of each key the customers that have it. An import asks for a hundred thousand: keys that nobody has are passed over in leaps, and the
 * requests for the others go to the database together, which Dexie's queries (a promise and two hops each, 4.4, 2026-11) do not.
 */
export async function ownersOf(db: Database, keys: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (keys.length === 0) return found;
  const asked = tokensOf(db, keys);
  const note = (key: string, ids: string[]) =>
    found.set(key, [...new Set([...(found.get(key) ?? []), ...ids])].slice(0, ENOUGH));
  await db.transaction('r', db.customers, db.contacts, async (tx) => {
    const customers = tx.idbtrans.objectStore('customers').index('keys');
    const contacts = tx.idbtrans.objectStore('contacts').index('keys');
    const [owned, atPeople] = await Promise.all([
      held(customers, asked.customers.sorted),
      held(contacts, asked.contacts.sorted),
    ]);
    const [owners, people] = await Promise.all([
      Promise.all(owned.map((key) => answer(customers.getAllKeys(key, ENOUGH)))),
      Promise.all(atPeople.map((key) => answer(contacts.getAll(key, ENOUGH)))),
    ]);
    owned.forEach((key, at) => {
      if (owners[at]?.length) note(asked.customers.keyOf(key), owners[at].map(String));
    });
    atPeople.forEach((key, at) => {
      if (people[at]?.length) note(asked.contacts.keyOf(key), people[at].map(ownerOf));
    });
  });
  return found;
}

interface Asked {
  /** As the index has them, in its order. */
  sorted: string[];
  /** Which key stands behind what the index has. */
  keyOf: (found: string) => string;
}

/** The keys as the two indexes have them: themselves, or their tokens where the database is sealed. */
function tokensOf(db: Database, keys: readonly string[]): { customers: Asked; contacts: Asked } {
  const distinct = [...new Set(keys)];
  const sealer = sealerOf(db);
  const of = (table: string): Asked => {
    if (!sealer) return { sorted: [...distinct].sort(), keyOf: (key) => key };
    const seal = new TableSeal(table, sealer);
    const known = new Map(distinct.map((key) => [seal.token('keys', 'equal', key, true), key]));
    return { sorted: [...known.keys()].sort(), keyOf: (token) => known.get(token) ?? '' };
  };
  return { customers: of('customers'), contacts: of('contacts') };
}

const ownerOf = (contact: { customerId: string }): string => contact.customerId;

/** Customers by their whole name: the index by which they are sorted holds it folded. */
export async function namedOwners(db: Database, names: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (names.length === 0) return found;
  await db.transaction('r', db.customers, async (tx) => {
    const index = tx.idbtrans.objectStore('customers').index('[sortName+id]');
    const sealer = sealerOf(db);
    const seal = sealer && new TableSeal('customers', sealer);
    const nameOf = (name: string) => seal?.token('sortName', 'equal', name, true) ?? name;
    const asked = [...new Set(names)].filter((name) => foldForSearch(name, 60) !== '');
    const owners = await Promise.all(
      asked.map((name) => {
        const sorted = nameOf(sortName(name));
        return answer(index.getAllKeys(IDBKeyRange.bound([sorted, ''], [sorted, '\uFFFF']), ENOUGH));
      }),
    );
    asked.forEach((name, at) => {
      const ids = (owners[at] ?? []).map(String);
      if (ids.length > 0) found.set(name, ids);
    });
  });
  return found;
}
