import type { BulkChange, BulkOptions } from './api';
import { breath } from './breath';
import { checkNewReferrals } from './bulk-referrals';
import { type Database, type Tables, writing, writingIn } from './database';
import { storedCustomer, toCustomer } from './derive';
import { deriveSummaries } from './derive-values';
import { RowExists, RowMissing } from './errors';
import { rescore } from './insights';
import { newRow } from './rows';
import { HANGING, storedOf, TABLES } from './schema';
import type { Found, FoundTable } from './stored';
import { dropRunsOf, filing } from './term-runs';
import { touch } from './touches';
import type { Drafts, JournalEntry, Rows, TableName } from './types';
import { raise } from './valuation';

/** Rows a transaction: more blocks the pages that write meanwhile. */
export const CHUNK = 1_000;

type Checked = { [T in TableName]: Rows[T][] };
interface Step {
  table: TableName;
  rows: Rows[TableName][];
}

/**
 * Adds many rows as one change. All are checked first. Up to a thousand are written in one transaction: a browser that is
 * killed leaves all of them or none. More are written in chunks of a thousand, each in its own transaction, after a journal
 * entry that lists them all. A failure or an abort takes back what was written; a killed worker leaves rows that the same
 * call, made again, completes.
 */
export async function addMany(
  db: Database,
  change: BulkChange,
  options: BulkOptions,
  now: number,
): Promise<void> {
  const started = await db.journal.get(change.id);
  if (started && !(await db.meta.get(unfinished(change.id)))) return;
  const rows = await checkAll(change.rows, started?.at ?? now);
  const countries = await countriesOf(db, rows);
  await checkNewReferrals(db, rows.customers);
  const work: Work = { change, rows, steps: stepsOf(rows), around: aroundOf(rows, countries), now };
  if (!started && totalOf(work) <= CHUNK) await inOne(db, work, options);
  else await inChunks(db, work, started !== undefined, options);
}

interface Work {
  change: BulkChange;
  rows: Checked;
  steps: Step[];
  around: Around;
  now: number;
}
/** What is derived of a row besides itself. */
type Around = (row: Rows[TableName]) => { country: string; reminded: boolean };

const totalOf = ({ steps }: Work): number => steps.reduce((sum, step) => sum + step.rows.length, 0);

function inOne(db: Database, work: Work, { signal, onProgress }: BulkOptions): Promise<void> {
  return writing(db, async (tables) => {
    await begin(tables, work);
    let done = 0;
    for (const step of work.steps) {
      signal?.throwIfAborted();
      await writeStep(tables, step, work);
      done += step.rows.length;
      onProgress?.(done, totalOf(work));
    }
    await renewReminded(tables, work.rows);
  });
}

async function inChunks(
  db: Database,
  work: Work,
  goesOn: boolean,
  { signal, onProgress }: BulkOptions,
): Promise<void> {
  const { change, rows, steps, now } = work;
  if (!goesOn)
    await writing(db, async (tables) => {
      await begin(tables, work);
      await tables.meta.put({ key: unfinished(change.id), value: now });
    });
  try {
    let done = 0;
    for (const step of steps) {
      signal?.throwIfAborted();
      await writeAlone(db, step, work);
      done += step.rows.length;
      onProgress?.(done, totalOf(work));
    }
    await renewReminded(db, rows);
    await db.meta.delete(unfinished(change.id));
  } catch (error) {
    if (!goesOn) await takeBack(db, change.id, steps);
    throw error;
  }
}

const unfinished = (id: string) => `bulk:${id}`;

export function chunks<T>(all: readonly T[], most = CHUNK): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += most) parts.push(all.slice(from, from + most));
  return parts;
}

async function checkAll(drafts: Drafts, now: number): Promise<Checked> {
  const rows = Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as Checked;
  for (const table of TABLES)
    for (const part of chunks<object & { id: string }>(drafts[table] ?? [])) {
      const into = rows[table] as Rows[TableName][];
      for (const draft of part) into.push(newRow(table, draft, now));
      await breath(); // 100 000 rows take seconds: the page stays usable
    }
  return rows;
}

const hangingOf = (rows: Checked) => HANGING.flatMap<Rows[(typeof HANGING)[number]]>((table) => rows[table]);

/** The country of every customer that a row hangs on; throws RowMissing where one is neither new nor stored. */
async function countriesOf(db: Database, rows: Checked): Promise<Map<string, string>> {
  const countries = new Map(rows.customers.map((row) => [row.id, row.country]));
  const others = [...new Set(hangingOf(rows).map((row) => row.customerId))].filter(
    (id) => !countries.has(id),
  );
  const stored = await db.customers.bulkGet(others);
  others.forEach((id, index) => {
    const row = stored[index];
    if (!row || row.deletedAt !== null) throw new RowMissing('customers', id);
    countries.set(id, row.country);
  });
  return countries;
}

