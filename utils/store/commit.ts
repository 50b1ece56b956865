import { newId } from '../id';
import type { Ledger } from '../value/ledger';
import { inOrder } from '../value/summarise';
import { type Database, type Tables, writing } from './database';
import { newLedger } from './drafts';
import { RowExists, RowMissing, UndoConflict } from './errors';
import { ledgerBefore, stands } from './journal-rows';
import { checkMerged, merge, unmerge } from './merge';
import { checked, newRow } from './rows';
import {
  type Change,
  type EntriesOp,
  FINAL,
  type JournalEntry,
  type JournalRow,
  type Op,
  type Rows,
  type TableName,
} from './types';
import { undoBulk } from './undo-bulk';
import { undoImport } from './undo-import';
import { Work } from './work';

/** The one write path. All of a change lands in one transaction, or nothing of it; the same id twice lands once. */
export function commit(db: Database, change: Change, now: number): Promise<void> {
  return writing(db, async (tables) => {
    if (await tables.journal.get(change.id)) return;
    const work = new Work(tables, now);
    for (const op of change.ops) await apply(work, op);
    await checkAll(work);
    const { id, what, source } = change;
    await work.flush({ id, what, source, undoes: null });
  });
}

async function apply(work: Work, op: Op): Promise<void> {
  if (op.op === 'entries') return changeEntries(work, op);
  if (op.op === 'merge') return merge(work, op);
  if (op.op === 'remove') return work.remove(op.table, op.id);
  if (op.op === 'add') return add(work, op.table, op.row);
  const { id, createdAt, deletedAt, ...row } = await work.live(op.table, op.id);
  await work.set(op.table, checked(op.table, { ...row, ...op.patch, id, createdAt, deletedAt }));
}

/** The ledger with these entries put in and taken out; made where there is none. */
async function changeEntries(work: Work, { customerId, put, remove }: EntriesOp): Promise<void> {
  await work.live('customers', customerId);
  const known = await work.get('ledgers', customerId);
  const entries = new Map((known?.entries ?? []).map((entry) => [entry.id, entry]));
  for (const id of remove) if (!entries.delete(id)) throw new RowMissing('ledgers', id);
  for (const entry of put) entries.set(entry.id, entry);
  const made = known ?? newRow('ledgers', newLedger(customerId), work.now);
  const ordered = [...entries.values()].sort(inOrder);
  await work.set('ledgers', checked('ledgers', { ...made, deletedAt: null, entries: ordered }));
}

async function add(work: Work, table: TableName, draft: object & { id: string }): Promise<void> {
  if (await work.get(table, draft.id)) throw new RowExists(table, draft.id);
  await work.set(table, newRow(table, draft, work.now));
}

/** Undoes a change by a new one that restores what was before it; see {@link Store.undo}. */
export async function undo(
  db: Database,
  changeId: string,
  source: Change['source'],
  now: number,
): Promise<string> {
  const imported = await db.journal.get(changeId);
  if (imported?.imported) return (await standingUndo(db, changeId)) ?? undoImport(db, imported, source, now);
  return writing(db, async (tables) => {
    const entry = await tables.journal.get(changeId);
    if (!entry || FINAL.has(entry.what)) throw new UndoConflict([]);
    const done = await standingUndo(tables, changeId);
    if (done) return done;
    const id = newId();
    if (Object.keys(entry.bulkIds).length > 0) await undoBulk(tables, entry, { id, source }, now);
    else if (entry.what === 'customers-merged') await undoMerge(new Work(tables, now), entry, { id, source });
    else await restore(new Work(tables, now), entry, { id, source });
    return id;
  });
}

/** The undo of this change that was not undone itself. */
export async function standingUndo(db: Tables, changeId: string): Promise<string | null> {
  for (const undoing of await db.journal.where('undoes').equals(changeId).toArray())
    if ((await standingUndo(db, undoing.id)) === null) return undoing.id;
  return null;
}

/** A merge is taken back whatever was done since. */
async function undoMerge(
  work: Work,
  entry: JournalEntry,
  { id, source }: { id: string; source: Change['source'] },
): Promise<void> {
  await unmerge(work, entry);
  await work.flush({ id, what: 'undone', source, undoes: entry.id });
}

async function restore(
  work: Work,
  entry: JournalEntry,
  { id, source }: { id: string; source: Change['source'] },
): Promise<void> {
  const conflicts = [];
  for (const row of entry.rows) {
    const current = await work.get(row.table, row.id);
    if (!stands(current, row)) conflicts.push({ table: row.table, id: row.id });
  }
  if (conflicts.length > 0) throw new UndoConflict(conflicts);
  for (const row of ledgersLast(entry.rows)) await restoreRow(work, row);
  await checkMerged(work, entry.rows);
  await checkAll(work).catch(() => {
    throw new UndoConflict(entry.rows.map(({ table, id: rowId }) => ({ table, id: rowId })));
  });
  await work.flush({ id, what: 'undone', source, undoes: entry.id });
}

async function checkAll(work: Work): Promise<void> {
  await work.checkOwners();
  await work.checkReferrals();
}

/** Whether a ledger's customer is there after all is seen once the customers are restored. */
const ledgersLast = (rows: readonly JournalRow[]): JournalRow[] => [
  ...rows.filter(({ table }) => table !== 'ledgers'),
  ...rows.filter(({ table }) => table === 'ledgers'),
];

async function restoreRow(work: Work, row: JournalRow): Promise<void> {
  const { table, id, before } = row;
  const current = await work.get(table, id);
  if (!current) return;
  if (table === 'ledgers') {
    const ledger = ledgerBefore(current as Ledger, row);
    const owner = await work.get('customers', ledger.customerId);
    return work.set(table, owner?.deletedAt === null ? ledger : { ...ledger, deletedAt: work.now });
  }
  const gone = before === null || (before as Rows[TableName]).deletedAt !== null;
  if (!gone) await work.set(table, checked(table, { ...current, ...(before as object), id }));
  else if (current.deletedAt === null) await work.remove(table, id);
}
