import type { Table } from 'dexie';
import type { Database } from './database';
import { storedContact, storedCustomer, storedInteraction, toContact, toCustomer } from './derive';
import { DERIVATION, type StoredContact, type StoredCustomer, type StoredInteraction } from './stored';

/** Rows a transaction; each leaves the database whole, so that a killed worker goes on where it stopped. */
const BATCH = 500;
/** Which derivation the words of notes have: they carry no number of it. */
const NOTE_WORDS = 1;

/**
 * Renews the keys and terms of rows that an older version derived. How far that is, is kept beside the tables: an index of the rows' own
 * numbers would have to be written with every row, for what happens with an update. Resolves with how many customers and contacts were renewed.
 */
export async function renewDerived(db: Database): Promise<number> {
  const customers = { table: db.customers, place: 'renewed:customers', version: DERIVATION };
  const contacts = { table: db.contacts, place: 'renewed:contacts', version: DERIVATION };
  const notes = { table: db.interactions, place: 'noteWords', version: NOTE_WORDS };
  const found = (await renew(db, customers, renewCustomers)) + (await renew(db, contacts, renewContacts));
  await renew(db, notes, renewNotes);
  return found;
}

interface Renewing<R> {
  table: Table<R, string>;
  /** The key in `meta` under which it stands how far this is. */
  place: string;
  version: number;
}
interface Place {
  version: number;
  /** The last id that was read; null: all were. */
  after: string | null;
}

/** `renewed`: of the rows read those that are to be put anew. */
async function renew<R extends { id: string }>(
  db: Database,
  what: Renewing<R>,
  renewed: (db: Database, rows: R[]) => R[] | Promise<R[]>,
): Promise<number> {
  const { table, place, version } = what;
  let done = 0;
  // Looked at first without a lock: there is hardly ever anything, and a writer makes every reader wait.
  while ((await placeOf(db, what)) !== null)
    await db.transaction('rw', [table, db.customers, db.reminders, db.insights, db.meta], async () => {
      const after = await placeOf(db, what);
      if (after === null) return; // another page went on with it
      const rows = await table.where(':id').above(after).limit(BATCH).toArray();
      const changed = await renewed(db, rows);
      await table.bulkPut(changed);
      done += changed.length;
      const value: Place = { version, after: rows.length < BATCH ? null : (rows.at(-1)?.id ?? null) };
      await db.meta.put({ key: place, value });
    });
  return done;
}

async function placeOf<R>(db: Database, { place, version }: Renewing<R>): Promise<string | null> {
  const kept = (await db.meta.get(place))?.value as Place | undefined;
  return kept?.version === version ? kept.after : '';
}

const isOld = ({ dv }: { dv: number }): boolean => dv < DERIVATION;

async function renewCustomers(db: Database, all: StoredCustomer[]): Promise<StoredCustomer[]> {
  const rows = all.filter(isOld);
  if (rows.length === 0) return [];
  const open = await db.reminders
    .where('openFor')
    .anyOf(rows.map((row) => row.id))
    .toArray();
  const reminded = new Set(open.map((row) => row.customerId));
  const insights = await db.insights.bulkGet(rows.map((row) => row.id));
  return rows.map((row, i) => storedCustomer(toCustomer(row), reminded.has(row.id), insights[i]?.rankedTier));
}

async function renewContacts(db: Database, all: StoredContact[]): Promise<StoredContact[]> {
  const rows = all.filter(isOld);
  if (rows.length === 0) return [];
  const owners = await db.customers.bulkGet(rows.map((row) => row.customerId));
  return rows.map((row, index) => storedContact(toContact(row), owners[index]?.country ?? ''));
}

const renewNotes = (_: Database, rows: StoredInteraction[]): StoredInteraction[] =>
  rows.filter((row) => row.deletedAt === null).map(storedInteraction);
