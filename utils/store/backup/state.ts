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
/** A row of its own: the handle of a folder is the browser's, and cannot be sealed with the rest of a locked database. */
const FOLDER = 'backupFolder';
export const REMEMBERED = 50;
export const FIRST_STATE: BackupState = {
  ...{ made: [], everyDays: null, keep: 10 },
  ...{ folder: null, key: null, failed: null },
};

type Meta = { meta: Table<MetaRow, string> };

export async function backupState(db: Meta): Promise<BackupState> {
  const [known, folder] = await db.meta.bulkGet([KEY, FOLDER]);
  const state = { ...FIRST_STATE, ...(known?.value as Partial<BackupState> | undefined) };
  return folder ? { ...state, folder: folder.value as BackupState['folder'] } : state;
}

/** Changes what is named; part of a transaction of its own. */
export async function saveBackupState(db: Meta, patch: Partial<BackupState>): Promise<void> {
  const { folder, ...value } = { ...(await backupState(db)), ...patch };
  await db.meta.bulkPut([
    { key: KEY, value: { ...value, made: value.made.slice(0, REMEMBERED) } },
    { key: FOLDER, value: folder },
  ]);
}

/**
 * A row of `meta` as a locked database can hold it: the folder in its own row, and no key of the browser's own kind, which cannot be
 * sealed. Without its key automatic backups would go on unsealed, so they stop, and the settings say that they failed.
 */
export function sealableMeta(row: MetaRow): MetaRow[] {
  if (row.key !== KEY) return [row];
  const { folder, ...value } = { ...FIRST_STATE, ...(row.value as Partial<BackupState>) };
  const own = value.key?.key instanceof CryptoKey;
  const rest: Partial<BackupState> = own ? { key: null, everyDays: null, failed: 'other' } : {};
  const kept = { key: KEY, value: { ...value, ...rest } };
  return folder ? [kept, { key: FOLDER, value: folder }] : [kept];
}
