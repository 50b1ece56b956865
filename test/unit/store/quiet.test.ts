import { expect, it, vi } from 'vitest';
import { newId } from '../../../utils/id';
import { openStore } from '../../../utils/store/index';
import { added, source } from './help';
import { entriesOf, entry, put } from './ledger-help';

it('a quiet store wakes no watched query, until it wakes all', async () => {
  const name = newId();
  const [open, quiet] = [await openStore({ name }), await openStore({ name, quiet: true })];
  const seen: number[] = [];
  const end = open.live(
    () => open.count(),
    (count) => seen.push(count),
    () => undefined,
  );
  await vi.waitFor(() => expect(seen).toEqual([0]));
  await added(quiet, { name: 'Nordwind' });
  expect(await open.count()).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(seen).toEqual([0]);
  quiet.wakeAll();
  await vi.waitFor(() => expect(seen).toEqual([0, 1]));
  end();
  open.close();
  quiet.close();
});

it('ledgers lie packed in the database, and one of an older version is read as it lies', async () => {
  const name = newId();
  const store = await openStore({ name });
  const id = await added(store, { name: 'Nordwind' });
  const one = entry('2025-01-05', 'sale', 5);
  await put(store, id, one);
  const raw = await rawLedgers(name);
  expect(raw[0]).toMatchObject({ id, packed: expect.stringContaining('2025-01-05') });
  expect(raw[0]).not.toHaveProperty('entries');
  const { packed, ...rest } = raw[0] as { packed: string };
  await rawLedgers(name, { ...rest, entries: [one] });
  expect(await entriesOf(store, id)).toEqual([one]);
  const [last] = await store.history(1);
  await store.undo(last?.id ?? '', source);
  expect(await entriesOf(store, id)).toEqual([]);
  store.close();
});

/** The rows as they lie in the database, after putting `row` there. */
function rawLedgers(name: string, row?: object): Promise<object[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const table = opening.result.transaction('ledgers', 'readwrite').objectStore('ledgers');
      if (row) table.put(row);
      const all = table.getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result as object[]);
      };
    };
  });
}
