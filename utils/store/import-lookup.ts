import { foldForSearch } from '../customer/fold';
import { sortName } from '../customer/terms';
import type { Database } from './database';

/** So many owners of a key tell that it is shared. */
const ENOUGH = 3;

/**
 * Of each key the customers that have it. An import asks for a hundred thousand: the requests of a call go to the database together, which
 * Dexie's queries (a promise and two hops each, 4.4, 2026-11) do not.
 */
export async function ownersOf(db: Database, keys: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (keys.length === 0) return found;
  await db.transaction('r', db.customers, db.contacts, async (tx) => {
    const native = tx.idbtrans;
    const customers = native.objectStore('customers').index('keys');
    const contacts = native.objectStore('contacts').index('keys');
    const asked = [...new Set(keys)];
    const [owners, people] = await Promise.all([
      Promise.all(asked.map((key) => answer(customers.getAllKeys(key, ENOUGH)))),
      Promise.all(asked.map((key) => answer(contacts.getAll(key, ENOUGH)))),
    ]);
    asked.forEach((key, index) => {
      const ids = [...(owners[index] ?? []).map(String), ...(people[index] ?? []).map(ownerOf)];
      if (ids.length > 0) found.set(key, [...new Set(ids)].slice(0, ENOUGH));
    });
  });
  return found;
}

const ownerOf = (contact: { customerId: string }): string => contact.customerId;

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Customers by their whole name: the index by which they are sorted holds it folded. */
export async function namedOwners(db: Database, names: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (names.length === 0) return found;
  await db.transaction('r', db.customers, async (tx) => {
    const index = tx.idbtrans.objectStore('customers').index('[sortName+id]');
    const asked = [...new Set(names)].filter((name) => foldForSearch(name, 60) !== '');
    const owners = await Promise.all(
      asked.map((name) => {
        const sorted = sortName(name);
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
