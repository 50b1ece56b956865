import type { Table } from 'dexie';
import { sealableMeta } from '../backup/state';
import { breath } from '../breath';
import { type Database, makeDatabase } from '../database';
import { StoreBlocked } from '../errors';
import { INDEXES } from '../schema';
import type { MetaRow } from '../stored';
import type { LockRecord } from './keys';
import { FENCE, MARK, SEAL_CHECK } from './marks';
import { dropLock, sealedName, writeLock } from './record';
import { sealTables } from './sealed-tables';
import { Sealer } from './sealer';
import { wipe } from './wipe';

/**
 * A lock goes on, or off for good, by copying: every row into the other database, slice by slice, each slice with how far it came in one
 * transaction. Until the last row is there the first database is whole and untouched, so a kill, a full disk or a change of mind costs
 * nothing; what was begun goes on where it was. Meanwhile nobody else may use either.
 */

const SLICE = 250;
/** A part of a backup or of an index may be large: fewer are held at once. */
const LARGE_SLICE = 4;
const LARGE: ReadonlySet<string> = new Set(['staged', 'derived', 'importFiles', 'inbox', 'importRejects']);
/** How long open pages are waited for before the user is told. */
const BLOCKED_MS = 3_000;
const TABLES = Object.keys(INDEXES);
/** Rows of `meta` that are this copying's own. */
const OWN: ReadonlySet<string> = new Set([FENCE, MARK, SEAL_CHECK]);

export interface MoveOptions {
  /** Rows so far and in all. */
  onProgress?: (done: number, total: number) => void;
  /** Leaves off: what was begun goes on at the next call. */
  signal?: AbortSignal;
}

interface Mark {
  table: string;
  after: unknown;
  done: number;
}

function raw(name: string, sealer: Sealer | null): Database {
  const db = makeDatabase(name, false);
  if (sealer) sealTables(db, sealer);
  return db;
}

/**
 * Carries a move to its end: `record.moving` says which way. Returns the record as it is then; null where the lock is gone.
 * @throws StoreBlocked where another page does not let go
 */
export async function move(
  name: string,
  record: LockRecord,
  dataKey: Uint8Array,
  options: MoveOptions = {},
): Promise<LockRecord | null> {
  const on = record.moving === 'on';
  const sealer = new Sealer(dataKey);
  const [from, to] = on ? [name, sealedName(name)] : [sealedName(name), name];
  await fence(from, record.moving ?? 'on');
  const source = raw(from, on ? null : sealer);
  const target = raw(to, on ? sealer : null);
  try {
    await Promise.all([source.open(), target.open()]);
    await copyAll(source, target, options);
    await compare(source, target);
    await target.transaction('rw', target.meta, async () => {
      if (on) await target.meta.put({ key: SEAL_CHECK, value: true });
      await target.meta.delete(MARK);
    });
  } finally {
    source.close();
    target.close();
  }
  const ended: LockRecord = { ...record, sealed: on, moving: null };
  if (on) await writeLock(name, ended);
  else await dropLock(name);
  await wipe(from);
  return on ? ended : null;
}

/** Gives a move up: the first database is used again as it was, the copy is thrown away. */
export async function giveUp(name: string, record: LockRecord): Promise<void> {
  const on = record.moving === 'on';
  const [from, to] = on ? [name, sealedName(name)] : [sealedName(name), name];
  await wipe(to);
  const source = makeDatabase(from, false);
  await source.open();
  await source.meta.delete(FENCE);
  source.close();
  if (on) await dropLock(name);
  else await writeLock(name, { ...record, moving: null });
}

/** Keeps everybody else out: who opens the database from now on is told, and who has it open loses it. */
async function fence(name: string, way: 'on' | 'off'): Promise<void> {
  const db = makeDatabase(name, false);
  await db.open();
  await db.meta.put({ key: FENCE, value: way });
  db.close();
  await letGo(name);
}

/**
 * Asks for an upgrade, for which the browser has every other connection closed, and breaks it off: the database stays as it was.
 * Writes that were under way end first.
 */
function letGo(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 2 ** 31);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let late = false;
    request.onblocked = () => {
      timer = setTimeout(() => {
        late = true;
        reject(new StoreBlocked('Margin is open in another page that does not let go'));
      }, BLOCKED_MS);
    };
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => request.result.close();
    request.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      if (!late) resolve();
    };
  });
}

async function copyAll(
  source: Database,
  target: Database,
  { onProgress, signal }: MoveOptions,
): Promise<void> {
  const total = await rowsIn(source);
  const known = (await target.meta.get(MARK))?.value as Mark | undefined;
  let mark: Mark = known ?? { table: TABLES[0] ?? '', after: null, done: 0 };
  for (const name of TABLES.slice(Math.max(0, TABLES.indexOf(mark.table)))) {
    if (name !== mark.table) mark = { ...mark, table: name, after: null };
    for (;;) {
      signal?.throwIfAborted();
      const size = LARGE.has(name) ? LARGE_SLICE : SLICE;
      const rows = await sliceOf(source.table(name), mark.after, size);
      mark = await putSlice(target, mark, rows);
      onProgress?.(mark.done, total);
      await breath();
      if (rows.length < size) break;
    }
  }
}

async function rowsIn(db: Database): Promise<number> {
  const counts = await Promise.all(TABLES.map((name) => db.table(name).count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function sliceOf(table: Table, after: unknown, size: number): Promise<object[]> {
  const page = after === null ? table.orderBy(':id') : table.where(':id').above(after);
  return page.limit(size).toArray();
}

/** Writes a slice, and with it how far the copy came. */
async function putSlice(target: Database, mark: Mark, rows: object[]): Promise<Mark> {
  const table = target.table(mark.table);
  const path = [table.schema.primKey.keyPath ?? []].flat();
  const last = rows.at(-1) as Record<string, unknown> | undefined;
  const key = path.map((field) => last?.[field]);
  const after = last ? (key.length > 1 ? key : key[0]) : mark.after;
  const next: Mark = { ...mark, after, done: mark.done + rows.length };
  const values = await Promise.all(rows.map((row) => asKept(mark.table, row)));
  await target.transaction('rw', [table, target.meta], async (tx) => {
    await tx.table(mark.table).bulkPut(values.flat());
    await tx.table('meta').put({ key: MARK, value: next });
  });
  return next;
}

/** A row as the copy can hold it: files and folders are the browser's own kinds. */
async function asKept(table: string, row: object): Promise<object[]> {
  if (table === 'meta') return OWN.has((row as MetaRow).key) ? [] : sealableMeta(row as MetaRow);
  if (table !== 'importFiles') return [row];
  const { file } = row as { file: Blob | Uint8Array };
  return [{ ...row, file: file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file }];
}

/** A copy that lacks a row is none. */
async function compare(source: Database, target: Database): Promise<void> {
  for (const name of TABLES) {
    if (name === 'meta') continue; // has rows of its own on either side
    const [wanted, there] = await Promise.all([source.table(name).count(), target.table(name).count()]);
    if (wanted !== there) throw new Error(`${name}: ${there} of ${wanted} rows were copied`);
  }
}
