import * as z from 'zod/mini';
import { browser } from './api';

/** Three keys, each with one writer: the background, whoever makes a backup, and the background again (a page only takes it away). */
const KNOWN = 'databaseKnown';
const BACKUP = 'lastBackup';
const LOST = 'databaseLost';

const Backup = z.object({ name: z.string().check(z.maxLength(255)), at: z.number() });
const LostDatabase = z.object({ at: z.number(), backup: z.nullable(Backup) });
/** The last backup that was made here, by its file's name; `at` in epoch ms. */
export type LastBackup = z.infer<typeof Backup>;
/** When it was seen that the database is another than the one of before, and which backup was its last. */
export type LostDatabase = z.infer<typeof LostDatabase>;

/**
 * Remembers which database this is. True where it was another before: Chromium (156, 2026-11) throws a database away
 * whose files it finds damaged, and an empty one is made in its place without a word. storage.local lies in other files.
 */
export async function isAnotherDatabase(id: string, now: number): Promise<boolean> {
  const { [KNOWN]: known, [BACKUP]: backup } = await browser.storage.local.get([KNOWN, BACKUP]);
  if (known === id) return false;
  const another = typeof known === 'string';
  const lost: LostDatabase = { at: now, backup: Backup.safeParse(backup).data ?? null };
  await browser.storage.local.set({ [KNOWN]: id, ...(another && { [LOST]: lost }) });
  return another;
}

/** Whoever erases everything means it: the next database is the first. */
export const forgetDatabase = (): Promise<void> => browser.storage.local.remove([KNOWN, BACKUP, LOST]);

export const noteBackup = (backup: LastBackup): Promise<void> =>
  browser.storage.local.set({ [BACKUP]: { name: backup.name, at: backup.at } });

/** null: nothing was lost, or the user has said what is to be. */
export async function readLost(): Promise<LostDatabase | null> {
  return parseLost((await browser.storage.local.get(LOST))[LOST]);
}

const parseLost = (stored: unknown): LostDatabase | null => LostDatabase.safeParse(stored).data ?? null;

/** The user begins anew, or has brought a backup in. */
export const settleLost = (): Promise<void> => browser.storage.local.remove(LOST);

/** Calls back when it is seen, and when it is settled, in whichever page; returns the way to stop. */
export function watchLost(onChange: (lost: LostDatabase | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[LOST]) onChange(parseLost(changes[LOST].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
