import type { Transaction } from 'dexie';
import type { Database } from '../database';
import { SCHEMA_VERSION } from '../schema';
import { valuation } from '../valuation';
import type { BackupKey, Bytes } from './cipher';
import { BackupWriter } from './file-write';
import { BACKUP_VERSION, type BackupHead } from './format';
import { toFile } from './rows';
import { BACKED_UP, keyOf, leftOut } from './tables';

export interface BackupOptions {
  /** null: not sealed. */
  key: BackupKey | null;
  /** Version of the program, for the head. */
  app: string;
  /** The browser's settings, to be kept with the data; null: none. */
  settings: unknown;
  /** Rows so far and in all. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}
export type BackupMade = Pick<BackupHead, 'counts' | 'customers' | 'madeAt'>;

/** Rows in memory at once: a ledger is long. */
const BATCH = 200;
type Waiting = Transaction & { waitFor<T>(promise: Promise<T>): Promise<T> };

/**
 * Writes the whole database into `target`, as it is at one instant: all is read in one transaction, which is kept open
 * while the target takes its bytes. The target is closed at the end and aborted on any failure.
 */
export function writeBackup(
  db: Database,
  databaseId: string,
  target: WritableStream<Bytes>,
  options: BackupOptions,
  now: number,
): Promise<BackupMade> {
  const tables = ['meta', ...BACKED_UP];
  return db.transaction('r', tables, async (transaction) => {
    const tx = transaction as unknown as Waiting; // in 4.4 the types lack what Dexie.waitFor calls (2026-11)
    const head = await headOf(db, tx, databaseId, options, now);
    const writer = await tx.waitFor(BackupWriter.open(target, head, options.key));
    try {
      await writeRows(tx, writer, head, options);
      await tx.waitFor(writer.close());
    } catch (error) {
      await tx.waitFor(writer.abort(error));
      throw error;
    }
    return { counts: head.counts, customers: head.customers, madeAt: head.madeAt };
  });
}

async function headOf(
  db: Database,
  tx: Transaction,
  databaseId: string,
  { app, settings }: BackupOptions,
  madeAt: number,
): Promise<BackupHead> {
  const counts: BackupHead['counts'] = {};
  for (const name of BACKED_UP) counts[name] = await tx.table(name).count();
  const customers = await tx.table('customers').orderBy('[sortName+id]').count();
  const known = await valuation({ ...db, meta: tx.table('meta') } as unknown as Database);
  return {
    format: 'margin-backup',
    version: BACKUP_VERSION,
    schemaVersion: SCHEMA_VERSION,
    app,
    databaseId,
    madeAt,
    counts,
    customers,
    settings,
    valuation: known.settings,
  };
}

async function writeRows(
  tx: Waiting,
  writer: BackupWriter,
  head: BackupHead,
  { onProgress, signal }: BackupOptions,
): Promise<void> {
  const total = Object.values(head.counts).reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const name of BACKED_UP) {
    for (let after: unknown; ; ) {
      signal?.throwIfAborted();
      const table = tx.table(name);
      const page = after === undefined ? table.orderBy(':id') : table.where(':id').above(after);
      const rows: object[] = await page.limit(BATCH).toArray();
      await tx.waitFor(passOn(writer, name, rows));
      done += rows.length;
      onProgress?.(done, total);
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) break;
      after = keyOf(table, last);
    }
  }
}

async function passOn(writer: BackupWriter, table: string, rows: object[]): Promise<void> {
  for (const row of rows) if (!leftOut(table, row)) await writer.row(table, toFile(table, row));
}
