import { newId } from '../id';
import type { Database } from './database';
import { RowExists, UndoConflict } from './errors';
import { checked, newRow, sameRow, toJournal } from './rows';
import type { Change, JournalEntry, JournalRow, Op, Rows, TableName } from './types';
import { undoBulk } from './undo-bulk';
import { Work, writeTables } from './work';

/** The one write path. All of a change lands in one transaction, or nothing of it; the same id twice lands once. */
export function commit(db: Database, change: Change, now: number): Promise<void> {
  return db.transaction('rw', writeTables(db), async () => {
    if (await db.journal.get(change.id)) return;
    const work = new Work(db, now);
    for (const op of change.ops) await apply(work, op);
    await work.checkOwners();
    const { id, what, source } = change;
    await work.flush({ id, what, source, undoes: null });
  });
}

async function apply(work: Work, op: Op): Promise<void> {
  if (op.op === 'remove') return work.remove(op.table, op.id);
  if (op.op === 'add') return add(work, op.table, op.row);
  const { id, createdAt, deletedAt, ...row } = await work.live(op.table, op.id);
  await work.set(op.table, checked(op.table, { ...row, ...op.patch, id, createdAt, deletedAt }));
}

async function add(work: Work, table: TableName, draft: object & { id: string }): Promise<void> {
  if (await work.get(table, draft.id)) throw new RowExists(table, draft.id);
  await work.set(table, newRow(table, draft, work.now));
}

/** Undoes a change by a new one that restores what was before it; see {@link Store.undo}. */
export function undo(db: Database, changeId: string, source: Change['source'], now: number): Promise<string> {
  return db.transaction('rw', writeTables(db), async () => {
    const entry = await db.journal.get(changeId);
    if (!entry) throw new UndoConflict([]);
    const done = await standingUndo(db, changeId);
    if (done) return done;
    const id = newId();
    if (Object.keys(entry.bulkIds).length > 0) await undoBulk(db, entry, { id, source }, now);
    else await restore(new Work(db, now), entry, { id, source });
    return id;
  });
}

/** The undo of this change that was not undone itself. */
async function standingUndo(db: Database, changeId: string): Promise<string | null> {
  for (const undoing of await db.journal.where('undoes').equals(changeId).toArray())
    if ((await standingUndo(db, undoing.id)) === null) return undoing.id;
  return null;
}

async function restore(
  work: Work,
  entry: JournalEntry,
  { id, source }: { id: string; source: Change['source'] },
): Promise<void> {
  const conflicts = [];
  for (const row of entry.rows) {
    const current = await work.get(row.table, row.id);
    if (!sameRow(toJournal(current), row.after as object | null))
      conflicts.push({ table: row.table, id: row.id });
  }
  if (conflicts.length > 0) throw new UndoConflict(conflicts);
  for (const row of entry.rows) await restoreRow(work, row);
  await work.checkOwners().catch(() => {
    throw new UndoConflict(entry.rows.map(({ table, id: rowId }) => ({ table, id: rowId })));
  });
  await work.flush({ id, what: 'undone', source, undoes: entry.id });
}

async function restoreRow(work: Work, { table, id, before }: JournalRow): Promise<void> {
  const current = await work.get(table, id);
  if (!current) return;
  const gone = before === null || (before as Rows[TableName]).deletedAt !== null;
  if (!gone) await work.set(table, checked(table, { ...current, ...(before as object), id }));
  else if (current.deletedAt === null) await work.remove(table, id);
}
