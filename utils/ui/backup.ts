import { download, fileIn, filesIn, intoBlob, mayWrite, removeFile, sizeOf } from '../browser/backup-folder';
import { noteBackup } from '../browser/lost-database';
import { readSettings } from '../browser/settings-store';
import type { BackupKey, BackupState, MadeBackup, Store } from '../store';
import { StoreFull } from '../store';

const DAY_MS = 86_400_000;
/** Files that were made by themselves: these alone are ever removed. */
const AUTOMATIC = /^margin-auto-\d{4}-\d{2}-\d{2}-\d{4}\.(?:ndjson\.gz|margin)$/;

export interface BackUpOptions {
  app: string;
  key: BackupKey | null;
  /** null: as a download. */
  folder: FileSystemDirectoryHandle | null;
  automatic: boolean;
  onShare?: (share: number) => void;
}

/** `margin-2026-11-22-0930.ndjson.gz`, or `.margin` where it is sealed; local time. */
export function backupName(now: number, sealed: boolean, automatic: boolean): string {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(Temporal.Now.timeZoneId());
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '');
  const ending = sealed ? 'margin' : 'ndjson.gz';
  return `margin-${automatic ? 'auto-' : ''}${at.toPlainDate().toString()}-${time}.${ending}`;
}

/** Writes a backup and notes that it was made. */
export async function backUp(store: Store, options: BackUpOptions): Promise<MadeBackup> {
  const { key, folder, automatic, app, onShare } = options;
  const now = Date.now();
  const name = backupName(now, key !== null, automatic);
  const settings = await readSettings();
  const onProgress = (done: number, total: number) => onShare?.(total > 0 ? done / total : 1);
  const given = { key, app, settings, onProgress };
  let bytes: number;
  let customers: number;
  if (folder) {
    ({ customers } = await store.backup(await fileIn(folder, name), given));
    bytes = await sizeOf(folder, name);
  } else {
    const { target, blob } = intoBlob('application/gzip');
    ({ customers } = await store.backup(target, given));
    const file = blob();
    download(name, file);
    bytes = file.size;
  }
  const to = folder ? 'folder' : 'download';
  const made: MadeBackup = { name, at: now, customers, bytes, sealed: key !== null, to };
  await noteBackup(made).catch(() => undefined); // the file is there all the same
  const state = await store.backupState();
  await store.saveBackupState({ made: [made, ...state.made], failed: null });
  return made;
}

/** True where it is time for a backup that makes itself. */
export function isDue({ everyDays, made }: BackupState, now: number): boolean {
  const last = made[0]?.at ?? 0;
  // a clock that was set back: a last backup in the future is no reason to wait for it
  return everyDays !== null && (now - last >= everyDays * DAY_MS || last > now + DAY_MS);
}

/**
 * Makes the backup that is due, if any, and removes the oldest automatic files beyond those to keep. In the background only a folder will do
 * (`page` false). What fails is noted for the settings to show, and tried again the next time.
 */
export async function backUpWhenDue(store: Store, app: string, page: boolean): Promise<MadeBackup | null> {
  const state = await store.backupState();
  const { folder, key, keep } = state;
  if (!isDue(state, Date.now()) || (!folder && !page) || (await store.count()) === 0) return null;
  try {
    if (folder && !(await mayWrite(folder, false))) {
      await store.saveBackupState({ failed: 'denied' });
      return null;
    }
    const made = await backUp(store, { app, key, folder, automatic: true });
    if (folder) await rotate(folder, keep);
    return made;
  } catch (error) {
    await store.saveBackupState({ failed: failureOf(error) });
    return null;
  }
}

function failureOf(error: unknown): BackupState['failed'] {
  const name = error instanceof Error ? error.name : '';
  if (error instanceof StoreFull || name === 'QuotaExceededError') return 'full';
  return name === 'NotAllowedError' || name === 'NotFoundError' ? 'denied' : 'other';
}

async function rotate(folder: FileSystemDirectoryHandle, keep: number): Promise<void> {
  const names = await filesIn(folder, AUTOMATIC); // their names sort by time
  for (const name of names.slice(0, Math.max(0, names.length - keep))) await removeFile(folder, name);
}
