import type { Database } from './database';

/** The latest due instant (epoch ms) that was ever announced. */
const UP_TO = 'announcedUpTo';
const FORGIVEN_MS = 3_600_000;

/** See {@link Store.markAnnounced}. */
export function markAnnounced(db: Database, ids: readonly string[]): Promise<void> {
  return db.transaction('rw', db.reminders, db.meta, async () => {
    let latest = await upTo(db);
    await db.reminders
      .where('id')
      .anyOf(ids)
      .modify((row) => {
        row.announcedFor = row.dueAt;
        latest = Math.max(latest, row.dueAt);
      });
    await db.meta.put({ key: UP_TO, value: latest });
  });
}

/** See {@link Store.forgetEarly}. Nearly always one look into `meta`. */
export async function forgetEarly(db: Database, now: number): Promise<void> {
  const from = now + FORGIVEN_MS;
  if ((await upTo(db)) <= from) return;
  await db.transaction('rw', db.reminders, db.meta, async () => {
    await db.reminders
      .where('openDueAt')
      .between(from, await upTo(db), false, true)
      .modify((row) => {
        row.announcedFor = null;
      });
    await db.meta.put({ key: UP_TO, value: from });
  });
}

async function upTo(db: Database): Promise<number> {
  return Number((await db.meta.get(UP_TO))?.value ?? 0);
}
