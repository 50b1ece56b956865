/**
 * `npx tsx test/tools/example-db.ts`: writes test/unit/store/examples/v2.json anew: the example database of version 1 as this code upgrades it, with
 * rows in every table since. Run it while version 2 is not released; a released example is never written again. A new table: add its rows in `fill`.
 */
import 'fake-indexeddb/auto';
import 'temporal-polyfill/global';
import { readFileSync, writeFileSync } from 'node:fs';
import Dexie from 'dexie';
import { newId } from '../../utils/id.ts';
import type { EntryBatch } from '../../utils/store/api.ts';
import { newCustomer, newEntry, newRate } from '../../utils/store/drafts.ts';
import { openStore, type Store } from '../../utils/store/index.ts';
import { INDEXES, SCHEMA_VERSION } from '../../utils/store/schema.ts';

const file = (version: number) => new URL(`../unit/store/examples/v${version}.json`, import.meta.url);
const NAME = 'example';
const source = { kind: 'dashboard', url: '' } as const;
type Row = Record<string, unknown> & { id?: string };
interface Example {
  version: number;
  schema: Record<string, string>;
  tables: Record<string, Row[]>;
}

async function installOld(): Promise<Example> {
  const old = JSON.parse(readFileSync(file(1), 'utf8')) as Example;
  const db = new Dexie(NAME);
  db.version(old.version).stores(old.schema);
  for (const [table, rows] of Object.entries(old.tables)) await db.table(table).bulkAdd(rows);
  db.close();
  return old;
}

/** An import whose page is closed behind its first part. */
async function* cutOff(entry: EntryBatch['entries'][number]): AsyncGenerator<EntryBatch> {
  yield { entries: [entry], checkpoint: { line: 1 } };
  throw new Error('closed');
}

/** Rows for the tables that came with version 2. */
async function fill(store: Store, customerId: string): Promise<void> {
  const money = (minor: number, currency = 'USD') => ({ minor, currency });
  const referred = newCustomer({
    name: 'Referred',
    referredBy: customerId,
    tierPinned: 'core',
    ratings: { business: 4 },
  });
  const rate = newRate({ currency: 'CNY', base: 'USD', date: '2026-01-01', rate: 0.14 });
  const sale = newEntry({ date: '2026-02-01', kind: 'sale', amount: money(10_000, 'CNY'), product: 'tea' });
  const cost = newEntry({ date: '2026-03-01', kind: 'service', amount: money(300) });
  const commit = (
    what: 'customer-added' | 'rates-changed' | 'entries-added',
    ops: Parameters<Store['commit']>[0]['ops'],
  ) => store.commit({ id: newId(), what, source, ops });
  await commit('customer-added', [{ op: 'add', table: 'customers', row: referred }]);
  await commit('rates-changed', [{ op: 'add', table: 'rates', row: rate }]);
  await commit('entries-added', [{ op: 'entries', customerId, put: [sale, cost], remove: [] }]);
  const imported = newEntry({ date: '2026-04-01', kind: 'sale', amount: money(5_000), product: 'cup' });
  const change = { id: newId(), what: 'entries-imported', source } as const;
  await store.addEntries(change, [
    { entries: [{ customerId: referred.id, entry: imported }], checkpoint: 1 },
  ]);
  const open = { id: newId(), what: 'entries-imported', source } as const;
  await store
    .addEntries(open, cutOff({ customerId: referred.id, entry: { ...imported, id: newId() } }))
    .catch(() => undefined);
  await store.refresh({ now: Date.now(), today: '2026-11-22' });
}

async function dump(): Promise<Record<string, Row[]>> {
  const db = await new Dexie(NAME).open();
  const tables: Record<string, Row[]> = {};
  for (const table of [...db.tables].sort((a, b) => (a.name < b.name ? -1 : 1)))
    tables[table.name] = await table.toArray();
  db.close();
  return tables;
}

const old = await installOld();
const store = await openStore({ name: NAME });
await store.renewed;
const [first] = (old.tables.customers ?? []).filter((row) => row.deletedAt === null);
await fill(store, String(first?.id));
store.close();
const example: Example = { version: SCHEMA_VERSION, schema: { ...INDEXES }, tables: await dump() };
writeFileSync(file(SCHEMA_VERSION), `${JSON.stringify(example, null, 2)}\n`);
for (const [table, rows] of Object.entries(example.tables)) console.log(`${table}: ${rows.length}`);
