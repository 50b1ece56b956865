import type { EntriesAdded, EntriesOptions, EntryBatch, ImportState } from './api-value';
import { type Database, writing } from './database';
import { fileAll } from './file-entries';
import { addRows, idsOf, newRows } from './import-rows';
import { type State, stateKey, stateOf } from './import-state';
import { inboxParts } from './inbox';
import { writeReadingAhead } from './read-ahead';
import type { Change, ImportedCounts } from './types';
import { takeBackImport } from './undo-import';

/**
 * An import of entries. Files are sorted by date and ledgers by customer: a ledger written for every entry of every chunk would be
 * written as often as the customer bought. So the parts go into an inbox first, split into buckets of customers, and then each bucket
 * is filed whole. A killed page leaves a state from which the same call goes on.
 */
type Kind = Pick<Change, 'id' | 'what' | 'source'>;

export async function importState(db: Database, id: string): Promise<ImportState | null> {
  const state = await stateOf(db, id);
  if (state) {
    const { checkpoint, parts, entries, ledgers, phase } = state;
    return { checkpoint, parts, entries, ledgers, phase };
  }
  const done = (await db.journal.get(id))?.imported;
  return done ? { checkpoint: null, parts: 0, ...done, phase: 'done' } : null;
}

/** See {@link ValueStore.addEntries}. */
export async function addEntries(
  db: Database,
  change: Kind,
  batches: Iterable<EntryBatch> | AsyncIterable<EntryBatch>,
  options: EntriesOptions,
  now: number,
): Promise<EntriesAdded> {
  const done = (await db.journal.get(change.id))?.imported;
  if (done) return { ...done, orphans: [] };
  if ((await stateOf(db, change.id))?.phase !== 'filing')
    await writeReadingAhead(batches, (batch, handed) => {
      options.signal?.throwIfAborted();
      return putDown(db, change, batch, now, handed);
    });
  const orphans = await fileAll(db, await startFiling(db, change, now), options);
  const counts = await finish(db, change);
  return { ...counts, orphans };
}

const begun = (change: Kind, at: number): State => ({
  ...{ at, change, checkpoint: null, parts: 0, phase: 'reading' },
  ...{ customers: 0, entries: 0, ledgers: 0 },
});

/** One part: customers, entries into the inbox, and the checkpoint, all or nothing. */
function putDown(
  db: Database,
  change: Kind,
  batch: EntryBatch,
  now: number,
  handed: () => void,
): Promise<void> {
  return writing(db, async (tables) => {
    const state = (await stateOf(tables, change.id)) ?? begun(change, now);
    const part = state.parts;
    const rows = await newRows(tables, batch.rows ?? {}, state.at);
    const { customers, contacts } = idsOf(rows);
    const waiting = inboxParts(change.id, part, batch.entries);
    const next: State = {
      ...state,
      checkpoint: batch.checkpoint,
      parts: part + 1,
      customers: state.customers + customers.length,
      entries: state.entries + batch.entries.length,
    };
    const written: PromiseLike<unknown>[] = [
      ...addRows(tables, change.id, rows),
      tables.inbox.bulkPut(waiting),
      tables.meta.put({ key: stateKey(change.id), value: next }),
    ];
    const ids = { ...(customers.length > 0 && { customers }), ...(contacts.length > 0 && { contacts }) };
    if (customers.length + contacts.length > 0)
      written.push(tables.bulkParts.put({ changeId: change.id, part, ids }));
    handed();
    await Promise.all(written);
  });
}

/** From here on no further part is taken. */
function startFiling(db: Database, change: Kind, now: number): Promise<State> {
  return writing(db, async (tables) => {
    const state = (await stateOf(tables, change.id)) ?? begun(change, now);
    const next: State = { ...state, phase: 'filing' };
    await tables.meta.put({ key: stateKey(change.id), value: next });
    return next;
  });
}

/** The line in the history, and the state goes. */
function finish(db: Database, change: Kind): Promise<ImportedCounts> {
  return writing(db, async (tables) => {
    const known = (await tables.journal.get(change.id))?.imported;
    const state = await stateOf(tables, change.id);
    if (known || !state) return known ?? { customers: 0, entries: 0, ledgers: 0 };
    const { at, customers, entries, ledgers } = state;
    const imported = { customers, entries, ledgers };
    const empty = { customerIds: [], rows: [], bulkIds: {}, undoes: null };
    await tables.journal.add({ ...change, at, ...empty, imported });
    await tables.meta.delete(stateKey(change.id));
    return imported;
  });
}

/** Takes back an import that is not done; nothing where there is none. */
export async function dropImport(db: Database, id: string): Promise<void> {
  if (!(await stateOf(db, id))) return;
  await takeBackImport(db, id, Date.now());
  await db.transaction('rw', db.inbox, db.meta, db.bulkParts, async () => {
    await db.inbox.where('importId').equals(id).delete();
    await db.bulkParts.where('changeId').equals(id).delete();
    await db.meta.delete(stateKey(id));
  });
}
