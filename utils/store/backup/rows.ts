import * as z from 'zod/mini';
import { EpochMs } from '../../customer/model';
import { Id } from '../../id';
import { checked, toRow } from '../rows';
import { SPECS, TABLES } from '../schema';
import type { StoredRows } from '../stored';
import type { Rows, TableName } from '../types';
import { BackupProblem } from './problem';
import { isKeptSide, isPeoples } from './tables';

/** Rows between the database and the file. */

/** Made again from the row when it is read. */
const REMADE_FIELDS = new Set(['keys', 'terms']);

/** A stored row as the file has it. */
export function toFile(table: string, stored: object): object {
  if (!isPeoples(table)) return stored;
  const row = toRow(table, stored as StoredRows[typeof table]);
  return Object.fromEntries(Object.entries(row).filter(([field]) => !REMADE_FIELDS.has(field)));
}

const ids = z.array(z.string());
/** A line of the journal, as far as the history and the undo rely on it. */
const Line = z.looseObject({
  id: Id,
  at: EpochMs,
  what: z.string(),
  source: z.object({ kind: z.string(), url: z.string() }),
  customerIds: ids,
  rows: z.array(z.object({ table: z.enum(TABLES), id: z.string(), before: z.unknown(), after: z.unknown() })),
  bulkIds: z.partialRecord(z.enum(TABLES), ids),
  undoes: z.nullable(z.string()),
});

/** A row of the file that was found good. */
export type FileRow =
  | { [T in TableName]: { table: T; row: Rows[T]; side: false } }[TableName]
  | { table: string; row: Record<string, unknown>; side: true };

/** Checks a row of the file; null for a table that this version does not know. Throws BackupProblem 'corrupt'. */
export function fromFile(table: string, row: Record<string, unknown>): FileRow | null {
  if (isPeoples(table)) return { table, row: goodRow(table, row), side: false } as FileRow;
  if (!isKeptSide(table)) return null;
  if (table === 'journal' && !Line.safeParse(row).success) throw new BackupProblem('corrupt', 'journal');
  return { table, row, side: true };
}

function goodRow<T extends TableName>(table: T, row: Record<string, unknown>): Rows[T] {
  try {
    return checked(table, { ...SPECS[table].derived, ...row, id: String(row.id) });
  } catch (error) {
    throw new BackupProblem('corrupt', table, { cause: error });
  }
}
