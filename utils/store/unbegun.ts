import { KEY_TIERS } from '../retention/guard';
import type { Database } from './database';
import { liveOf } from './rows';

/** So many stand in the due list at a time; the next follows when one was begun. A hundred at once would hide what is due today. */
export const UNBEGUN_AT_ONCE = 3;
const PAGE = 50;

/** Ids of key accounts at `now` whose check-list was never begun: of the best first, of each tier those who were entered first. */
export async function unbegunKeys(db: Database, now: number): Promise<string[]> {
  const found: string[] = [];
  for (const tier of KEY_TIERS) {
    for (let offset = 0; found.length < UNBEGUN_AT_ONCE; offset += PAGE) {
      const range = db.customers.where('[keyTier+createdAt]').between([tier, 0], [tier, now], true, true);
      const ids = await range.offset(offset).limit(PAGE).primaryKeys();
      if (ids.length === 0) break;
      found.push(...(await withoutList(db, ids)).slice(0, UNBEGUN_AT_ONCE - found.length));
      if (ids.length < PAGE) break;
    }
  }
  return found;
}

async function withoutList(db: Database, ids: string[]): Promise<string[]> {
  const lists = await liveOf(db.guards.where('customerId').anyOf(ids).toArray());
  const begun = new Set(lists.map((row) => row.customerId));
  return ids.filter((id) => !begun.has(id));
}
