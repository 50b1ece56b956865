import { browser } from '@/utils/browser/api';
import { readSettings } from '@/utils/browser/settings-store';
import { importRuns } from '@/utils/import/lock';
import { ValueSettings } from '@/utils/value/settings';
import { isLocked } from './locked';
import { renewRisks } from './risks';
import { theStore } from './store';

/** Comes back to work that a stopped worker left; cleared when all is done. */
export const VALUE_ALARM = 'value';
const BACK_MINUTES = 1;
/** Several edits one after the other are one piece of work. */
const SOON_MS = 500;
/** A slice of slices: between two of them the browser is told that the worker is at work (it stops one that seems idle after 30 s). */
const TURN_MS = 10_000;

let running: Promise<void> | null = null;
let soon: ReturnType<typeof setTimeout> | undefined;

/** What customers are worth is brought up to date a moment from now. */
export function refreshValueSoon(): void {
  clearTimeout(soon);
  soon = setTimeout(() => void refreshValue(), SOON_MS);
}

/** Brings sums, models, scores and totals up to date; a second call waits for the first. Where nothing changed it costs a few look-ups. */
export function refreshValue(): Promise<void> {
  running ??= work()
    .catch((error: unknown) => {
      if (!isLocked(error)) console.warn('[margin] value:', (error as Error).name);
    })
    .finally(() => {
      running = null;
    });
  return running;
}

async function work(): Promise<void> {
  const store = await theStore();
  if (store.readOnly) return;
  await keepValueSettings();
  let scored = 0;
  for (let first = true; ; first = false) {
    // what is worked out while customers and ledgers come in is stale before it is written: the import's end asks for it
    if (await importRuns()) return void browser.alarms.create(VALUE_ALARM, { delayInMinutes: BACK_MINUTES });
    const now = Date.now();
    const today = Temporal.Now.plainDateISO().toString();
    const { done, insights } = await store.refresh({ now, today, until: now + TURN_MS });
    scored += insights;
    if (done) {
      await renewRisks(Date.now(), scored > 0);
      if (!first) await browser.alarms.clear(VALUE_ALARM);
      return;
    }
    // An API call counts as a sign of life, database work does not (Chromium 156, 2026-11).
    browser.alarms.create(VALUE_ALARM, { delayInMinutes: BACK_MINUTES });
    await browser.runtime.getPlatformInfo();
  }
}

/** The store keeps a copy of what the user set, so that an edit can be scored where it is written. */
async function keepValueSettings(): Promise<void> {
  const [store, settings] = await Promise.all([theStore(), readSettings()]);
  const wanted = ValueSettings.parse(settings);
  if (JSON.stringify(wanted) === JSON.stringify(ValueSettings.parse(await store.valueSettings()))) return;
  await store.setValueSettings(wanted);
}

/** The alarm must be listened to in the worker's first turn. */
export function listenToValue(): void {
  browser.alarms.onAlarm.addListener(() => void refreshValue());
}
