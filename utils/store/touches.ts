import type { Table } from 'dexie';
import type { TableName } from './types';

/**
 * Which rows were written, in the order of the commits and in the same transaction. What is derived outside of it
 * (the index of names, duplicates) keeps the number up to which it has read and goes on from there: nothing is
 * missed, whichever page wrote it and whoever was killed meanwhile.
 */
export interface Touch {
  seq?: number;
  customers: string[];
  contacts: string[];
}

/** Notes that these rows were written, removed or brought back. Call it in the transaction that does so. */
export async function touch(
  db: { touches: Table<Touch, number> },
  rows: ReadonlyArray<{ table: TableName; id: string }>,
): Promise<void> {
  const of = (name: TableName) => rows.flatMap(({ table, id }) => (table === name ? [id] : []));
  const noted: Touch = { customers: of('customers'), contacts: of('contacts') };
  if (noted.customers.length + noted.contacts.length > 0) await db.touches.add(noted);
}

/** The number of the newest touch; 0 where there is none. */
export async function lastTouch(db: { touches: Table<Touch, number> }): Promise<number> {
  return (await db.touches.orderBy(':id').last())?.seq ?? 0;
}
