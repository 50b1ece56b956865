import type { EntriesAdded, EntriesOptions, EntryBatch, ImportState } from './api-value';
import { breath } from './breath';
import { checkNewReferrals } from './bulk-referrals';
import { type Database, type Tables, writing } from './database';
import { RowExists } from './errors';
import { fileAll } from './file-entries';
import { type State, stateKey, stateOf } from './import-state';
import { inboxParts } from './inbox';
import { newRow } from './rows';
import { storedOf } from './schema';
import { touch } from './touches';
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
    for await (const batch of batches) {
      options.signal?.throwIfAborted();
      await putDown(db, change, batch, now);
      await breath();
    }
  const orphans = await fileAll(db, await startFiling(db, change, now), options);
  const counts = await finish(db, change);
  return { ...counts, orphans };
}

const begun = (change: Kind, at: number): State => ({
  ...{ at, change, checkpoint: null, parts: 0, phase: 'reading' },
  ...{ customers: 0, entries: 0, ledgers: 0 },
});

/** One part: customers, entries into the inbox, and the checkpoint, all or nothing. */
function putDown(db: Database, change: Kind, batch: EntryBatch, now: number): Promise<void> {
  return writing(db, async (tables) => {
    const state = (await stateOf(tables, change.id)) ?? begun(change, now);
    const part = state.parts;
    const ids = await addRows(tables, batch.rows ?? {}, state.at);
    if (ids.customers || ids.contacts) await tables.bulkParts.put({ changeId: change.id, part, ids });
    await tables.inbox.bulkPut(inboxParts(change.id, part, batch.entries));
    const next: State = {
      ...state,
      checkpoint: batch.checkpoint,
      parts: part + 1,
      customers: state.customers + (ids.customers?.length ?? 0),
      entries: state.entries + batch.entries.length,
    };
    await tables.meta.put({ key: stateKey(change.id), value: next });
  });
}

type Added = { customers?: string[]; contacts?: string[] };

async function addRows(db: Tables, rows: NonNullable<EntryBatch['rows']>, at: number): Promise<Added> {
  const customers = (rows.customers ?? []).map((draft) => newRow('customers', draft, at));
  await checkNewReferrals(db, customers);
  const contacts = (rows.contacts ?? []).map((draft) => newRow('contacts', draft, at));
  const countries = new Map(customers.map((row) => [row.id, row.country]));
  const others = contacts.map((row) => row.customerId).filter((id) => !countries.has(id));
  for (const row of await db.customers.bulkGet(others)) if (row) countries.set(row.id, row.country);
  const around = (id: string) => ({ country: countries.get(id) ?? '', reminded: false });
  for (const [table, some] of [
    ['customers', customers],
    ['contacts', contacts],
  ] as const) {
    const taken = await db
      .table(table)
      .where('id')
      .anyOf(some.map((row) => row.id))
      .primaryKeys();
    if (taken.length > 0) throw new RowExists(table, String(taken[0]));
  }
  await db.customers.bulkAdd(customers.map((row) => storedOf('customers', row, around(row.id))));
  await db.contacts.bulkAdd(contacts.map((row) => storedOf('contacts', row, around(row.customerId))));
  // taken back and brought back with the customer that they hang on
  await db.interactions.bulkAdd(
    (rows.interactions ?? []).map((draft) =>
      storedOf('interactions', newRow('interactions', draft, at), around(draft.customerId)),
    ),
  );
  await touch(db, [
    ...customers.map(({ id }) => ({ table: 'customers' as const, id })),
    ...contacts.map(({ id }) => ({ table: 'contacts' as const, id })),
  ]);
  return {
    ...(customers.length > 0 && { customers: customers.map((row) => row.id) }),
    ...(contacts.length > 0 && { contacts: contacts.map((row) => row.id) }),
  };
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
