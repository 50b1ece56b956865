import { newId } from '../id';
import { boughtPiece, ownPiece, type Pieces, scoredPiece } from '../retention/risk-pieces';
import { breath } from './breath';
import type { Database, Tables } from './database';
import { BUCKETS, bucketOf } from './risk-buckets';
import { isPiece, PIECES } from './risk-log';
import type { RiskLogRow } from './stored';

/**
 * What the risks of all customers are made of, packed, beside the rows themselves: a hundred thousand are read in a tenth of the time.
 * What it does not hold yet stands in the log (risk-log.ts). Where there is none, it is made from the rows.
 */
export interface Book {
  /** Which writing of the book this is: another has another. */
  made: string;
  /** The newest note of the log that it holds. */
  seq: number;
  /** Of each bucket (risk-buckets.ts) its customers. */
  buckets: Array<Map<string, Pieces>>;
  /** Buckets that are not as they are stored. */
  changed: Set<number>;
}

const KEY = 'risk-facts';
/** `whole: false`: it is being made from the rows. */
interface Marker {
  key: typeof KEY;
  made: string;
  whole: boolean;
}
interface Packed {
  key: string;
  /** JSON of [id, pieces] …: a copy of so many small arrays takes five times as long to store and to read. */
  packed: string;
}
const keyOf = (bucket: number): string => `${KEY}:${String(bucket).padStart(3, '0')}`;
/** Buckets between two breaths. */
const AT_ONCE = 32;
/** Customers read at once where the book is made from the rows. */
const SLICE = 1_000;

type Derived = Pick<Tables, 'derived'>;
const markerOf = async (db: Derived) => (await db.derived.get(KEY)) as Marker | undefined;
async function mark(db: Derived, whole: boolean): Promise<string> {
  const marker: Marker = { key: KEY, made: newId(), whole };
  await db.derived.put(marker);
  return marker.made;
}

/** The book of a database without customers is empty, and whole: the log has it all from here on. */
export async function beginBook(db: Derived): Promise<void> {
  await mark(db, true);
}

/** The pieces of all customers as they are now. */
export async function readBook(db: Database, signal?: AbortSignal): Promise<Book> {
  for (;;) {
    const made = (await markerOf(db))?.whole ? null : await fromRows(db, signal);
    const [marker, packed, notes] = await db.transaction('r', db.derived, db.riskLog, () =>
      Promise.all([
        markerOf(db),
        made ? [] : db.derived.where('key').startsWith(`${KEY}:`).toArray(),
        db.riskLog.toArray(),
      ]),
    );
    const book = made ?? (marker?.whole ? await restored(marker.made, packed as Packed[]) : null);
    if (!book) continue; // it was thrown away just now: the rows are read
    for (const note of notes) apply(book, note);
    return book;
  }
}

const empty = (made: string): Book => ({
  ...{ made, seq: 0, changed: new Set<number>() },
  buckets: Array.from({ length: BUCKETS }, () => new Map<string, Pieces>()),
});

async function restored(made: string, rows: readonly Packed[]): Promise<Book> {
  const book = empty(made);
  for (const [at, { key, packed }] of rows.entries()) {
    book.buckets[Number(key.slice(KEY.length + 1))] = new Map(JSON.parse(packed) as Array<[string, Pieces]>);
    if (at % AT_ONCE === AT_ONCE - 1) await breath();
  }
  return book;
}

/** Read slice by slice while others write: what they write meanwhile stands in the log, and the log has the last word. */
async function fromRows(db: Database, signal?: AbortSignal): Promise<Book> {
  const book = empty(await mark(db, false));
  for (let after = ''; ; ) {
    signal?.throwIfAborted();
    const rows = await db.customers.where('id').above(after).limit(SLICE).toArray();
    const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
    if (first === undefined || last === undefined) break;
    const [summaries, insights] = await Promise.all([
      db.summaries.where('id').between(first, last, true, true).toArray(),
      db.insights.where('id').between(first, last, true, true).toArray(),
    ]);
    for (const row of rows) set(book, row.id, 0, ownPiece(row));
    for (const row of summaries) set(book, row.id, 1, boughtPiece(row));
    for (const row of insights) set(book, row.id, 2, scoredPiece(row));
    after = last;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) book.changed.add(bucket); // older ones may lie there
  return book;
}

function set<P extends 0 | 1 | 2>(book: Book, id: string, place: P, piece: Pieces[P]): void {
  const at = bucketOf(id);
  const bucket = book.buckets[at];
  const pieces: Pieces = bucket?.get(id) ?? [null, null, null];
  pieces[place] = piece;
  if (pieces[0] || pieces[1] || pieces[2]) bucket?.set(id, pieces);
  else bucket?.delete(id);
  book.changed.add(at);
}

function apply(book: Book, { seq = 0, table, rows, gone }: RiskLogRow): void {
  book.seq = Math.max(book.seq, seq);
  if (!isPiece(table)) return;
  const place = PIECES[table];
  if (gone)
    for (const bucket of book.buckets)
      for (const id of [...bucket.keys()]) if (within(id, gone)) set(book, id, place, null);
  for (const [id, piece] of JSON.parse(rows) as Array<[string, never]>) set(book, id, place, piece);
}

const within = (
  id: string,
  { lower, upper, lowerOpen, upperOpen }: NonNullable<RiskLogRow['gone']>,
): boolean =>
  (lower === null || (lowerOpen ? id > lower : id >= lower)) &&
  (upper === null || (upperOpen ? id < upper : id <= upper));

/** Puts the book by and forgets what it holds of the log, in the running transaction. False, and nothing written, where it is not the latest any more. */
export async function putBook(db: Pick<Tables, 'derived' | 'riskLog'>, book: Book): Promise<boolean> {
  const marker = await markerOf(db);
  if (marker?.made !== book.made) return false;
  await db.riskLog.where(':id').belowOrEqual(book.seq).delete();
  if (book.changed.size === 0) return true;
  await mark(db, true);
  const rows: Packed[] = [...book.changed].map((bucket) => ({
    key: keyOf(bucket),
    packed: JSON.stringify([...(book.buckets[bucket] ?? [])]),
  }));
  await db.derived.bulkPut(rows);
  return true;
}

/** Whose rows were written after the book was read. In the running transaction. */
export async function changedSince(db: Pick<Tables, 'riskLog'>, { seq }: Book): Promise<Set<string>> {
  const notes = await db.riskLog.where(':id').above(seq).toArray();
  return new Set(
    notes.flatMap(({ rows }) => (JSON.parse(rows) as Array<[string, unknown]>).map(([id]) => id)),
  );
}
