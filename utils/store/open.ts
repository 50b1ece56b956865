import { newId } from '../id';
import { type Database, makeDatabase } from './database';
import { StoreBlocked, StoreLocked } from './errors';
import { LEAN } from './lean-rows';
import { baseOf, type KeySource, lockOf } from './lock/gate';
import { FENCE, SEAL_CHECK } from './lock/marks';
import { sealTables } from './lock/sealed-tables';
import { SealBroken } from './lock/sealer';
import { LEDGER_PACKING } from './packed-ledgers';
import { packRows } from './packed-rows';
import { quieten } from './quiet';
import { beginBook } from './risk-book';
import { logRisks } from './risk-log';
import { SCHEMA_VERSION } from './schema';
import { packStretches } from './stretches';
import { type Turned, turnLogOnce } from './turn-log';

/** Dexie numbers versions in tenths: 1 is 10 in IndexedDB. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;
/** How long an open page of an older version is waited for before the user is told. */
const BLOCKED_MS = 3_000;

export interface Opened {
  db: Database;
  readOnly: boolean;
  databaseId: string;
}

const noKey: KeySource = () => Promise.resolve(null);

/**
 * `quiet`: see {@link quieten}. `key`: asked for the data key where there is a lock; without it a locked one throws StoreLocked. `turned`: see
 * {@link turnLogOnce}; whoever may be the first to write after the browser's start says it.
 */
export interface OpenOptions {
  name: string;
  quiet?: boolean;
  key?: KeySource;
  turned?: Turned;
}

/**
 * Opens (or makes) the database, the sealed one where there is a lock. One of a newer version is opened as it is, read-only: Dexie itself would
 * patch its schema to ours (4.x, 2026-11), so the version is asked first.
 */
export async function openDatabase({
  name,
  quiet = false,
  key = noKey,
  turned,
}: OpenOptions): Promise<Opened> {
  if (turned) await turnLogOnce(name, turned);
  const base = await baseOf(name, key);
  const readOnly = base.version > NATIVE_VERSION;
  const db = makeDatabase(base.name, readOnly);
  packRows(db, { ledgers: LEDGER_PACKING, ...LEAN });
  packStretches(db);
  if (base.sealer) sealTables(db, base.sealer);
  if (!readOnly) logRisks(db);
  if (quiet) quieten(db);
  await notBlocked(db);
  if (readOnly) for (const table of db.tables) Object.assign(db, { [table.name]: table });
  try {
    return { db, readOnly, databaseId: await identify(db, name, readOnly) };
  } catch (error) {
    db.close();
    throw error;
  }
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

/** The database's own id. @throws StoreLocked where its rows are being moved, or the key is another's. */
async function identify(db: Database, name: string, readOnly: boolean): Promise<string> {
  const [known, fence] = await db
    .table('meta')
    .bulkGet(['databaseId', FENCE, SEAL_CHECK])
    .catch((error: unknown) => {
      if (brokenSeal(error)) throw new StoreLocked('', null);
      throw error;
    });
  if (fence) await checkFence(db, name);
  if (known) return String(known.value);
  if (readOnly) return '';
  return db.transaction('rw', db.meta, db.customers, db.derived, async () => {
    const made = await db.meta.get('databaseId'); // two pages may open a new database at once
    if (made) return String(made.value);
    const value = newId();
    await db.meta.put({ key: 'databaseId', value });
    if ((await db.customers.count()) === 0) await beginBook(db);
    return value;
  });
}

/** A fence stands only as long as the lock's record says that rows are moving; one without it is a leftover. */
async function checkFence(db: Database, name: string): Promise<void> {
  const lock = await lockOf(name);
  if (lock?.moving) throw new StoreLocked(lock.databaseId, lock.moving);
  await db.table('meta').delete(FENCE);
}

/** Dexie wraps what is thrown beneath it. */
const brokenSeal = (error: unknown): boolean =>
  error instanceof SealBroken || (error as { inner?: unknown }).inner instanceof SealBroken;
