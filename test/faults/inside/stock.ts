import Dexie from 'dexie';
import { unpackLedger } from '../../../utils/store/packed-ledgers.ts';
import { unpackStretch } from '../../../utils/store/stretches.ts';
import type { Entry, Ledger } from '../../../utils/value/ledger.ts';
import type { Summary } from '../../../utils/value/summary-types.ts';

/** What stands in the database, counted past the store. */
export interface Stock {
  customers: number;
  contacts: number;
  entries: number;
  /** Different ids among the entries. */
  entryIds: number;
  /** Sum of all amounts, minor units. */
  minor: number;
  /** The same as the sums say that are derived of them. */
  summed: number;
  rejected: number;
  changes: number;
  /** States of all imports, oldest first. */
  imports: string[];
  /** What only an import that is not done needs: rows in waiting, files, checkpoints. */
  left: number;
}

export async function stock(name = 'margin'): Promise<Stock> {
  const db = await new Dexie(name).open();
  const rows = (await db.table('ledgers').toArray()).map((row) => unpackLedger(row) as Ledger);
  const entries: Entry[] = rows.flatMap((ledger) => (ledger.deletedAt === null ? ledger.entries : []));
  const summaries = (await db.table('summaries').toArray()).flatMap(unpackStretch) as Summary[];
  const refused: Array<{ rows: unknown[] }> = await db.table('importRejects').toArray();
  const checkpoints = (await db.table('meta').toCollection().primaryKeys()).filter((key) =>
    /^(import|bulk):/.test(String(key)),
  );
  const live = async (table: string) =>
    (await db.table(table).toArray()).filter(
      ({ deletedAt }: { deletedAt: number | null }) => deletedAt === null,
    ).length;
  const found: Stock = {
    customers: await live('customers'),
    contacts: await live('contacts'),
    entries: entries.length,
    entryIds: new Set(entries.map(({ id }) => id)).size,
    minor: entries.reduce((sum, { amount }) => sum + amount.minor, 0),
    summed: summaries.reduce((sum, one) => sum + one.entries, 0),
    rejected: refused.reduce((sum, part) => sum + part.rows.length, 0),
    changes: await db.table('journal').count(),
    imports: (await db.table('imports').orderBy('startedAt').toArray()).map(({ state }) => String(state)),
    left: (await db.table('inbox').count()) + (await db.table('importFiles').count()) + checkpoints.length,
  };
  db.close();
  return found;
}
