import type { Bytes } from './backup/cipher';
import type { Preview } from './backup/compare-file';
import type { Erased } from './backup/erase';
import type { ReadOptions } from './backup/file-read';
import type { BackupHead } from './backup/format';
import type { Merged } from './backup/merge';
import type { BackupState } from './backup/state';
import type { BackupMade, BackupOptions } from './backup/write';
import type { Change, Rows, TableName } from './types';

export type { BackupKey, Bytes } from './backup/cipher';
export type { Verdict } from './backup/compare';
export type { Preview, TableCounts } from './backup/compare-file';
export type { Erased } from './backup/erase';
export type { ReadOptions } from './backup/file-read';
export type { BackupHead } from './backup/format';
export type { Merged } from './backup/merge';
export type { BackupProblemId } from './backup/problem';
export type { BackupState, MadeBackup } from './backup/state';
export type { BackupMade, BackupOptions } from './backup/write';

/** Backup, restore, exports, erasure. What reads a file throws BackupProblem (backup/problem.ts) and has changed nothing then. */
export interface VaultStore {
  /** People's tables, whatever they are by now. */
  readonly tables: readonly TableName[];
  /** Writes the whole database as of now into a stream, which it closes; aborts it on failure. Other pages' writes wait meanwhile. */
  backup(target: WritableStream<Bytes>, options: BackupOptions): Promise<BackupMade>;
  /** What bringing the backup in would change. */
  compareBackup(file: Blob, options: ReadOptions): Promise<Preview>;
  /** Adds what is missing and takes the newer of two rows; in the journal, undoable. */
  mergeBackup(file: Blob, options: ReadOptions, source: Change['source']): Promise<Merged>;
  /** Makes the database what the backup says, all or nothing; cannot be undone. */
  replaceByBackup(file: Blob, options: ReadOptions, source: Change['source']): Promise<BackupHead>;
  /** Erases a customer everywhere, for good. */
  eraseCustomer(id: string, source: Change['source']): Promise<Erased>;
  /** All live rows of a table, some hundred at a time. */
  scan<T extends TableName>(table: T, onRows: (rows: Rows[T][]) => void | Promise<void>): Promise<void>;
  backupState(): Promise<BackupState>;
  saveBackupState(patch: Partial<BackupState>): Promise<void>;
}
