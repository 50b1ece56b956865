import { newId } from '../../id';
import { type Database, type Tables, writing } from '../database';
import type { Change, JournalEntry, Rows, TableName } from '../types';
import { Work } from '../work';
import { together, verdict } from './compare';
import { compareFile, goodRows, type Preview } from './compare-file';
import { erasedIds, isErased } from './erased';
import { openBackup, type ReadOptions } from './file-read';
import { lineWithout } from './journal-without';
import type { FileRow } from './rows';
import { keyOf } from './tables';

export interface Merged {
  /** What was found; done as said. */
  preview: Preview;
  /** The lines of the journal, each of which can be undone; in the order of their making. */
  changeIds: string[];
}

type Source = Change['source'];
/** A referrer who comes later in the file: named once all are here. */
type Late = Map<string, string>;

/**
 * Brings a backup and this database together, the newer of two rows winning. The file is read to its end first: one that is no good
 * changes nothing. Then some hundred rows a transaction, each a change of its own in the journal; done again after a kill
 * it does the rest, for what is here already is the same.
 */
export async function mergeFile(
  db: Database,
  file: Blob,
  options: ReadOptions,
  source: Source,
  now: number,
): Promise<Merged> {
  const preview = await compareFile(db, file, options);
  const { rows } = await openBackup(file, options);
  const changeIds: string[] = [];
  const late: Late = new Map();
  for await (const batch of goodRows(rows)) {
    const id = await writing(db, (tables) => mergeBatch(tables, batch, late, source, now));
    if (id) changeIds.push(id);
  }
  const id = await writing(db, (tables) => nameReferrers(tables, late, source, now));
  return { preview, changeIds: id ? [...changeIds, id] : changeIds };
}

async function mergeBatch(
  tables: Tables,
  batch: readonly FileRow[],
  late: Late,
  source: Source,
  now: number,
): Promise<string | null> {
  const erased = await erasedIds(tables);
  const work = new Work(tables, now);
  let touched = 0;
  for (const one of batch)
    if (one.side) await addSide(tables, one, erased);
    else if (!isErased(one.table, one.row, erased) && (await bring(work, one.table, one.row, late)))
      touched += 1;
  return touched > 0 ? finish(work, source) : null;
}

async function finish(work: Work, source: Source): Promise<string> {
  const id = newId();
  await work.checkOwners();
  await work.flush({ id, what: 'backup-merged', source, undoes: null });
  return id;
}

/** Puts one row of the backup into the change; false where there is nothing to do, or nobody whom it could hang on. */
async function bring<T extends TableName>(work: Work, table: T, row: Rows[T], late: Late): Promise<boolean> {
  const current = await work.get(table, row.id);
  const found = verdict(table, row, current);
  if (found === 'removed') {
    await work.remove(table, row.id);
    return true;
  }
  const next = together(table, row, current);
  if (found === 'kept' && next === current) return false;
  if (found === 'same') return false;
  if ('customerId' in next && !(await isLive(work, next.customerId))) return false;
  if (table === 'customers') await work.set('customers', later(next as Rows['customers'], current, late));
  else await work.set(table, next);
  return true;
}

async function isLive(work: Work, id: string): Promise<boolean> {
  return (await work.get('customers', id))?.deletedAt === null;
}

/** Referrers are named at the end, when all customers are there and circles can be seen. */
function later(row: Rows['customers'], current: Rows[TableName] | null, late: Late): Rows['customers'] {
  const known = (current as Rows['customers'] | null)?.referredBy ?? null;
  const { referredBy = null, ...rest } = row;
  if (referredBy === known) return row;
  if (referredBy) late.set(row.id, referredBy);
  return referredBy ? { ...rest, referredBy: known } : row;
}

/** A referrer who is not here, or whom naming would close a circle, is left unnamed. */
async function nameReferrers(
  tables: Tables,
  late: Late,
  source: Source,
  now: number,
): Promise<string | null> {
  const work = new Work(tables, now);
  let named = 0;
  for (const [id, referredBy] of late) {
    const row = await work.get('customers', id);
    if (!row || row.deletedAt !== null || !(await isLive(work, referredBy))) continue;
    if (await closesCircle(work, id, referredBy)) continue;
    await work.set('customers', { ...row, referredBy });
    named += 1;
  }
  return named > 0 ? finish(work, source) : null;
}

async function closesCircle(work: Work, id: string, referrer: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let at: string | null = referrer; at && !seen.has(at); ) {
    if (at === id) return true;
    seen.add(at);
    at = (await work.get('customers', at))?.referredBy ?? null;
  }
  return false;
}

/** A line of the journal, an import: added where it is not here, never changed. */
async function addSide(
  tables: Tables,
  { table, row }: { table: string; row: Record<string, unknown> },
  erased: ReadonlySet<string>,
): Promise<void> {
  const of = tables.table(table);
  const key = keyOf(of, row);
  if (key === null) return;
  const kept = table === 'journal' ? lineWithout(row as unknown as JournalEntry, erased) : row;
  if (kept && (await of.get(key)) === undefined) await of.put(kept);
}
