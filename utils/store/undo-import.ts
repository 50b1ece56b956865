import { newId } from '../id';
import { breath } from './breath';
import { chunks } from './bulk';
import { type Database, type Tables, writing } from './database';
import { deriveSummaries } from './derive-values';
import { UndoConflict } from './errors';
import { fileAll } from './file-entries';
import { inboxParts } from './inbox';
import type { BulkPart } from './stored';
import { dropRunsOf } from './term-runs';
import type { Change, JournalEntry } from './types';
import { markRows, withHanging } from './undo-bulk';

/**
 * The undo of an import of entries, in parts as it was made: the entries it brought go back into the inbox (nothing is lost, an undo
 * of the undo files them again), the customers it added are removed. Every step can be done twice, so that a killed page goes on.
 */
export async function undoImport(
  db: Database,
  entry: JournalEntry,
  source: Change['source'],
  now: number,
): Promise<string> {
  const { root, undone } = await rootOf(db, entry);
  if (undone) await bringBack(db, root, entry, now);
  else {
    await refuseEdited(db, root, entry.at);
    await takeBackImport(db, root.id, now);
  }
  const id = newId();
  const empty = { customerIds: [], rows: [], bulkIds: {}, imported: root.imported ?? NOTHING };
  await db.journal.add({ id, at: now, what: 'undone', source, ...empty, undoes: entry.id });
  return id;
}

const NOTHING = { customers: 0, entries: 0, ledgers: 0 };

/** The import that a chain of undos began with, and whether its last link took it away. */
async function rootOf(db: Tables, entry: JournalEntry): Promise<{ root: JournalEntry; undone: boolean }> {
  let root = entry;
  let undone = false;
  while (root.undoes) {
    const before = await db.journal.get(root.undoes);
    if (!before) throw new UndoConflict([]);
    root = before;
    undone = !undone;
  }
  return { root, undone };
}

const partsOf = (db: Tables, id: string): Promise<BulkPart[]> =>
  db.bulkParts.where('changeId').equals(id).toArray();

/** A customer of the import that was edited since is a later change. */
async function refuseEdited(db: Tables, root: JournalEntry, since: number): Promise<void> {
  const conflicts: UndoConflict['rows'] = [];
  for (const { ids } of await partsOf(db, root.id))
    for (const row of await db.customers.bulkGet(ids.customers ?? []))
      if (row && row.deletedAt === null && row.updatedAt !== since && conflicts.length < 100)
        conflicts.push({ table: 'customers', id: row.id });
  if (conflicts.length > 0) throw new UndoConflict(conflicts);
}

/** Takes what an import (done or not) put into ledgers out of them, and removes its customers. */
export async function takeBackImport(db: Database, id: string, now: number): Promise<void> {
  for (const { part, ids } of await partsOf(db, id)) {
    if (ids.ledgers) await writing(db, (tables) => takeOut(tables, id, part, ids.ledgers ?? [], now));
    await breath();
  }
  for (const { ids } of await partsOf(db, id))
    for (const some of chunks(ids.customers ?? [])) {
      await writing(db, (tables) => removeCustomers(tables, some, now));
      await breath();
    }
  await writing(db, (tables) => dropRunsOf(tables, id));
}

async function takeOut(db: Tables, id: string, part: number, ids: string[], now: number): Promise<void> {
  const rows = (await db.ledgers.bulkGet(ids)).filter((row) => row !== undefined);
  const taken = rows.flatMap((row) =>
    row.entries.filter((entry) => entry.importId === id).map((entry) => ({ customerId: row.id, entry })),
  );
  const left = rows.map((row) => ({
    ...row,
    updatedAt: now,
    entries: row.entries.filter((entry) => entry.importId !== id),
  }));
  await db.inbox.bulkPut(inboxParts(id, part, taken));
  await db.ledgers.bulkPut(left);
  await deriveSummaries(db, ids);
}

async function removeCustomers(db: Tables, ids: string[], now: number): Promise<void> {
  const all = await withHanging(db, { customers: ids });
  await markRows(db, all, { from: null, to: now, now });
}

async function bringBack(db: Database, root: JournalEntry, undo: JournalEntry, now: number): Promise<void> {
  for (const { ids } of await partsOf(db, root.id))
    for (const some of chunks(ids.customers ?? []))
      await writing(db, async (tables) => {
        const all = await withHanging(tables, { customers: some }, undo.at);
        await markRows(tables, all, { from: undo.at, to: null, now });
      });
  const entries = root.imported?.entries ?? 0;
  await fileAll(db, { change: root, at: root.at, entries }, {});
}
