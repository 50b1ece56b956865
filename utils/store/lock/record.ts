import Dexie, { type Table } from 'dexie';
import { LockRecord } from './keys';

/** The record of a lock has a small database of its own, beside the one that it locks: it is read before anything else can be. */
export const lockName = (name: string): string => `${name}-lock`;
export const sealedName = (name: string): string => `${name}-sealed`;
const KEY = 'lock';

async function within<T>(
  name: string,
  work: (rows: Table<{ key: string; value: unknown }, string>) => Promise<T>,
): Promise<T> {
  const db = new Dexie(lockName(name));
  db.version(1).stores({ lock: 'key' });
  try {
    return await work(db.table('lock'));
  } finally {
    db.close();
  }
}

/** The lock of a database; null where there is none. `there`: the names of the databases that exist, so that none is made by looking. */
export async function readLock(name: string, there: ReadonlyMap<string, number>): Promise<LockRecord | null> {
  if (!there.has(lockName(name))) return null;
  const row = await within(name, (rows) => rows.get(KEY));
  return row ? LockRecord.parse(row.value) : null;
}

export const writeLock = (name: string, value: LockRecord): Promise<unknown> =>
  within(name, (rows) => rows.put({ key: KEY, value }));

/** Removes the lock. */
export const dropLock = (name: string): Promise<void> => Dexie.delete(lockName(name));

/** Names and native versions of the databases that there are. */
export async function databases(): Promise<Map<string, number>> {
  const all = await indexedDB.databases();
  return new Map(all.map((one) => [one.name ?? '', one.version ?? 0]));
}
