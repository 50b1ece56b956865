import { browser } from '@/utils/browser/api';
import { keepReminded, readReminded } from '@/utils/browser/reminded';
import { snoozeChoices } from '@/utils/contact';
import type { Reminder } from '@/utils/customer/model';
import { t } from '@/utils/i18n';
import { doneReminder, snoozeReminder } from '@/utils/store/actions';
import { dueWhileLocked } from '@/utils/store/lock/blind';
import { showDueCount } from './badge';
import { useLanguage } from './language';
import { unlessLocked } from './locked';
import { leadTo, notify } from './notify';
import { theSettings } from './settings';
import { theStore } from './store';

/** Fires at the next reminder's instant. */
const NEXT = 'next-reminder';
/** Wakes the worker now and then: cadences fall due without a reminder, and the clock may be set. */
const SWEEP = 'sweep';
const SWEEP_MINUTES = 30;
/** More at once are announced as one. */
const MAX_SINGLE = 3;
const MAX_AT_ONCE = 200;
const PREFIX = 'reminder:';
const SOURCE = { kind: 'notification', url: '' } as const;

/** An alarm and a message may ask at the same time: two runs would both find the same, and announce it twice. */
let running: Promise<unknown> = Promise.resolve();

/**
 * Makes the browser follow the database: announces what fell due (also while the browser was closed), arms the
 * alarm for the next, and shows the count. Safe to run at any time and twice: the notification of one due
 * instant has one id, and is marked in the database as announced.
 */
export function reconcileReminders(now = Date.now()): Promise<void> {
  const run = running.then(() => reconcile(now));
  running = run.catch(() => undefined);
  return run;
}

async function reconcile(now: number): Promise<void> {
  const [store, settings] = await Promise.all([theStore().catch(lockedOrThrow), theSettings()]);
  if (!store) return remindLocked(now);
  await store.forgetEarly(now);
  const fresh = await store.toAnnounce(now, MAX_AT_ONCE);
  await useLanguage();
  if (fresh.length > MAX_SINGLE) {
    const title = t('notification_many_title', { COUNT: fresh.length });
    await say('many', title, t('notification_many_text'));
    await store.markAnnounced(fresh.map(({ reminder }) => reminder.id));
  } else
    for (const { reminder, customer } of fresh) {
      await announce(reminder, customer.name);
      // at once: a worker that is stopped between two does not say the first again
      await store.markAnnounced([reminder.id]);
    }
  await arm(await store.nextReminderAt(now), now);
  await keepReminded(now);
  await showDueCount(await store.dueCount(now, settings.cadenceDays));
}

const lockedOrThrow = (error: unknown): null => {
  unlessLocked(error);
  return null;
};

/** While the database is locked: that something is due, not whose; and no count on the icon. */
async function remindLocked(now: number): Promise<void> {
  const { due, next } = await dueWhileLocked(await readReminded(), now);
  await useLanguage();
  if (due > 0) {
    await say('locked', t('notification_locked_title', { COUNT: due }), t('notification_locked_text'));
    await keepReminded(now);
  }
  await arm(next, now);
  await showDueCount(0);
}

/** What was said while it was open says names: it goes with the key. */
export async function hushReminders(): Promise<void> {
  const shown = Object.keys(await browser.notifications.getAll());
  await Promise.all(shown.filter((id) => id.startsWith(PREFIX)).map((id) => browser.notifications.clear(id)));
}

async function arm(at: number | null, now: number): Promise<void> {
  if (at === null) await browser.alarms.clear(NEXT);
  else browser.alarms.create(NEXT, { when: at });
  const sweep = await browser.alarms.get(SWEEP);
  // Alarms keep their instant: after the clock was set back the sweep would be as far off as that.
  if (!sweep || sweep.scheduledTime > now + SWEEP_MINUTES * 60_000)
    browser.alarms.create(SWEEP, { periodInMinutes: SWEEP_MINUTES });
}

async function announce(reminder: Reminder, name: string): Promise<void> {
  const title = name.slice(0, 200);
  const buttons = [{ title: t('notification_done') }, { title: t('notification_tomorrow') }];
  const id = `${PREFIX}${reminder.id}:${reminder.dueAt}`;
  // Firefox refuses the option whole (2026-11): there a click on the notification opens the due list.
  await notify(id, title, reminder.reason, { buttons })
    .catch(() => notify(id, title, reminder.reason))
    .catch(() => undefined); // notifications switched off in the system: the badge and the due list still show it
}

/** What is said of several at once. */
async function say(what: 'many' | 'locked', title: string, message: string): Promise<void> {
  await notify(PREFIX + what, title, message).catch(() => undefined); // as above
}

/** Alarms, notifications and their buttons. Registered at once at the worker's start, or their events are lost. */
export function listenToReminders(): void {
  browser.alarms.onAlarm.addListener(() => void reconcileReminders());
  leadTo('due', PREFIX);
  // Firefox has no buttons and no such event.
  browser.notifications.onButtonClicked?.addListener((id, button) => void answer(id, button));
}

async function answer(notificationId: string, button: number): Promise<void> {
  const [, reminderId] = notificationId.split(':');
  if (!notificationId.startsWith(PREFIX) || !reminderId) return;
  const [store, settings] = await Promise.all([theStore().catch(lockedOrThrow), theSettings()]);
  if (!store) return; // it was locked since
  const now = Date.now();
  const zone = Temporal.Now.timeZoneId();
  const tomorrow = snoozeChoices(now, zone, settings.remindAt).find(({ id }) => id === 'tomorrow');
  if (button === 0) await doneReminder(store, SOURCE, reminderId, now);
  else if (tomorrow) await snoozeReminder(store, SOURCE, reminderId, tomorrow.local);
  await browser.notifications.clear(notificationId);
  await reconcileReminders(now);
}
