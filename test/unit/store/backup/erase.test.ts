import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mentions, without } from '../../../../utils/store/backup/without';
import type { Database } from '../../../../utils/store/database';
import type { Store } from '../../../../utils/store/index';
import { INDEXES } from '../../../../utils/store/schema';
import { added, CADENCES, change, nextMillisecond, source } from '../help';
import { backupOf, contentOf, filled } from './help';

let from: { store: Store; id: string };
beforeEach(async () => {
  from = await filled();
});
afterEach(() => from.store.close());

/** Every table as stored, as text. */
async function everything(store: Store): Promise<string> {
  const { db } = store as unknown as { db: Database };
  const tables = await Promise.all(Object.keys(INDEXES).map((name) => db.table(name).toArray()));
  return JSON.stringify(tables).toLowerCase();
}

const THEIRS = ['kvitebjorn', 'torunn', 'drikker', 'sa hun', 'kv-77', '22 12 34'];

describe('erasing a customer', () => {
  it('leaves no name, address, note or id of theirs in any table', async () => {
    const { store, id } = from;
    const friend = await added(store, { name: 'A friend', referredBy: id });
    await change(store, [{ op: 'edit', table: 'customers', id, patch: { riskNote: 'drikker bare te' } }]);
    await change(store, [
      { op: 'edit', table: 'customers', id, patch: { riskNote: '' } },
      { op: 'edit', table: 'customers', id: friend, patch: { riskNote: 'kept' } },
    ]);
    const reason = { id: 'date', text: 'x' };
    const refused = (line: number, name: string) => ({ line, cells: [name, '1'], reason });
    await store.saveRejects({
      importId: 'imp',
      part: 0,
      rows: [refused(2, 'Kvitebjorn Papir'), refused(3, 'Someone')],
    });
    await store.refresh({ now: Date.now(), today: '2026-11-20' });
    await store.refreshRisks({ now: Date.now(), today: 20_777, cadences: CADENCES });
    await change(store, [{ op: 'edit', table: 'customers', id, patch: { riskNote: ' ' } }]);
    const before = await everything(store);
    for (const word of THEIRS) expect([word, before.includes(word)]).toEqual([word, true]);
    await store.eraseCustomer(id, source);
    const after = await everything(store);
    for (const word of THEIRS) expect([word, after.includes(word)]).toEqual([word, false]);
    // the id alone stays, once: in the list that keeps an older backup from bringing them back
    expect(after.split(id)).toHaveLength(2);
    expect((await store.customers([friend]))[0]).toMatchObject({ riskNote: 'kept', referredBy: null });
    expect((await store.rejects('imp', -1, 5))[0]?.rows).toHaveLength(1);
    const [line] = await store.history(1);
    expect(line).toMatchObject({ what: 'customer-erased', customerIds: [], rows: [] });
    await expect(store.undo(line?.id ?? '', source)).rejects.toMatchObject({ name: 'UndoConflict' });
  });

  it('leaves the others as they were, and the undo of what concerned them', async () => {
    const { store, id } = from;
    const other = await added(store, { name: 'Other' });
    const both = await change(store, [
      { op: 'edit', table: 'customers', id, patch: { tags: ['x'] } },
      { op: 'edit', table: 'customers', id: other, patch: { tags: ['x'] } },
    ]);
    const before = await contentOf(store);
    await store.eraseCustomer(id, source);
    const after = await contentOf(store);
    for (const [key, row] of Object.entries(after)) expect(row).toEqual(before[key]);
    expect(Object.keys(before).length - Object.keys(after).length).toBe(5);
    await store.undo(both, source);
    expect((await store.customers([other]))[0]?.tags).toEqual([]);
  });

  it('holds against an older backup, merged or put in place of everything', async () => {
    const { store, id } = from;
    const file = await backupOf(store);
    await nextMillisecond();
    await store.eraseCustomer(id, source);
    const { tables } = await store.compareBackup(file, {});
    expect(tables.find(({ table }) => table === 'customers')?.counts.erased).toBe(1);
    await store.mergeBackup(file, {}, source);
    expect((await everything(store)).includes('kvitebjorn')).toBe(false);
    await store.replaceByBackup(file, {}, source);
    expect(await store.customers([id])).toEqual([]);
    expect((await everything(store)).includes('kvitebjorn')).toBe(false);
  });
});

describe('taking ids out of any value', () => {
  it('leaves none, and leaves a value that has none alone', () => {
    const ids = new Set(['a', 'b']);
    const leaf = fc.constantFrom('a', 'b', 'c', 1, null);
    const values = fc.anything({ values: [leaf], key: fc.constantFrom('a', 'x', 'y') });
    fc.assert(
      fc.property(values, (value) => {
        const left = without(value, ids);
        expect(mentions(left, ids)).toBe(false);
        if (!mentions(value, ids)) expect(left).toBe(value);
      }),
    );
  });
});
