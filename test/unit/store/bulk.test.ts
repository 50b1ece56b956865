import { describe, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/id';
import * as actions from '../../../utils/store/actions';
import type { BulkChange } from '../../../utils/store/api';
import { CHUNK } from '../../../utils/store/bulk';
import { newContact, newCustomer, newLedger, newReminder } from '../../../utils/store/drafts';
import { InvalidRow, RowExists, RowMissing, UndoConflict } from '../../../utils/store/errors';
import { openStore } from '../../../utils/store/index';
import { loadSample, removeSample } from '../../../utils/store/sample';
import { sampleData } from '../../../utils/store/sample-data';
import type { Drafts } from '../../../utils/store/types';
import { added, CADENCES, freshStore, source, theCard, theCustomer } from './help';

vi.setConfig({ testTimeout: 30_000 }); // thousands of rows, in a database that is JavaScript itself
const it = freshStore();
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    newCustomer({ name: `C${index}`, emails: [`c${index}@x.example`] }),
  );
const bulk = (rows: Drafts) => ({ id: newId(), what: 'customer-added' as const, source, rows });

describe('adding many', () => {
  test('is one change, in chunks, with progress, and found at once', async () => {
    const customers = many(1_100);
    const contact = newContact({ customerId: customers[0]?.id ?? '', name: 'P', emails: ['p@x.example'] });
    const seen: number[] = [];
    const change = bulk({ customers, contacts: [contact] });
    await it().addMany(change, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([1_000, 1_100, 1_101]);
    expect(await it().count()).toBe(1_100);
    const [entry, ...others] = await it().history(5);
    expect(others).toEqual([]);
    expect([entry?.bulkIds.customers?.length, entry?.bulkIds.contacts]).toEqual([1_100, [contact.id]]);
    expect((await it().search('c1099'))[0]?.customer.name).toBe('C1099');
    expect((await it().byKeys(['e:p@x.example'])).length).toBe(1);
    expect((await it().history(5, customers[7]?.id)).map(({ id }) => id)).toEqual([change.id]);
  });
  test('the same id again adds nothing', async () => {
    const change = bulk({ customers: many(3) });
    await it().addMany(change);
    await it().addMany(change);
    expect(await it().count()).toBe(3);
  });
  test('one bad row among many: named, and nothing is written', async () => {
    const customers = many(1_050);
    customers.push({ ...newCustomer({ name: 'bad' }), country: 'Nowhere' });
    await expect(it().addMany(bulk({ customers }))).rejects.toBeInstanceOf(InvalidRow);
    expect([await it().count(), await it().history(5)]).toEqual([0, []]);
  });
  test('an id that is taken or twice there, an owner that is not there: nothing is written', async () => {
    const id = await added(it(), { name: 'first' });
    const taken = { ...newCustomer({ name: 'second' }), id };
    await expect(it().addMany(bulk({ customers: [...many(2), taken] }))).rejects.toBeInstanceOf(RowExists);
    const twice = newCustomer({ name: 'twice' });
    await expect(it().addMany(bulk({ customers: [twice, twice] }))).rejects.toBeInstanceOf(RowExists);
    const stray = newContact({ customerId: newId(), name: 'stray' });
    await expect(it().addMany(bulk({ contacts: [stray] }))).rejects.toBeInstanceOf(RowMissing);
    expect((await theCustomer(it(), id)).name).toBe('first');
    expect(await it().count()).toBe(1);
  });
  test('can be stopped, and takes back what it wrote', async () => {
    const stop = new AbortController();
    const change = bulk({ customers: many(1_001) });
    const run = it().addMany(change, {
      signal: stop.signal,
      onProgress: (done) => {
        if (done === 1_000) stop.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect([await it().count(), await it().history(5)]).toEqual([0, []]);
  });
  test('a reminder for a customer who is there ends the counting of their cadence', async () => {
    const id = await added(it(), { name: 'A', tier: 'ordinary', lastContactAt: 1 });
    const reminder = newReminder({ customerId: id, local: '2030-01-01T09:00', zone: 'UTC' });
    await it().addMany(bulk({ reminders: [reminder] }));
    expect(await it().dueCount(Date.now(), CADENCES)).toBe(0);
  });
});

describe('undoing a bulk change', () => {
  test('removes its rows and what was noted on them; undone again, all come back', async () => {
    const customers = many(40);
    const change = bulk({ customers });
    await it().addMany(change);
    const first = customers[0]?.id ?? '';
    const kept = await added(it(), { name: 'kept' });
    await actions.addNote(it(), source, first, { kind: 'note', text: 'later', page: null });
    const undoId = await it().undo(change.id, source);
    expect((await it().list({ limit: 5 })).map(({ id }) => id)).toEqual([kept]);
    expect(await it().byKeys(['e:c0@x.example'])).toEqual([]);
    await it().undo(undoId, source);
    expect(await it().count()).toBe(41);
    expect((await it().byKeys(['e:c0@x.example'])).length).toBe(1);
    expect((await theCard(it(), first)).interactions.map(({ text }) => text)).toEqual(['later']);
  });
  test('goes to and fro as often as one likes, with what was noted meanwhile', async () => {
    const customers = many(5);
    const change = bulk({ customers });
    await it().addMany(change);
    const first = customers[0]?.id ?? '';
    const counts: number[] = [];
    let last = change.id;
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      last = await it().undo(last, source);
      counts.push(await it().count());
      if (turn === 1) await actions.addNote(it(), source, first, { kind: 'note', text: 'x', page: null });
    }
    expect(counts).toEqual([0, 5, 0, 5, 0]);
    await it().undo(last, source);
    expect((await theCard(it(), first)).interactions.map(({ text }) => text)).toEqual(['x']);
  });
  test('is refused where a row was edited since', async () => {
    const customers = many(3);
    const change = bulk({ customers });
    await it().addMany(change);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await actions.editCustomer(it(), source, customers[1]?.id ?? '', { name: 'mine' });
    await expect(it().undo(change.id, source)).rejects.toBeInstanceOf(UndoConflict);
    expect(await it().count()).toBe(3);
  });
});

describe('sample data', () => {
  test('is loaded once, and removed whole with what was noted on it; own customers stay', async () => {
    const own = await added(it(), { name: 'own' });
    expect(await loadSample(it(), Date.now())).not.toBeNull();
    const loaded = await it().count();
    expect(loaded).toBeGreaterThan(10);
    expect(await loadSample(it(), Date.now())).toBeNull();
    const [sample] = (await it().list({ limit: 50 })).filter((row) => row.sample);
    await actions.addNote(it(), source, sample?.id ?? '', { kind: 'note', text: 'x', page: null });
    const removal = await removeSample(it());
    expect((await it().list({ limit: 50 })).map(({ id }) => id)).toEqual([own]);
    expect(await it().nextReminderAt(0)).toBeNull();
    expect(await it().dueCount(Date.now() + 1e12, CADENCES)).toBe(0);
    expect(await removeSample(it())).toBeNull();
    await it().undo(removal ?? '', source);
    expect(await it().count()).toBe(loaded);
    expect((await theCard(it(), sample?.id ?? '')).interactions[0]?.text).toBe('x');
  });
  test('can be loaded again after it was removed', async () => {
    await loadSample(it(), Date.now());
    await removeSample(it());
    expect(await loadSample(it(), Date.now())).not.toBeNull();
  });
});

describe('a browser that is killed while some are added', () => {
  test('leaves all of it or nothing, and the same again adds all', async () => {
    const customers = many(3);
    const owner = customers[0]?.id ?? '';
    const change = bulk({
      customers,
      contacts: [newContact({ customerId: owner, name: 'P' })],
      reminders: [newReminder({ customerId: owner, local: '2030-01-01T09:00', zone: 'UTC' })],
      ledgers: [newLedger(owner)],
    });
    const seen: number[] = [];
    for (let at = 0; ; at++) {
      const name = newId();
      const killed = await killedAt(name, change, at);
      const store = await openStore({ name });
      seen.push(await store.count());
      expect((await store.history(5)).length).toBe(seen.at(-1) === 0 ? 0 : 1);
      await store.addMany(change);
      expect([await store.count(), (await store.history(5)).length]).toEqual([3, 1]);
      store.close();
      if (!killed) break;
    }
    expect(seen.length).toBeGreaterThan(6);
    expect(seen).toEqual([...Array(seen.length - 1).fill(0), 3]);
  });
  test('the sample is few enough for that', () => {
    const rows = Object.values(sampleData(Date.now(), 'UTC')).flat();
    expect(rows.length).toBeLessThanOrEqual(CHUNK);
  });
});

/** Adds to a database whose connection breaks at the n-th row that is added; false: there are fewer. */
async function killedAt(name: string, change: BulkChange, at: number): Promise<boolean> {
  const store = await openStore({ name });
  await store.renewed;
  let left = at;
  const real = IDBObjectStore.prototype.add;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    const made = real.apply(this, args);
    if (left-- === 0) {
      this.transaction.abort();
      store.close();
    }
    return made;
  });
  await store.addMany(change).catch(() => null);
  spy.mockRestore();
  store.close();
  return left < 0;
}
