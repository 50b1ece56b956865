import { newId } from '../id';
import { type Database, makeDatabase } from './database';
import { StoreBlocked } from './errors';
import { packLedgers } from './packed-ledgers';
import { quieten } from './quiet';
import { SCHEMA_VERSION } from './schema';

/** Dexie numbers versions in tenths: 1 is 10 in IndexedDB. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;
/** How long an open page of an older version is waited for before the user is told. */
const BLOCKED_MS = 3_000;

export interface Opened {
  db: Database;
  readOnly: boolean;
  databaseId: string;
}

/**
 * Opens (or makes) the database. One of a newer version is opened as it is, read-only: Dexie itself would patch its
 * schema to ours (4.x, 2026-11), so the version is asked first. `quiet`: see {@link quieten}.
 */
export async function openDatabase(name: string, quiet = false): Promise<Opened> {
  const readOnly = (await installedVersion(name)) > NATIVE_VERSION;
  const db = makeDatabase(name, readOnly);
  packLedgers(db);
  if (quiet) quieten(db);
  await notBlocked(db);
  if (readOnly) for (const table of db.tables) Object.assign(db, { [table.name]: table });
  return { db, readOnly, databaseId: await databaseId(db, readOnly) };
}

async function installedVersion(name: string): Promise<number> {
  const all = await indexedDB.databases();
  return all.find((one) => one.name === name)?.version ?? 0;
}

function notBlocked(db: Database): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    db.on('blocked', () => {
      timer = setTimeout(() => {
        db.close();
        reject(new StoreBlocked('an older version of Margin is open in another page'));
      }, BLOCKED_MS);
    });
  });
  return Promise.race([db.open(), blocked]).finally(() => clearTimeout(timer));
}

async function databaseId(db: Database, readOnly: boolean): Promise<string> {
  const known = await db.table('meta').get('databaseId');
  if (known) return String(known.value);
  if (readOnly) return '';
  return db.transaction('rw', db.meta, async () => {
    const made = await db.meta.get('databaseId'); // two pages may open a new database at once
    const value = made ? String(made.value) : newId();
    if (!made) await db.meta.put({ key: 'databaseId', value });
    return value;
  });
}
