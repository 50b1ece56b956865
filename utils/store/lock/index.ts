import { lockOf } from './gate';
import {
  asPassphrase,
  type Bytes,
  type LockRecord,
  newDataKey,
  newRecoveryCode,
  openLock,
  ROUNDS,
  wrap,
} from './keys';
import { giveUp, type MoveOptions, move } from './move';
import { databases, dropLock, sealedName, writeLock } from './record';
import { wipe } from './wipe';

/**
 * The lock of a database, for whoever asks for the passphrase. Data keys are bytes; where they are kept meanwhile is not known here.
 */
export { coverOf } from './cover';
export { lockOf } from './gate';
export { type Bytes, type LockRecord, SHORTEST_PASSPHRASE, WrongSecret } from './keys';
export type { MoveOptions } from './move';

const NAME = 'margin';

/** A lock that is not put on yet: its recovery code is shown first. */
export interface NewLock {
  record: LockRecord;
  dataKey: Bytes;
  /** Shown once, kept nowhere. */
  recoveryCode: string;
}

export async function newLock(
  databaseId: string,
  passphrase: string,
  now: number,
  rounds = ROUNDS,
): Promise<NewLock> {
  const [dataKey, recoveryCode] = [newDataKey(), newRecoveryCode()];
  const [byPassphrase, byCode] = await Promise.all([
    wrap(dataKey, asPassphrase(passphrase), databaseId, rounds),
    wrap(dataKey, recoveryCode.replaceAll('-', ''), databaseId, rounds),
  ]);
  const record: LockRecord = {
    ...{ version: 1, databaseId, sealed: false, moving: 'on', since: now },
    ...{ passphrase: byPassphrase, recovery: byCode },
  };
  return { record, dataKey, recoveryCode };
}

/** Puts the lock on and seals every row; see move.ts. From its first step on the database is locked for everybody without the key. */
export async function turnOn(
  { record, dataKey }: NewLock,
  options?: MoveOptions,
  name = NAME,
): Promise<void> {
  if (await lockOf(name)) throw new Error('there is a lock already');
  await writeLock(name, record);
  await move(name, record, dataKey, options);
}

/** Takes the lock off: every row lies open again. */
export async function turnOff(dataKey: Uint8Array, options?: MoveOptions, name = NAME): Promise<void> {
  const record = await theLock(name);
  if (record.moving === 'on') throw new Error('the lock is being put on');
  const moving: LockRecord = { ...record, moving: 'off' };
  await writeLock(name, moving);
  await move(name, moving, dataKey, options);
}

/** Goes on with what was begun, if anything was. */
export async function carryOn(dataKey: Uint8Array, options?: MoveOptions, name = NAME): Promise<void> {
  const record = await lockOf(name);
  if (record?.moving) await move(name, record, dataKey, options);
}

/** Gives up what was begun: all is as it was before. */
export async function callOff(name = NAME): Promise<void> {
  const record = await lockOf(name);
  if (record?.moving) await giveUp(name, record);
}

/** The data key for a passphrase or a recovery code. @throws WrongSecret */
export async function unlock(typed: string, name = NAME): Promise<Bytes> {
  return openLock(await theLock(name), typed);
}

/** Another passphrase; no row is touched. `typed`: the one until now, or the recovery code. @throws WrongSecret */
export async function changePassphrase(
  typed: string,
  next: string,
  name = NAME,
  rounds = ROUNDS,
): Promise<void> {
  const record = await theLock(name);
  const dataKey = await openLock(record, typed);
  const passphrase = await wrap(dataKey, asPassphrase(next), record.databaseId, rounds);
  await writeLock(name, { ...record, passphrase });
}

/** A new recovery code; the one before no longer opens anything. @throws WrongSecret */
export async function changeRecoveryCode(typed: string, name = NAME, rounds = ROUNDS): Promise<string> {
  const record = await theLock(name);
  const dataKey = await openLock(record, typed);
  const code = newRecoveryCode();
  const recovery = await wrap(dataKey, code.replaceAll('-', ''), record.databaseId, rounds);
  await writeLock(name, { ...record, recovery });
  return code;
}

/** Throws everything away, the lock as well: what is left to who has lost passphrase and code. */
export async function eraseAll(name = NAME): Promise<void> {
  const there = await databases();
  for (const one of [sealedName(name), name]) if (there.has(one)) await wipe(one);
  await dropLock(name);
}

async function theLock(name: string): Promise<LockRecord> {
  const record = await lockOf(name);
  if (!record) throw new Error('there is no lock');
  return record;
}
