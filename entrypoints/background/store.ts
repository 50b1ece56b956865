import { readKey } from '@/utils/browser/lock-key';
import { logTurned } from '@/utils/browser/log-turned';
import { openStore, type Store } from '@/utils/store';

let opening: Promise<Store> | null = null;

/** The one open database of this worker; a failed opening is tried again at the next call. */
export function theStore(): Promise<Store> {
  opening ??= openStore({ key: readKey, turned: logTurned }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** Lets go of the database: it was locked, or unlocked, or moved. The next to ask opens what there is then. */
export async function dropStore(): Promise<void> {
  const last = opening;
  opening = null;
  (await last?.catch(() => null))?.close();
}
