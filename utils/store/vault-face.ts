import type { VaultStore } from './api-vault';
import { compareFile } from './backup/compare-file';
import { eraseCustomer } from './backup/erase';
import { mergeFile } from './backup/merge';
import { replaceByFile } from './backup/replace';
import { backupState, saveBackupState } from './backup/state';
import { sumAgain } from './backup/sums';
import { writeBackup } from './backup/write';
import type { Database } from './database';
import { explained } from './explain';
import { toRow } from './rows';
import { TABLES } from './schema';
import type { StoredRows } from './stored';
import type { Rows, TableName } from './types';

type Write = <T>(work: () => Promise<T>) => Promise<T>;
const BATCH = 500;

/** The part of the store that is about files of its whole content; see {@link VaultStore}. */
export function vaultFace(db: Database, databaseId: string, write: Write): VaultStore {
  return {
    tables: TABLES,
    backup: (target, options) => explained(() => writeBackup(db, databaseId, target, options, Date.now())),
    compareBackup: (file, options) => explained(() => compareFile(db, file, options)),
    mergeBackup: (file, options, source) => write(() => mergeFile(db, file, options, source, Date.now())),
    replaceByBackup: (file, options, source) =>
      write(async () => {
        const head = await replaceByFile(db, file, options, source, Date.now());
        await sumAgain(db);
        return head;
      }),
    eraseCustomer: (id, source) => write(() => eraseCustomer(db, id, source, Date.now())),
    scan: (table, onRows) => explained(() => scan(db, table, onRows)),
    backupState: () => explained(() => backupState(db)),
    saveBackupState: (patch) =>
      write(() => db.transaction('rw', db.meta, (tx) => saveBackupState({ meta: tx.table('meta') }, patch))),
  };
}

async function scan<T extends TableName>(
  db: Database,
  table: T,
  onRows: (rows: Rows[T][]) => void | Promise<void>,
): Promise<void> {
  for (let after = ''; ; ) {
    const stored: Array<StoredRows[T]> = await db
      .table(table)
      .where(':id')
      .above(after)
      .limit(BATCH)
      .toArray();
    await onRows(stored.filter((row) => row.deletedAt === null).map((row) => toRow(table, row)));
    const last = stored.at(-1);
    if (!last || stored.length < BATCH) return;
    after = last.id;
  }
}
