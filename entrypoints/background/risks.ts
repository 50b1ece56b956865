import { browser } from '@/utils/browser/api';
import { dayIn } from '@/utils/retention/facts';
import { theSettings } from './settings';
import { theStore } from './store';

const STALE_MS = 20 * 3_600_000;
let busy = false;

/**
 * Silence grows by itself: all risks are worked out anew once a day, and after the purchase model was fitted anew; `scored`: what all customers
 * are worth was worked out anew, and with it what their purchases say. Some time after whatever woke the worker.
 */
export async function renewRisks(now = Date.now(), scored = false): Promise<void> {
  const [store, settings] = await Promise.all([theStore(), theSettings()]);
  if (busy || store.readOnly) return;
  const [last, model] = await Promise.all([store.risksAt(), store.model()]);
  if (!scored && now - last < STALE_MS && (model?.madeAt ?? 0) < last) return;
  busy = true;
  try {
    const today = dayIn(Temporal.Now.timeZoneId(), now);
    await store.refreshRisks({ now, today, cadences: settings.cadenceDays });
  } finally {
    busy = false;
  }
}

/** Wakes with the alarms that there are; each time that nothing is stale costs two look-ups. */
export function listenToRisks(): void {
  browser.alarms.onAlarm.addListener(() => void renewRisks().catch(() => undefined));
}
