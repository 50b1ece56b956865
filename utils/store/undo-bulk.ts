import { chunks } from './bulk';
import type { Tables } from './database';
import { deriveSummaries } from './derive-values';
import { UndoConflict } from './errors';
import { toRow } from './rows';
import { HANGING, ownerIndex, storedOf, TABLES } from './schema';
import type { StoredRows } from './stored';
import { dropRunsOf } from './term-runs';
import { touch } from './touches';
import type { Change, JournalEntry, Rows, TableName } from './types';
import { raise } from './valuation';

type Ids = JournalEntry['bulkIds'];

/**
 * Undoes a bulk change inside the running transaction: the rows it added are removed, with all that hangs on them
 * since. The undo's own entry lists what it removed, so that it can be undone in turn: then they come back.
 */
export async function undoBulk(
  db: Tables,
  entry: JournalEntry,
  by: { id: string; source: Change['source'] },
  now: number,
): Promise<void> {
  const back = await tookAway(db, entry);
  const ids = back ? entry.bulkIds : await withHanging(db, entry.bulkIds);
  if (!back) {
    await refuseEdited(db, entry);
    await dropRunsOf(db, entry.id);
  }
  await markRows(db, ids, back ? { from: entry.at, to: null, now } : { from: null, to: now, now });
  await db.journal.add({
    ...by,
    at: now,
    what: 'undone',
    customerIds: [],
    rows: [],
    bulkIds: ids,
    undoes: entry.id,
  });
}

/** Whether what stands after this link of a chain of undos is nothing: an undo took the rows away, the undo of that brought them back, and so on. */
async function tookAway(db: Tables, entry: JournalEntry): Promise<boolean> {
  let away = false;
  for (let link = entry; link.undoes !== null; ) {
    away = !away;
    const before = await db.journal.get(link.undoes);
    if (!before) break;
    link = before;
  }
  return away;
}

/** Removes rows (or brings them back), with the sums and what else is derived from them. */
export async function markRows(db: Tables, ids: Ids, how: Mark): Promise<void> {
  for (const table of TABLES) for (const part of chunks(ids[table] ?? [])) await mark(db, table, part, how);
  if (ids.rates) await raise(db);
  if (how.to === null) await renewReminded(db, ids.customers ?? []);
  for (const part of chunks(ids.ledgers ?? [])) await deriveSummaries(db, part);
}

/** Rows whose `deletedAt` is `from` get `to`. */
interface Mark {
  from: number | null;
  to: number | null;
  now: number;
}

/** The ids and those of all rows that hang on the customers among them: live ones, or those removed at `from`. */
export async function withHanging(db: Tables, ids: Ids, from: number | null = null): Promise<Ids> {
  const all: Ids = { ...ids };
  for (const table of HANGING) {
    const found = new Set(ids[table] ?? []);
    for (const part of chunks(ids.customers ?? []))
      for (const row of await db.table(table).where(ownerIndex(table)).anyOf(part).toArray())
        if (row.deletedAt === from) found.add(String(row.id));
    if (found.size > 0) all[table] = [...found];
  }
  return all;
}

/** A row that was edited since it was added is a later change: throws UndoConflict with the first hundred. */
async function refuseEdited(db: Tables, entry: JournalEntry): Promise<void> {
  const conflicts: UndoConflict['rows'] = [];
  for (const table of TABLES)
    for (const part of chunks(entry.bulkIds[table] ?? []))
      for (const row of await db.table(table).bulkGet(part))
        if (row && row.deletedAt === null && row.updatedAt !== entry.at && conflicts.length < 100)
          conflicts.push({ table, id: String(row.id) });
  if (conflicts.length > 0) throw new UndoConflict(conflicts);
}

/** Sets `deletedAt` of the rows that have it as `from`. */
async function mark<T extends TableName>(
  db: Tables,
  table: T,
  ids: string[],
  { from, to, now }: Mark,
): Promise<void> {
  const stored: Array<StoredRows[T] | undefined> = await db.table(table).bulkGet(ids);
  const rows = stored.flatMap((row) => (row && row.deletedAt === from ? [toRow(table, row)] : []));
  const owners = table === 'contacts' ? await countries(db, rows as Rows['contacts'][]) : new Map();
  const changed = rows.map((row) => {
    const next: Rows[T] = { ...row, deletedAt: to, updatedAt: now };
    const country = 'customerId' in row ? (owners.get(row.customerId) ?? '') : '';
    return storedOf(table, next, { country, reminded: false });
  });
  await db.table(table).bulkPut(changed);
  await touch(
    db,
    rows.map(({ id }) => ({ table, id })),
  );
}

async function countries(db: Tables, rows: Rows['contacts'][]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((row) => row.customerId))];
  const customers = await db.customers.bulkGet(ids);
  return new Map(customers.flatMap((row) => (row ? [[row.id, row.country] as const] : [])));
}

/** Customers that come back with open reminders: their cadence does not count. */
async function renewReminded(db: Tables, ids: string[]): Promise<void> {
  for (const part of chunks(ids)) {
    const open = await db.reminders.where('openFor').anyOf(part).toArray();
    const reminded = [...new Set(open.map((row) => row.customerId))];
    const rows = await db.customers.bulkGet(reminded);
    await db.customers.bulkPut(
      rows.flatMap((row) =>
        row ? [storedOf('customers', toRow('customers', row), { country: '', reminded: true })] : [],
      ),
    );
  }
}
