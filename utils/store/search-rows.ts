import type { Table } from 'dexie';
import type { TermHint } from '../customer/term-blocks';
import type { Database } from './database';
import { sealerOf } from './lock/sealed-tables';
import { TOLD_APART } from './lock/tokens';
import type { Found, FoundTable, StoredCustomer, TermRun } from './stored';
import { type BlocksRead, hints } from './term-hints';
import { termsOf } from './term-runs';

/** Where a search looks: the index of terms, and the runs of what imports brought. */
export interface Sought {
  db: Database;
  runs: readonly TermRun[];
  /** Blocks of runs that this search has read: a slip of the keyboard is sought by many beginnings that stand close together. */
  read: BlocksRead;
}
/** The tables that a search asks: customers and contacts alike. */
export const ASKED = ['customers', 'contacts'] as const;

/** Rows read for one beginning before they are ranked: the more, the later the answer (a row costs a twentieth of a ms). */
const MAX_BEGIN = 40;
/** Lines of runs looked at for one beginning: some rows may have other terms by now, or be gone. */
const MAX_LINES = 200;

/** Rows a term of which begins so, at most {@link MAX_BEGIN} a table and text, and of a table's runs; those with an equal term come first. */
export function beginning(sought: Sought, texts: readonly string[]): Promise<Found[]> {
  const { db } = sought;
  const pages = ASKED.flatMap((table) => [
    ...texts.flatMap((text) => [
      page(db, table, text, MAX_BEGIN),
      // Sealed, long texts that begin alike do not stand in their order: an equal one is asked for by itself.
      ...(text.length > TOLD_APART && sealerOf(db) ? [whole(db, table, text)] : []),
    ]),
    filed(sought, table, texts),
  ]);
  // by `then`: an await here would lead out of Dexie's transaction (4.4, 2026-11)
  return Promise.all(pages).then((rows) => once(rows.flat()));
}

/** The longest beginning that terms are sought by: as long as they are. */
const asSought = (text: string): string => text.slice(0, 40);
const tableOf = (db: Database, table: FoundTable) => db.table(table) as Table<Found, string>;

const whole = (db: Database, table: FoundTable, text: string): PromiseLike<Found[]> =>
  tableOf(db, table).where('terms').equals(asSought(text)).limit(MAX_BEGIN).toArray();

/** Whole rows, though one may come by several terms: to ask for each by its key is a trip to the browser process each. */
export const page = (db: Database, table: FoundTable, text: string, most: number): PromiseLike<Found[]> =>
  tableOf(db, table).where('terms').startsWith(asSought(text)).limit(most).toArray();

/** What the runs hold that begins so. */
export const filedHints = (
  sought: Sought,
  table: FoundTable,
  text: string,
  most: number,
): PromiseLike<TermHint[]> => hints(sought, table, asSought(text), most);

function filed(sought: Sought, table: FoundTable, texts: readonly string[]): PromiseLike<Found[]> {
  const starts = texts.map(asSought);
  const isRight = (row: Found) => termsOf(row).some((term) => starts.some((start) => term.startsWith(start)));
  const isEqual = ({ term }: TermHint) => starts.includes(term);
  return Promise.all(starts.map((start) => filedHints(sought, table, start, MAX_LINES))).then((lists) => {
    const all = lists.flat();
    const equalFirst = [...all.filter(isEqual), ...all.filter((hint) => !isEqual(hint))];
    return rowsOf(sought.db, table, equalFirst, MAX_BEGIN, isRight);
  });
}

/** The first rows of hints that are still there and right; read as many as are wanted at a time. */
export function rowsOf(
  db: Database,
  table: FoundTable,
  all: readonly TermHint[],
  most: number,
  isRight: (row: Found) => boolean,
): PromiseLike<Found[]> {
  const ids = [...new Set(all.map(({ id }) => id))];
  const read = (from: number, wanted: number): PromiseLike<Found[]> =>
    tableOf(db, table)
      .bulkGet(ids.slice(from, from + wanted))
      .then((rows) => {
        const right = rows.filter(
          (row) => row?.filed !== undefined && row.deletedAt === null && isRight(row),
        );
        const found = right as Found[];
        if (from + wanted >= ids.length || found.length === wanted) return found;
        return read(from + wanted, wanted - found.length).then((more) => [...found, ...more]);
      });
  return ids.length > 0 ? read(0, most) : Promise.resolve([]);
}

/** Whose each row is: a customer is their own. */
export async function owners(
  db: Database,
  rows: readonly Found[],
): Promise<(row: Found) => StoredCustomer | undefined> {
  const ids = rows.flatMap((row) => ('customerId' in row ? [row.customerId] : []));
  const byId = new Map((await db.customers.bulkGet([...new Set(ids)])).map((row) => [row?.id, row]));
  return (row) => ('customerId' in row ? byId.get(row.customerId) : row);
}

/** Each row once. */
export const once = (rows: readonly Found[]): Found[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
