import type { Table } from 'dexie';
import type { Database } from './database';
import { storedContact, storedCustomer, storedInteraction, toContact, toCustomer } from './derive';
import { DERIVATION } from './stored';

/** Rows a transaction; each leaves the database whole, so that a killed worker goes on where it stopped. */
const BATCH = 500;

/**
 * Renews the keys and terms of rows that an older version derived. Every row carries the number of its derivation,
 * so the rest is always an index range. Resolves with how many rows were renewed.
 */
export async function renewDerived(db: Database): Promise<number> {
  const found = await renewFound(db);
  await renewNotes(db);
  return found;
}

async function renewFound(db: Database): Promise<number> {
  // Looked for first without a lock: there is hardly ever anything, and a writer makes every reader wait.
  const old = await Promise.all(
    [db.customers, db.contacts].map((table) => table.where('dv').below(DERIVATION).limit(1).primaryKeys()),
  );
  if (old.flat().length === 0) return 0;
  return (
    (await renewTable(db, db.customers, renewCustomers)) + (await renewTable(db, db.contacts, renewContacts))
  );
}

async function renewTable<R extends { dv: number }>(
  db: Database,
  table: Table<R, string>,
  renew: (db: Database, rows: R[]) => Promise<R[]>,
): Promise<number> {
  for (let done = 0; ; ) {
    const count = await db.transaction(
      'rw',
      [db.customers, db.contacts, db.reminders, db.insights],
      async () => {
        const rows = await table.where('dv').below(DERIVATION).limit(BATCH).toArray();
        await table.bulkPut(await renew(db, rows));
        return rows.length;
      },
    );
    done += count;
    if (count < BATCH) return done;
  }
}

async function renewCustomers(db: Database, rows: Parameters<typeof toCustomer>[0][]) {
  const open = await db.reminders
    .where('openFor')
    .anyOf(rows.map((row) => row.id))
    .toArray();
  const reminded = new Set(open.map((row) => row.customerId));
  const insights = await db.insights.bulkGet(rows.map((row) => row.id));
  return rows.map((row, i) => storedCustomer(toCustomer(row), reminded.has(row.id), insights[i]?.rankedTier));
}

async function renewContacts(db: Database, rows: Parameters<typeof toContact>[0][]) {
  const owners = await db.customers.bulkGet(rows.map((row) => row.customerId));
  return rows.map((row, index) => storedContact(toContact(row), owners[index]?.country ?? ''));
}

/** Which derivation the words of notes have, and up to which id they were made. */
const NOTES = 'noteWords';
const NOTE_WORDS = 1;
interface NotesRead {
  version: number;
  /** The last id that was read; null: all were. */
  after: string | null;
}

/** Notes carry no number of their derivation (an old row would be in no index of it): the place is kept beside them. */
async function renewNotes(db: Database): Promise<void> {
  while ((await notesRead(db)).after !== null)
    await db.transaction('rw', [db.interactions, db.meta], async () => {
      const { after } = await notesRead(db);
      if (after === null) return; // another page went on with it
      const rows = await db.interactions.where(':id').above(after).limit(BATCH).toArray();
      const live = rows.filter((row) => row.deletedAt === null);
      await db.interactions.bulkPut(live.map(storedInteraction));
      const value: NotesRead = {
        version: NOTE_WORDS,
        after: rows.length < BATCH ? null : (rows.at(-1)?.id ?? null),
      };
      await db.meta.put({ key: NOTES, value });
    });
}

async function notesRead(db: Database): Promise<NotesRead> {
  const read = (await db.meta.get(NOTES))?.value as NotesRead | undefined;
  return read?.version === NOTE_WORDS ? read : { version: NOTE_WORDS, after: '' };
}
