import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/id';
import * as actions from '../../../utils/store/actions';

import { StoreBlocked, StoreClosed, StoreDenied, StoreFull, StoreNewer } from '../../../utils/store/errors';
import { openStore, type Store } from '../../../utils/store/index';
import { INDEXES, SCHEMA_VERSION } from '../../../utils/store/schema';
import { DERIVATION } from '../../../utils/store/stored';
import v1 from './examples/v1.json';
import v2 from './examples/v2.json'; // written by test/tools/example-db.ts
import { added, source, theCard } from './help';

const EXAMPLES = [v1, v2] as const;
const stores: Store[] = [];
async function open(name: string): Promise<Store> {
  const store = await openStore({ name });
  stores.push(store);
  return store;
}
afterEach(() => {
  vi.restoreAllMocks();
  for (const store of stores.splice(0)) store.close();
});

type Example = (typeof EXAMPLES)[number];
type Row = Record<string, unknown> & { id: string };

/** A database as an older version left it: its schema and rows, not today's. */
async function install(
  example: Example,
  change: (row: Row, table: string) => Row = (row) => row,
): Promise<string> {
  const name = newId();
  const db = new Dexie(name);
  db.version(example.version).stores(example.schema);
  for (const [table, rows] of Object.entries(example.tables))
    await db.table(table).bulkAdd((rows as Row[]).map((row) => change({ ...row }, table)));
  db.close();
  return name;
}

const live = (example: Example) => example.tables.customers.filter((row) => row.deletedAt === null);
const INTERNAL = new Set([
  'dv',
  'sortName',
  'cadenceTier',
  'cadenceFrom',
  'ownDueAt',
  'keyTier',
  'openDueAt',
  'openFor',
  'openDueDate',
  'words',
  'stageMark',
]);
const bare = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !INTERNAL.has(field)));

describe.each(EXAMPLES)('the example database of version $version', (example) => {
  test('opens with every row as it was', async () => {
    const store = await open(await install(example));
    expect(store.readOnly).toBe(false);
    expect(store.databaseId).toBe(example.tables.meta.find(({ key }) => key === 'databaseId')?.value);
    expect(await store.count()).toBe(live(example).length);
    for (const row of example.tables.customers) {
      const card = await store.card(row.id);
      if (row.deletedAt !== null) {
        expect(card).toBeNull();
        continue;
      }
      const of = (rows: Array<{ customerId: string }>) =>
        rows.filter((one) => one.customerId === row.id).map(bare);
      expect(card?.customer).toMatchObject(bare(row));
      expect(card?.contacts).toHaveLength(of(example.tables.contacts).length);
      expect(card?.contacts).toMatchObject(of(example.tables.contacts));
      expect(card?.reminders).toEqual(of(example.tables.reminders));
      expect(card?.complaints).toEqual(of(example.tables.complaints));
      expect(card?.interactions.length).toBe(of(example.tables.interactions).length);
      for (const one of card?.interactions ?? []) expect(of(example.tables.interactions)).toContainEqual(one);
    }
    expect((await store.history(100)).map(({ id }) => id).sort()).toEqual(
      example.tables.journal.map(({ id }) => id).sort(),
    );
  });

  test('is found, changed and undone as any other', async () => {
    const store = await open(await install(example));
    const [row] = live(example);
    const id = row?.id ?? '';
    expect((await store.byKeys(row?.keys ?? [])).map(({ customerId }) => customerId)).toContain(id);
    expect((await store.search(row?.name ?? ''))[0]?.customer.id).toBe(id);
    const edit = await actions.editCustomer(store, source, id, { title: 'changed' });
    await store.undo(edit, source);
    expect((await theCard(store, id)).customer.title).toBe(row && 'title' in row ? row.title : '');
  });
});

test('the example of version 2 has ledgers and what is derived from them, and each row is read as it was', async () => {
  const store = await open(await install(v2));
  const filled = [
    'ledgers',
    'rates',
    'summaries',
    'insights',
    'models',
    'pairs',
    'inbox',
    'bulkParts',
  ] as const;
  expect(filled.filter((table) => v2.tables[table].length === 0)).toEqual([]);
  for (const { packed, ...row } of v2.tables.ledgers) {
    const [, entries] = JSON.parse(packed) as [string[], unknown[]];
    const ledger = await store.ledger(row.id);
    expect(ledger).toMatchObject(row);
    expect(ledger?.entries).toHaveLength(entries.length);
  }
  for (const { packed } of v2.tables.summaries)
    for (const row of JSON.parse(packed) as Array<{ id: string }>)
      expect(await store.summary(row.id)).toEqual(row);
  for (const row of v2.tables.insights)
    expect(await store.insight(row.id)).toMatchObject({ net: row.net, tier: row.tier });
  expect(await store.rates()).toEqual(v2.tables.rates);
  expect((await store.model())?.id).toBe(v2.tables.models[0]?.id);
  const [waiting] = v2.tables.inbox;
  expect(await store.importState(waiting?.importId ?? '')).toMatchObject({
    phase: 'reading',
    checkpoint: { line: 1 },
  });
});