/** Writes the journal entry; throws RowExists where an id is taken, in the store or twice in the change. */
async function begin(tables: Tables, { change, rows, now: at }: Work): Promise<void> {
  const { id, what, source } = change;
  const bulkIds: JournalEntry['bulkIds'] = {};
  for (const table of TABLES) if (rows[table].length > 0) bulkIds[table] = rows[table].map((row) => row.id);
  for (const table of TABLES) await refuseTaken(tables, table, bulkIds[table] ?? []);
  await tables.journal.add({ id, at, what, source, customerIds: [], rows: [], bulkIds, undoes: null });
}

/** Throws RowExists where an id is in the table, or comes twice. */
export async function refuseTaken(db: Tables, table: TableName, ids: string[]): Promise<void> {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new RowExists(table, id);
    seen.add(id);
  }
  for (const part of chunks(ids)) {
    const [taken] = await db.table(table).where('id').anyOf(part).primaryKeys();
    if (taken !== undefined) throw new RowExists(table, String(taken));
  }
}

/** Rows handed over together: the database writes some while the next are derived. */
const AT_ONCE = 250;

/** Hands rows to the running transaction bit by bit; what is returned resolves when they are written. */
export const handedOver = <R>(
  rows: readonly R[],
  add: (some: R[]) => PromiseLike<unknown>,
): PromiseLike<unknown>[] => chunks(rows, AT_ONCE).map(add);

const stepsOf = (rows: Checked): Step[] =>
  TABLES.flatMap((table) => chunks<Rows[TableName]>(rows[table]).map((part) => ({ table, rows: part })));

function aroundOf(rows: Checked, countries: ReadonlyMap<string, string>): Around {
  const reminded = new Set(remindedIn(rows));
  return (row) => {
    const owner = 'customerId' in row ? row.customerId : row.id;
    return { country: countries.get(owner) ?? '', reminded: reminded.has(owner) };
  };
}

/** Customers that get an open reminder. */
const remindedIn = ({ reminders }: Checked): string[] =>
  reminders.flatMap(({ state, customerId }) => (state === 'open' ? [customerId] : []));

/** A step in a transaction of its own, over no more tables than it needs: the others are free meanwhile. */
function writeAlone(db: Database, step: Step, work: Work): Promise<void> {
  if (step.table === 'ledgers') return writing(db, (tables) => writeStep(tables, step, work));
  const tables = [db.table(step.table), db.meta, db.touches, db.termRuns, db.termBlocks];
  return writingIn(db, tables, () => writeStep(db, step, work));
}

const isFound = (table: TableName): table is FoundTable => table === 'customers' || table === 'contacts';

/** Adds the rows that are not there yet (a run that goes on finds the first chunks, maybe edited since). */
async function writeStep(tables: Tables, { table, rows }: Step, { change, around }: Work): Promise<void> {
  if (table === 'ledgers') return addLedgers(tables, rows as Rows['ledgers'][]);
  const into = tables.table(table);
  const there = await into
    .where('id')
    .anyOf(rows.map((row) => row.id))
    .primaryKeys();
  const known = new Set(there.map(String));
  const fresh = rows.filter((row) => !known.has(row.id));
  if (table === 'rates') await raise(tables);
  const touched = fresh.map(({ id }) => ({ table, id }));
  const filed = isFound(table) ? filing(tables, table, change.id, fresh.length) : null;
  await Promise.all([
    ...handedOver(fresh, (some) => {
      const stored = some.map((row) => storedOf<TableName>(table, row, around(row)));
      return into.bulkAdd(filed ? filed.take(stored as Found[]) : stored);
    }),
    ...(filed?.put() ?? []),
    touch(tables, touched),
  ]);
}

/** Ledgers with their sums; one that is there already stays as it is. */
async function addLedgers(db: Tables, rows: Rows['ledgers'][]): Promise<void> {
  const there = await db.ledgers.bulkGet(rows.map((row) => row.id));
  await db.ledgers.bulkAdd(rows.filter((_, i) => !there[i]));
  await deriveSummaries(
    db,
    rows.map((row) => row.id),
  );
  if (rows.length <= SCORED_AT_ONCE)
    await rescore(
      db,
      rows.map((row) => row.id),
      Date.now(),
    );
}

/** More than so many new ledgers wait for the next refresh. */
const SCORED_AT_ONCE = 100;

/** Customers who were there, had no open reminder and now have one: their cadence no longer counts. */
async function renewReminded(db: Tables, rows: Checked): Promise<void> {
  const added = new Set(rows.customers.map((row) => row.id));
  const ids = [...new Set(remindedIn(rows))].filter((id) => !added.has(id));
  await db.customers
    .where('id')
    .anyOf(ids)
    .modify((stored, ref) => {
      ref.value = storedCustomer(toCustomer(stored), true);
    });
}

async function takeBack(db: Database, id: string, steps: Step[]): Promise<void> {
  for (const { table, rows } of steps) {
    const ids = rows.map((row) => row.id);
    await db.table(table).bulkDelete(ids);
    if (table === 'ledgers') await db.summaries.bulkDelete(ids);
    await touch(
      db,
      ids.map((rowId) => ({ table, id: rowId })),
    );
  }
  await dropRunsOf(db, id); // not before the rows: one that is left must still be found
  await db.transaction('rw', db.journal, db.meta, async () => {
    await db.journal.delete(id);
    await db.meta.delete(unfinished(id));
  });
}
