import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../../utils/id';
import { BACKED_UP, EMPTIED } from '../../../../utils/store/backup/tables';
import type { Database } from '../../../../utils/store/database';
import { openStore, type Store } from '../../../../utils/store/index';
import { INDEXES } from '../../../../utils/store/schema';
import { added, change, nextMillisecond, source, theCard } from '../help';
import { backupOf, contentOf, filled, sale } from './help';

let from: { store: Store; id: string };
let into: Store;
beforeEach(async () => {
  from = await filled();
  into = await openStore({ name: newId() });
});
afterEach(() => {
  from.store.close();
  into.close();
});

const customersOf = async (file: Blob) =>
  (await into.compareBackup(file, {})).tables.find(({ table }) => table === 'customers')?.counts;
const edit = (store: Store, id: string, riskNote: string) =>
  change(store, [{ op: 'edit', table: 'customers', id, patch: { riskNote } }]);
const inside = (store: Store) => (store as unknown as { db: Database }).db;

describe('every table', () => {
  it('is in the backup, made again, or this database’s own', () => {
    const known = new Set([...BACKED_UP, ...EMPTIED, 'meta', 'staged']);
    expect(Object.keys(INDEXES).filter((name) => !known.has(name))).toEqual([]);
    expect(BACKED_UP.filter((name) => EMPTIED.includes(name))).toEqual([]);
  });
});

describe('replacing', () => {
  it('makes the database what the backup says, with its history, its sums and what is found in it', async () => {
    const file = await backupOf(from.store);
    const other = await added(into, { name: 'Somebody else' });
    const head = await into.replaceByBackup(file, {}, source);
    expect(head.settings).toEqual({ theme: 'dark' });
    expect(await contentOf(into)).toEqual(await contentOf(from.store));
    expect(await into.customers([other])).toEqual([]);
    const lines = (await from.store.history(1_000)).map(({ id }) => id).sort();
    const [first, ...rest] = await into.history(1_000);
    expect(first?.what).toBe('backup-restored');
    expect(rest.map(({ id }) => id).sort()).toEqual(lines);
    expect(await into.summary(from.id)).toMatchObject({ id: from.id });
    expect((await into.search('kvitebjorn'))[0]?.customer.id).toBe(from.id);
    expect((await into.byKeys(['e:torunn@kvitebjorn.example']))[0]?.customerId).toBe(from.id);
    expect((await into.namesIn('A word from Kvitebjorn Papir today')).found).toHaveLength(1);
    expect(await into.nextReminderAt(0)).toBe(await from.store.nextReminderAt(0));
    expect(into.databaseId).not.toBe(from.store.databaseId);
  });

  it('counts cadences as before: not where a reminder is open', async () => {
    await into.replaceByBackup(await backupOf(from.store), {}, source);
    const cadences = { 'best-core': 1, core: 1, ordinary: 1, expendable: 1 };
    const now = Date.parse('2027-01-01T00:00:00Z');
    // Tiers by rank are derived: they are there once the worker has worked them out, as after every restore.
    for (const store of [from.store, into]) await store.refresh({ now, today: '2027-01-01' });
    expect(await into.dueCount(now, cadences)).toBe(await from.store.dueCount(now, cadences));
  });

  it('cannot be undone, and says so', async () => {
    await into.replaceByBackup(await backupOf(from.store), {}, source);
    const [line] = await into.history(1);
    await expect(into.undo(line?.id ?? '', source)).rejects.toMatchObject({ name: 'UndoConflict' });
  });

  it('leaves all as it was when it is stopped half way', async () => {
    const file = await backupOf(from.store);
    const kept = await added(into, { name: 'Kept' });
    const stop = new AbortController();
    const options = { signal: stop.signal, onProgress: () => stop.abort() };
    await expect(into.replaceByBackup(file, options, source)).rejects.toMatchObject({ name: 'AbortError' });
    expect(Object.keys(await contentOf(into))).toEqual([`customers:${kept}`]);
    expect(await inside(into).staged.count()).toBe(0);
  });

  it('finishes the sums at the next opening where it was killed after the swap', async () => {
    const name = newId();
    const first = await openStore({ name });
    await first.replaceByBackup(await backupOf(from.store), {}, source);
    await inside(first).summaries.clear();
    await inside(first).meta.put({ key: 'restored', value: '' });
    first.close();
    const again = await openStore({ name });
    await again.renewed;
    expect(await again.summary(from.id)).toMatchObject({ id: from.id });
    again.close();
  });
});

