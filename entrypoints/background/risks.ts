import { browser } from '@/utils/browser/api';
import type { Settings } from '@/utils/browser/settings';
import { TIERS } from '@/utils/customer/model';
import { dayIn } from '@/utils/retention/facts';
import type { Store } from '@/utils/store';
import { theSettings } from './settings';
import { theStore } from './store';

const STALE_MS = 20 * 3_600_000;
let busy = false;
/** Somebody asked while all was being worked out, and from what: it may have been read already. */
let asked: { scored: boolean } | null = null;

/**
 * Silence grows by itself: all risks are worked out anew once a day, and after the purchase model was fitted anew or other cadences were set;
 * `scored`: what all customers are worth was worked out anew, and with it what their purchases say. Some time after whatever woke the worker.
 */
export async function renewRisks(now = Date.now(), scored = false): Promise<void> {
  asked = { scored: scored || (asked?.scored ?? false) };
  if (busy) return;
  busy = true;
  try {
    while (asked) {
      const { scored: anew } = asked as { scored: boolean };
      asked = null;
      await renewed(now, anew);
    }
  } finally {
    busy = false;
    asked = null;
  }
}

async function renewed(now: number, scored: boolean): Promise<void> {
  const [store, { cadenceDays: cadences }] = await Promise.all([theStore(), theSettings()]);
  if (store.readOnly || !(scored || (await isStale(store, cadences, now)))) return;
  await store.refreshRisks({ now, today: dayIn(Temporal.Now.timeZoneId(), now), cadences });
}

async function isStale(store: Store, cadences: Settings['cadenceDays'], now: number): Promise<boolean> {
  const [last, model, before] = await Promise.all([store.risksAt(), store.model(), store.riskCadences()]);
  const other = TIERS.some((tier) => before?.[tier] !== cadences[tier]);
  return other || now - last >= STALE_MS || (model?.madeAt ?? 0) >= last;
}

/** Wakes with the alarms that there are; each time that nothing is stale costs a few look-ups. */
export function listenToRisks(): void {
  browser.alarms.onAlarm.addListener(() => void renewRisks().catch(() => undefined));
}