describe('rows of an older derivation', () => {
  const stale = (row: Row, table: string): Row =>
    table === 'customers' || table === 'contacts' ? { ...row, dv: DERIVATION - 1, keys: [], terms: [] } : row;

  test('are renewed after opening: found again by key and name; removed ones stay unfound', async () => {
    const store = await open(await install(v1, stale));
    expect(await store.renewed).toBe(v1.tables.customers.length + v1.tables.contacts.length);
    for (const row of live(v1)) {
      expect((await theCard(store, row.id)).customer).toEqual(bare(row));
      expect((await store.byKeys(row.keys ?? [])).map(({ customerId }) => customerId)).toContain(row.id);
    }
    expect((await store.search('liwei'))[0]?.contact?.name).toBe('李伟');
    expect(await store.search('gone')).toEqual([]);
  });
  test('are renewed once: the next opening finds nothing to do, a rest is taken up', async () => {
    const name = await install(v1, (row, table) =>
      row.id === v1.tables.customers[0]?.id
        ? stale(row, table)
        : { ...row, ...('dv' in row && { dv: DERIVATION }) },
    );
    const first = await open(name);
    expect(await first.renewed).toBe(1);
    first.close();
    expect(await (await open(name)).renewed).toBe(0);
  });
});

describe('opening', () => {
  test('gives the same database the same id, another another', async () => {
    const name = newId();
    const [one, two] = await Promise.all([open(name), open(name)]);
    expect(one.databaseId).toBe(two.databaseId);
    expect((await open(newId())).databaseId).not.toBe(one.databaseId);
  });

  test('a newer database reads, refuses to write, and is left as it is', async () => {
    const name = newId();
    const newer = new Dexie(name);
    newer.version(SCHEMA_VERSION + 1).stores({ ...INDEXES, novelties: 'id' });
    for (const [table, rows] of Object.entries(v1.tables)) await newer.table(table).bulkAdd(rows as Row[]);
    newer.close();
    const store = await open(name);
    expect(store.readOnly).toBe(true);
    const [row] = live(v1);
    expect((await theCard(store, row?.id ?? '')).customer.name).toBe(row?.name);
    await expect(added(store, { name: 'A' })).rejects.toBeInstanceOf(StoreNewer);
    await expect(store.undo(newId(), source)).rejects.toBeInstanceOf(StoreNewer);
    store.close();
    const after = (await indexedDB.databases()).find((one) => one.name === name);
    expect(after?.version).toBe((SCHEMA_VERSION + 1) * 10);
  });

  test('says so where an older page holds the database', async () => {
    const name = newId();
    const held = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await expect(open(name)).rejects.toBeInstanceOf(StoreBlocked);
    held.close();
    expect(await (await open(name)).count()).toBe(0);
  }, 20_000);

  test('says so where the browser refuses', async () => {
    vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('denied', 'SecurityError'));
    await expect(open(newId())).rejects.toBeInstanceOf(StoreDenied);
  });
});

test('a full disk is told apart, and nothing is half written', async () => {
  const store = await open(newId());
  const id = await added(store, { name: 'A' });
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(actions.editCustomer(store, source, id, { name: 'B' })).rejects.toBeInstanceOf(StoreFull);
  add.mockRestore();
  expect((await theCard(store, id)).customer.name).toBe('A');
  expect((await store.history(10)).length).toBe(1);
});

test('a closed store says so', async () => {
  const store = await open(newId());
  store.close();
  await expect(store.count()).rejects.toBeInstanceOf(StoreClosed);
});

test('a live query answers now and after a change, from another connection too, until it is ended', async () => {
  const name = newId();
  const [here, there] = await Promise.all([open(name), open(name)]);
  const seen: string[][] = [];
  const end = here.live(
    async () => (await here.list({ limit: 10 })).map((row) => row.name),
    (names) => seen.push(names),
    (error) => {
      throw error;
    },
  );
  const until = (names: string[]) => vi.waitFor(() => expect(seen.at(-1)).toEqual(names), { timeout: 4_000 });
  await until([]);
  await added(here, { name: 'A' });
  await until(['A']);
  await added(there, { name: 'B' });
  await until(['A', 'B']);
  end();
  await added(here, { name: 'C' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(seen.at(-1)).toEqual(['A', 'B']);
});
