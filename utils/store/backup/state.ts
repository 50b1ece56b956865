import type { Table } from 'dexie';
import type { MetaRow } from '../stored';
import type { BackupKey } from './cipher';

/** A backup that was made, as the settings show it. */
export interface MadeBackup {
  name: string;
  /** Epoch ms. */
  at: number;
  customers: number;
  bytes: number;
  sealed: boolean;
  /** Where it went: into the chosen folder, or as a download. */
  to: 'folder' | 'download';
}

/** How backups are made by themselves. Kept in the database, and in no backup. */
export interface BackupState {
  /** Newest first; at most {@link REMEMBERED}. */
  made: MadeBackup[];
  /** Days between two automatic ones; null: none. */
  everyDays: number | null;
  /** So many automatic files are kept in the folder. */
  keep: number;
  folder: FileSystemDirectoryHandle | null;
  /** What automatic backups are sealed with; null: not. The passphrase itself is nowhere. */
  key: BackupKey | null;
  /** Why the last automatic one failed ('denied': the folder must be allowed again); null: it did not. */
  failed: 'denied' | 'full' | 'other' | null;
}

const KEY = 'backups';
export const REMEMBERED = 50;
export const FIRST_STATE: BackupState = {
  ...{ made: [], everyDays: null, keep: 10 },
  ...{ folder: null, key: null, failed: null },
};

type Meta = { meta: Table<MetaRow, string> };

export async function backupState(db: Meta): Promise<BackupState> {
  return { ...FIRST_STATE, ...((await db.meta.get(KEY))?.value as Partial<BackupState> | undefined) };
}

/** Changes what is named; part of a transaction of its own. */
export async function saveBackupState(db: Meta, patch: Partial<BackupState>): Promise<void> {
  const value = { ...(await backupState(db)), ...patch };
  await db.meta.put({ key: KEY, value: { ...value, made: value.made.slice(0, REMEMBERED) } });
}
