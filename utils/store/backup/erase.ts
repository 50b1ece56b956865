import { newId } from '../../id';
import { type Database, type Tables, writing } from '../database';
import { RowMissing } from '../errors';
import { putRisks } from '../risk-buckets';
import { HANGING, ownerIndex, SIDE_TABLES, TABLES } from '../schema';
import { eraseFromRuns } from '../term-runs';
import type { Change, JournalEntry } from '../types';
import { META } from '../value-queries';
import { noteErased } from './erased';
import { lineWithout } from './journal-without';
import { keyOf } from './tables';
import { mentions, without } from './without';

/** What is made of everybody and made anew: thrown away whole. */
const WHOLE = ['derived', 'riskLog', 'staged'];
/** Gone through in a way of their own. */
const APART = new Set([
  ...['journal', 'meta', 'importFiles', 'importRejects', 'risks', 'termRuns', 'termBlocks'],
  ...WHOLE,
]);
const BATCH = 200;

export interface Erased {
  /** Rows that are gone, of all tables. */
  rows: number;
}

/**
 * Erases one customer for good, in one transaction: their rows, what the journal and every other table hold of them, and all that is
 * derived from everybody. What stays is that somebody was erased, when, and the random id, so that an older backup
 * does not bring them back. It cannot be undone. Throws RowMissing. Notes of other customers that name them are not searched.
 */
export function eraseCustomer(
  db: Database,
  id: string,
  source: Change['source'],
  now: number,
): Promise<Erased> {
  return writing(db, async (tables) => {
    const customer = await tables.customers.get(id);
    if (!customer) throw new RowMissing('customers', id);
    const words = new Set([customer.name, ...customer.emails, ...customer.phones, ...customer.codes]);
    const ids = new Set([id]);
    let rows = await eraseRows(tables, id, ids, words);
    // records that were merged into this one are the same customer
    const former = await tables.customers.filter((row) => row.mergedInto === id).toArray();
    for (const one of former) {
      for (const word of [one.name, ...one.emails, ...one.phones, ...one.codes]) words.add(word);
      ids.add(one.id);
      rows += await eraseRows(tables, one.id, ids, words);
      await noteErased(tables, one.id);
    }
    words.delete('');
    rows += await eraseMentions(tables, ids);
    await eraseJournal(tables, ids);
    await eraseRejects(tables, words);
    await eraseFromRuns(tables, ids);
    await putRisks(tables, [...ids], Promise.resolve(new Map()));
    await forgetWhole(tables);
    await noteErased(tables, id);
    await tables.journal.add({
      ...{ id: newId(), at: now, what: 'customer-erased', source: { ...source, url: '' } },
      ...{ customerIds: [], rows: [], bulkIds: {}, undoes: null },
    });
    return { rows };
  });
}

/** The customer and what hangs on them; `ids` and `words` are filled with what is to be looked for elsewhere. */
async function eraseRows(tables: Tables, id: string, ids: Set<string>, words: Set<string>): Promise<number> {
  let rows = 1;
  for (const table of HANGING) {
    const own: Array<{ id: string; name?: unknown; emails?: unknown }> = await tables
      .table(table)
      .where(ownerIndex(table))
      .equals(id)
      .toArray();
    for (const row of own) {
      ids.add(row.id);
      for (const text of [row.name, row.emails].flat()) if (typeof text === 'string') words.add(text);
    }
    await tables.table(table).bulkDelete(own.map((row) => row.id));
    rows += own.length;
  }
  await tables.customers.delete(id);
  await tables.customers
    .where('referredBy')
    .equals(id)
    .modify((row) => {
      row.referredBy = null;
    });
  return rows;
}

/** Every other table, whatever it holds: rows that name one of the ids, and ids in lists. */
async function eraseMentions(tables: Tables, ids: ReadonlySet<string>): Promise<number> {
  const names = [...TABLES, ...Object.keys(SIDE_TABLES)].filter(
    (name) => name !== 'customers' && !APART.has(name),
  );
  let rows = 0;
  for (const name of names)
    await eachPage(tables, name, async (page) => {
      for (const row of page) {
        if (!mentions(row, ids)) continue;
        const left = without(row, ids);
        if (left) await tables.table(name).put(left);
        else await tables.table(name).delete(keyOf(tables.table(name), row));
        if (!left) rows += 1;
      }
    });
  return rows;
}

/** Lines of the journal lose what they say of the customer; a line that said nothing else goes. */
async function eraseJournal(tables: Tables, ids: ReadonlySet<string>): Promise<void> {
  await eachPage(tables, 'journal', async (page) => {
    for (const entry of page as JournalEntry[]) {
      if (!mentions(entry, ids)) continue;
      const left = lineWithout(entry, ids);
      if (left) await tables.journal.put(left);
      else await tables.journal.delete(entry.id);
    }
  });
}

/** Rows of files that were refused, with a cell that is a name, address or number of the customer. */
async function eraseRejects(tables: Tables, words: ReadonlySet<string>): Promise<void> {
  const known = new Set([...words].map((word) => word.trim().toLowerCase()));
  await eachPage(tables, 'importRejects', async (page) => {
    for (const part of page as Array<{ rows: Array<{ cells: string[] }> }>) {
      const rows = part.rows.filter(
        ({ cells }) => !cells.some((cell) => known.has(cell.trim().toLowerCase())),
      );
      if (rows.length < part.rows.length) await tables.table('importRejects').put({ ...part, rows });
    }
  });
}

/** What is derived from all customers is made anew without this one. */
async function forgetWhole(tables: Tables): Promise<void> {
  for (const name of WHOLE) await tables.table(name).clear();
  const { valuation: _, changed: __, ...made } = META;
  await tables.meta.bulkDelete(Object.values(made));
}

async function eachPage(tables: Tables, name: string, use: (rows: object[]) => Promise<void>): Promise<void> {
  const table = tables.table(name);
  for (let after: ReturnType<typeof keyOf> = null; ; ) {
    const page = after === null ? table.orderBy(':id') : table.where(':id').above(after);
    const rows: object[] = await page.limit(BATCH).toArray();
    await use(rows);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = keyOf(table, last);
  }
}
