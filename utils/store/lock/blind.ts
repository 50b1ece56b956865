import { makeDatabase } from '../database';
import { sealedName } from './record';

/**
 * What can be said of a locked database without its key: how many open reminders fell due after `since` and until `now`, and when the next
 * will (epoch ms; null: none). Their times lie open for this; whose they are does not.
 */
export async function dueWhileLocked(
  since: number,
  now: number,
  name = 'margin',
): Promise<{ due: number; next: number | null }> {
  const all = await indexedDB.databases();
  if (!all.some((one) => one.name === sealedName(name))) return { due: 0, next: null };
  const db = makeDatabase(sealedName(name), false);
  try {
    await db.open();
    const due = await db.reminders.where('openDueAt').between(since, now, false, true).count();
    const [next] = await db.reminders.where('openDueAt').above(now).limit(1).keys();
    return { due, next: typeof next === 'number' ? next : null };
  } finally {
    db.close();
  }
}
