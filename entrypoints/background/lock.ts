import * as z from 'zod/mini';
import { browser } from '@/utils/browser/api';
import { keepKey, keepSeen, lastSeen, storedKey, watchKey } from '@/utils/browser/lock-key';
import { sendMessage } from '@/utils/browser/messages';
import { handle } from './border';
import { publish } from './publish';
import { forgetQuestions } from './questions';
import { hushReminders, reconcileReminders } from './reminders';
import { theSettings } from './settings';
import { followStore } from './start';
import { dropStore } from './store';
import { changeTab, knownTabs, readTab } from './tab-state';

const ALARM = 'lock';
const CHECK_MINUTES = 1;
/** Use is written down so often. */
const NOTED_MS = 20_000;

/**
 * Locks Margin after a while without use: a time in storage.session and an alarm, no permission. What counts as use: keys and clicks in
 * Margin's own pages, and going to another page or mail that it reads. The clock is asked before the use is noted, so that a machine that
 * slept wakes up locked.
 */
export function listenToLock(): void {
  handle('lockKey', 'own', z.undefined(), () => storedKey());
  handle('lockSeen', 'own', z.undefined(), () => noteUse());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void lockWhenIdle();
  });
  watchKey((unlocked) => void follow(unlocked));
}

/** True where it is locked now because nobody used it, or the clock stands before the last use. */
export async function lockWhenIdle(now = Date.now()): Promise<boolean> {
  const { lockAfterMinutes } = await theSettings();
  if (lockAfterMinutes === null || (await storedKey()) === null) return false;
  const idle = now - (await lastSeen());
  if (idle >= 0 && idle < lockAfterMinutes * 60_000) return false;
  await keepKey(null);
  return true;
}

let noted = 0;
export async function noteUse(now = Date.now()): Promise<void> {
  if (Math.abs(now - noted) < NOTED_MS) return;
  noted = now;
  if ((await storedKey()) === null || (await lockWhenIdle(now))) return;
  await keepSeen(now);
}

/** Locked, unlocked, or another database: what the worker held of the one before is let go. */
async function follow(unlocked: boolean): Promise<void> {
  await dropStore();
  if (unlocked) browser.alarms.create(ALARM, { periodInMinutes: CHECK_MINUTES });
  else await browser.alarms.clear(ALARM);
  await hushReminders();
  for (const tabId of await knownTabs()) await forgetPeople(tabId);
  await reconcileReminders();
  if (unlocked) followStore();
}

/** Whoever was known on a tab's page is looked up anew, and is nobody while it is locked. */
async function forgetPeople(tabId: number): Promise<void> {
  forgetQuestions(tabId); // their answers are others now
  await changeTab(tabId, (tab) => {
    tab.match = null;
    for (const frame of Object.values(tab.state.frames)) delete frame.named;
  });
  await publish(tabId);
  const { sidebar } = (await readTab(tabId)).state;
  if (import.meta.env.BROWSER !== 'firefox' || sidebar === null) return;
  const unlocked = (await storedKey()) !== null;
  await sendMessage('lockIs', { unlocked }, { tabId, frameId: sidebar }).catch(() => undefined);
}