describe('merging', () => {
  it('adds what is missing, says so before, and a second time finds nothing to do', async () => {
    const file = await backupOf(from.store);
    const all = await from.store.count();
    expect(await customersOf(file)).toMatchObject({ added: all, changed: 0 });
    const { changeIds } = await into.mergeBackup(file, {}, source);
    expect(changeIds.length).toBeGreaterThan(0);
    expect(await contentOf(into)).toEqual(await contentOf(from.store));
    expect(await customersOf(file)).toMatchObject({ same: all, added: 0, changed: 0, onlyHere: 0 });
    expect((await into.mergeBackup(file, {}, source)).changeIds).toEqual([]);
  });

  it('takes the newer of two rows and keeps what only this database has', async () => {
    await into.mergeBackup(await backupOf(from.store), {}, source);
    const mine = await added(into, { name: 'Only here' });
    await nextMillisecond();
    await edit(into, from.id, 'newer here');
    const old = await backupOf(from.store);
    expect(await customersOf(old)).toMatchObject({ kept: 1, changed: 0, onlyHere: 1 });
    await into.mergeBackup(old, {}, source);
    expect((await theCard(into, from.id)).customer.riskNote).toBe('newer here');
    await nextMillisecond();
    await edit(from.store, from.id, 'newer there');
    const fresh = await backupOf(from.store);
    expect(await customersOf(fresh)).toMatchObject({ changed: 1, onlyHere: 1 });
    await into.mergeBackup(fresh, {}, source);
    expect((await theCard(into, from.id)).customer.riskNote).toBe('newer there');
    expect(await into.customers([mine])).toHaveLength(1);
  });

  it('loses no entry of a ledger that grew on both sides', async () => {
    await into.mergeBackup(await backupOf(from.store), {}, source);
    const [here, there] = [sale('2026-05-01', 1_000), sale('2026-06-01', 2_000)];
    const put = (store: Store, entry: typeof here) =>
      change(store, [{ op: 'entries', customerId: from.id, put: [entry], remove: [] }], 'entries-added');
    await put(into, here);
    await nextMillisecond();
    await put(from.store, there);
    await into.mergeBackup(await backupOf(from.store), {}, source);
    const ids = (await into.ledger(from.id))?.entries.map(({ id }) => id);
    expect(ids).toHaveLength(4);
    expect(ids).toEqual(expect.arrayContaining([here.id, there.id]));
  });

  it('can be undone, line by line', async () => {
    const { changeIds } = await into.mergeBackup(await backupOf(from.store), {}, source);
    for (const id of changeIds.reverse()) await into.undo(id, source);
    expect(await into.count()).toBe(0);
  });

  it('names referrers who come later in the file, and closes no circle', async () => {
    const a = await added(from.store, { name: 'A' });
    const b = await added(from.store, { name: 'B', referredBy: a });
    const c = await added(from.store, { name: 'C' });
    const referred = (store: Store, id: string, referredBy: string | null) =>
      change(store, [{ op: 'edit', table: 'customers', id, patch: { referredBy } }]);
    await referred(from.store, a, c);
    await into.mergeBackup(await backupOf(from.store), {}, source);
    expect((await into.customers([a, b])).map((row) => row.referredBy)).toEqual([c, a]);
    await referred(into, a, null);
    await referred(into, c, b);
    await nextMillisecond();
    await edit(from.store, a, 'newer, and by C still');
    await into.mergeBackup(await backupOf(from.store), {}, source);
    const [row] = await into.customers([a]);
    expect(row).toMatchObject({ riskNote: 'newer, and by C still', referredBy: null });
  });
});
