import type { Database } from '../database';
import { toRow } from '../rows';
import { TABLES } from '../schema';
import type { StoredRows } from '../stored';
import type { Rows, TableName } from '../types';
import { VERDICTS, type Verdict, verdict } from './compare';
import { erasedIds, isErased } from './erased';
import { openBackup, type ReadOptions } from './file-read';
import type { BackupHead } from './format';
import { type FileRow, fromFile } from './rows';

/** Of one table, how many rows the backup would add, change, and so on; `onlyHere`: rows that the backup does not have. */
export type TableCounts = Record<Verdict | 'onlyHere', number>;
export interface Preview {
  head: BackupHead;
  tables: Array<{ table: TableName; counts: TableCounts }>;
}

const BATCH = 500;

/** Rows of a file that were found good, a few hundred at a time; tables that this version does not know are left out. */
export async function* goodRows(
  rows: AsyncIterable<[string, Record<string, unknown>]>,
): AsyncGenerator<FileRow[]> {
  let batch: FileRow[] = [];
  for await (const [table, row] of rows) {
    const good = fromFile(table, row);
    if (good) batch.push(good);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The rows of one table in a batch. */
export const rowsOf = <T extends TableName>(batch: readonly FileRow[], table: T): Rows[T][] =>
  batch.flatMap((one) => (!one.side && one.table === table ? [one.row as Rows[T]] : []));

const none = (): TableCounts =>
  Object.fromEntries([...VERDICTS, 'onlyHere'].map((name) => [name, 0])) as TableCounts;

/** Reads the whole file and says what it would change here; changes nothing. Throws BackupProblem where it is no good. */
export async function compareFile(db: Database, file: Blob, options: ReadOptions): Promise<Preview> {
  const { head, rows } = await openBackup(file, options);
  const counts = Object.fromEntries(TABLES.map((table) => [table, none()])) as Record<TableName, TableCounts>;
  const both = Object.fromEntries(TABLES.map((table) => [table, 0])) as Record<TableName, number>;
  const erased = await erasedIds(db);
  for await (const batch of goodRows(rows))
    for (const table of TABLES) {
      const own = rowsOf(batch, table);
      if (own.length > 0) both[table] += await countBatch(db, table, own, counts[table], erased);
    }
  for (const table of TABLES) counts[table].onlyHere = (await liveCount(db, table)) - both[table];
  return { head, tables: TABLES.map((table) => ({ table, counts: counts[table] })) };
}

/** How many live rows here are in the backup too. */
async function countBatch<T extends TableName>(
  db: Database,
  table: T,
  rows: Rows[T][],
  counts: TableCounts,
  erased: ReadonlySet<string>,
): Promise<number> {
  const stored: Array<StoredRows[T] | undefined> = await db.table(table).bulkGet(rows.map(({ id }) => id));
  let both = 0;
  rows.forEach((row, i) => {
    const known = stored[i];
    if (known?.deletedAt === null) both += 1;
    if (isErased(table, row, erased)) counts.erased += 1;
    else if (row.deletedAt === null || known)
      counts[verdict(table, row, known ? toRow(table, known) : null)] += 1;
  });
  return both;
}

const liveCount = (db: Database, table: TableName): Promise<number> =>
  db
    .table(table)
    .filter((row: { deletedAt: number | null }) => row.deletedAt === null)
    .count();
