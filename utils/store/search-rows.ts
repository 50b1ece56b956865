import type { Table } from 'dexie';
import type { Database } from './database';
import { sealerOf } from './lock/sealed-tables';
import { TOLD_APART } from './lock/tokens';
import type { StoredContact, StoredCustomer } from './stored';

/** What a search reads: customers and contacts alike. */
export type Row = StoredCustomer | StoredContact;
/** The tables that a search asks. */
export type Asked = Database['customers' | 'contacts'];

/** Rows read for one beginning before they are ranked: the more, the later the answer (a row costs a twentieth of a ms). */
const MAX_BEGIN = 40;

/** Rows a term of which begins so, at most {@link MAX_BEGIN} a table and text; those with an equal term come first. */
export function beginning(db: Database, texts: readonly string[]): Promise<Row[]> {
  const pages = [db.customers, db.contacts].flatMap((table) =>
    texts.flatMap((text) => [
      page(table, text, MAX_BEGIN),
      // Sealed, long texts that begin alike do not stand in their order: an equal one is asked for by itself.
      ...(text.length > TOLD_APART && sealerOf(db) ? [whole(table, text)] : []),
    ]),
  );
  // by `then`: an await here would lead out of Dexie's transaction (4.4, 2026-11)
  return Promise.all(pages).then((rows) => once(rows.flat()));
}

const terms = (table: Asked) => (table as Table<Row, string>).where('terms');

const whole = (table: Asked, text: string): PromiseLike<Row[]> =>
  terms(table).equals(text.slice(0, 40)).limit(MAX_BEGIN).toArray();

/** Whole rows, though one may come by several terms: to ask for each by its key is a trip to the browser process each. */
export const page = (table: Asked, text: string, most: number): PromiseLike<Row[]> =>
  terms(table).startsWith(text.slice(0, 40)).limit(most).toArray();

/** Whose each row is: a customer is their own. */
export async function owners(
  db: Database,
  rows: readonly Row[],
): Promise<(row: Row) => StoredCustomer | undefined> {
  const ids = rows.flatMap((row) => ('customerId' in row ? [row.customerId] : []));
  const byId = new Map((await db.customers.bulkGet([...new Set(ids)])).map((row) => [row?.id, row]));
  return (row) => ('customerId' in row ? byId.get(row.customerId) : row);
}

/** Each row once. */
export const once = (rows: readonly Row[]): Row[] => [...new Map(rows.map((row) => [row.id, row])).values()];
