import { StoreLocked } from '../errors';
import type { LockRecord } from './keys';
import { databases, readLock, sealedName } from './record';
import { Sealer } from './sealer';
import { wipe } from './wipe';

/** Asked for the data key where a database is locked; null: nobody has unlocked it. */
export type KeySource = () => Promise<Uint8Array | null>;

/** Which database holds the rows, its version (0: there is none yet), and what it is sealed with. */
export interface Base {
  name: string;
  version: number;
  sealer: Sealer | null;
}

/**
 * Where the rows of a database are, and what opens them. Where it was never locked nothing but the list of names is read.
 * @throws StoreLocked
 */
export async function baseOf(name: string, key: KeySource): Promise<Base> {
  const there = await databases();
  const lock = await readLock(name, there);
  const sealed = sealedName(name);
  // what a kill between the last two steps of a move left: the rows are whole in the other database
  const left = lock ? lock.sealed && !lock.moving && there.has(sealed) && name : there.has(name) && sealed;
  if (left && there.has(left)) void wipe(left).catch(() => undefined);
  if (!lock) return { name, version: there.get(name) ?? 0, sealer: null };
  if (lock.moving) throw new StoreLocked(lock.databaseId, lock.moving);
  if (!lock.sealed) return { name, version: there.get(name) ?? 0, sealer: null };
  const given = await key();
  if (!given) throw new StoreLocked(lock.databaseId, null);
  return { name: sealed, version: there.get(sealed) ?? 0, sealer: new Sealer(given) };
}

/** How a database stands: never locked, or its record. */
export async function lockOf(name = 'margin'): Promise<LockRecord | null> {
  return readLock(name, await databases());
}
