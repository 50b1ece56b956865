import { describe, expect, it, test } from 'vitest';
import { newId } from '../../../utils/id';
import type { EntryBatch } from '../../../utils/store/api';
import { newCustomer } from '../../../utils/store/drafts';
import { RowExists, UndoConflict } from '../../../utils/store/errors';
import type { Store } from '../../../utils/store/index';
import type { Entry } from '../../../utils/value/ledger';
import { added, change, freshStore, source } from './help';
import { entriesOf, entry, put } from './ledger-help';

const theStore = freshStore();
const day = (i: number) =>
  `2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;

/** Sixty customers who are new and one who is known, three entries each, in the order of a journal, not of customers. */
function file(known: string, importId = newId()) {
  const customers = Array.from({ length: 60 }, (_, i) => newCustomer({ name: `C${i}` }));
  const owners = [known, ...customers.map(({ id }) => id)];
  const entries = Array.from({ length: 183 }, (_, i) => ({
    customerId: owners[i % 61] ?? '',
    entry: entry(day(i), 'sale', 1 + i),
  }));
  const batches: EntryBatch[] = [];
  for (let from = 0; from < entries.length; from += 50)
    batches.push({
      ...(from === 0 && { rows: { customers } }),
      entries: entries.slice(from, from + 50),
      checkpoint: { line: from + 50 },
    });
  return {
    change: { id: importId, what: 'entries-imported', source } as const,
    customers,
    owners,
    entries,
    batches,
  };
}

async function everyEntry(store: Store, owners: string[]): Promise<string[]> {
  const ledgers = await Promise.all(owners.map((id) => entriesOf(store, id)));
  return ledgers
    .flat()
    .map(({ id }) => id)
    .sort();
}
const idsOf = (entries: Array<{ entry: Entry }>) => entries.map(({ entry: { id } }) => id).sort();

describe('an import of entries', () => {
  it('files each with its customer, with sums, as one line of the history', async () => {
    const store = theStore();
    const known = await added(store, { name: 'known' });
    await put(store, known, entry('2024-01-01', 'acquisition', 5));
    const { change: imported, batches, owners, entries } = file(known);
    const told: number[] = [];
    const counts = await store.addEntries(imported, batches, { onProgress: (filed) => told.push(filed) });
    expect(counts).toEqual({ customers: 60, entries: 183, ledgers: 61, orphans: [] });
    expect(told.at(-1)).toBe(183);
    expect((await everyEntry(store, owners)).length).toBe(184);
    const units = entries
      .filter((one) => one.customerId === known)
      .reduce((sum, one) => sum + one.entry.amount.minor, 0);
    expect((await store.summary(known))?.net).toBe(units - 500);
    expect((await entriesOf(store, known)).map(({ importId }) => importId)).toContain(imported.id);
    expect((await store.history(1))[0]).toMatchObject({ id: imported.id, imported: { entries: 183 } });
    expect(await store.importState(imported.id)).toMatchObject({ phase: 'done', entries: 183 });
  });

  it('that was stopped goes on behind its checkpoint, and twice changes nothing', async () => {
    const store = theStore();
    const known = await added(store, { name: 'known' });
    const { change: imported, batches, owners, entries } = file(known);
    async function* broken() {
      yield batches[0] as EntryBatch;
      yield batches[1] as EntryBatch;
      throw new Error('the tab was closed');
    }
    await expect(store.addEntries(imported, broken())).rejects.toThrow('the tab was closed');
    expect(await store.importState(imported.id)).toMatchObject({
      checkpoint: { line: 100 },
      phase: 'reading',
    });
    expect(await everyEntry(store, owners)).toEqual([]);
    const stop = new AbortController();
    const stopped = store.addEntries(imported, batches.slice(2), {
      signal: stop.signal,
      onProgress: (filed) => filed > 90 && stop.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await store.importState(imported.id)).toMatchObject({ phase: 'filing' });
    const counts = await store.addEntries(imported, []);
    expect(counts).toMatchObject({ customers: 60, entries: 183, ledgers: 61 });
    expect(await everyEntry(store, owners)).toEqual(idsOf(entries));
    await store.addEntries(imported, batches);
    expect(await everyEntry(store, owners)).toEqual(idsOf(entries));
  });

  it('is undone whole, what was there before stays; and the undo is undone', async () => {
    const store = theStore();
    const known = await added(store, { name: 'known' });
    const own = entry('2024-01-01', 'acquisition', 5);
    await put(store, known, own);
    const { change: imported, batches, owners } = file(known);
    await store.addEntries(imported, batches);
    const undo = await store.undo(imported.id, source);
    expect(await everyEntry(store, owners)).toEqual([own.id]);
    expect(await store.count()).toBe(1);
    expect(await store.undo(imported.id, source)).toBe(undo);
    const redo = await store.undo(undo, source);
    expect(await store.count()).toBe(61);
    expect((await everyEntry(store, owners)).length).toBe(184);
    await store.undo(redo, source);
    expect(await everyEntry(store, owners)).toEqual([own.id]);
    expect((await store.summary(known))?.net).toBe(-500);
  });

  it('is not undone over a customer who was edited since', async () => {
    const store = theStore();
    const { change: imported, batches, customers } = file(await added(store, { name: 'known' }));
    await store.addEntries(imported, batches);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await change(store, [
      { op: 'edit', table: 'customers', id: customers[0]?.id ?? '', patch: { title: 'x' } },
    ]);
    await expect(store.undo(imported.id, source)).rejects.toBeInstanceOf(UndoConflict);
    expect(await store.count()).toBe(61);
  });

  it('that is not done can be dropped: nothing of it is left', async () => {
    const store = theStore();
    const known = await added(store, { name: 'known' });
    const { change: imported, batches, owners } = file(known);
    const stop = new AbortController();
    const stopped = store.addEntries(imported, batches, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    await store.dropImport(imported.id);
    expect(await everyEntry(store, owners)).toEqual([]);
    expect(await store.count()).toBe(1);
    expect(await store.importState(imported.id)).toBeNull();
    expect(await store.history(10)).toHaveLength(1);
  });

  test('entries of a customer who was removed meanwhile are handed back', async () => {
    const store = theStore();
    const known = await added(store, { name: 'known' });
    const { change: imported, batches, entries } = file(known);
    await change(store, [{ op: 'remove', table: 'customers', id: known }], 'customer-removed');
    const { orphans } = await store.addEntries(imported, batches);
    expect(idsOf(orphans)).toEqual(idsOf(entries.filter((one) => one.customerId === known)));
  });

  test('a part that does not fit is refused whole, with its checkpoint', async () => {
    const store = theStore();
    const id = await added(store, { name: 'known' });
    const twice = newCustomer({ name: 'twice' });
    const { change: imported } = file(id);
    const part = { rows: { customers: [{ ...twice, id }] }, entries: [], checkpoint: 1 };
    await expect(store.addEntries(imported, [part])).rejects.toBeInstanceOf(RowExists);
    expect(await store.importState(imported.id)).toBeNull();
  });
});
