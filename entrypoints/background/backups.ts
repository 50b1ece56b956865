import { browser } from '@/utils/browser/api';
import { backUpWhenDue } from '@/utils/ui/backup';
import { isLocked } from './locked';
import { theStore } from './store';

let running = false;

/** Makes the backup that is due into the chosen folder; asked at every alarm, and seldom anything to do. */
export async function backUpInBackground(): Promise<void> {
  if (running) return;
  running = true;
  try {
    const store = await theStore();
    if (!store.readOnly) await backUpWhenDue(store, browser.runtime.getManifest().version, false);
  } catch (error) {
    if (!isLocked(error)) console.warn('[margin] backup:', (error as Error).name);
  } finally {
    running = false;
  }
}

/** The sweep of reminders rings twice an hour: often enough. Registered in the worker's first turn. */
export function listenToBackups(): void {
  browser.alarms.onAlarm.addListener(() => void backUpInBackground());
}
