import { expect, it } from 'vitest';
import { newId } from '../../../utils/id';
import { mayGoOn } from '../../../utils/import/run';
import { unfinishedImport } from '../../../utils/import/unfinished';
import { openStore } from '../../../utils/store/index';
import { begun, carriedOut, fileOf } from './help';

const sales = 'customer,date,amount\nC-1,2025-01-02,3\nC-2,2025-01-03,4\n';

it('a broken-off import goes on by itself, but not for ever where it comes no further', async () => {
  const store = await openStore({ name: newId() });
  const id = await begun(store, fileOf(sales));
  const tries = [];
  for (let at = 0; at < 7; at++) {
    const row = await unfinishedImport(store);
    if (row) tries.push(await mayGoOn(store, row));
  }
  expect(tries).toEqual([true, true, true, true, true, false, false]);

  // its user's word still does it, with the same rows
  expect((await carriedOut(store, id)).counts.accepted).toBe(2);
  expect(await unfinishedImport(store)).toBeNull();
  store.close();
});

it('each step further earns it new tries', async () => {
  const store = await openStore({ name: newId() });
  const id = await begun(store, fileOf(sales));
  const row = async () => (await store.oneImport(id)) ?? expect.fail();
  for (let at = 0; at < 5; at++) await mayGoOn(store, await row());
  const file = { id, what: 'entries-imported', source: { kind: 'import', url: '' } } as const;
  const broken = async function* () {
    yield { entries: [], checkpoint: { rows: 1 } };
    throw new Error('killed');
  };
  await expect(store.addEntries(file, broken())).rejects.toThrow('killed');
  expect(await mayGoOn(store, await row())).toBe(true);
  store.close();
});
