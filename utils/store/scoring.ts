import type { Branch } from '../retention/insight';
import { NO_RANKING, type Ranking } from '../retention/ranking';
import type { Tables } from './database';
import { META } from './value-queries';

/** What a single customer is scored with, kept small: it is read with every edit. */
export interface Scoring {
  ranking: Ranking;
  asOf: string;
  today: number;
}

export async function scoring(db: Tables): Promise<Scoring> {
  const known = (await db.meta.get(META.scoring))?.value as Scoring | undefined;
  return known ?? { ranking: NO_RANKING, asOf: '1970-01-01', today: 0 };
}

/** The place of every customer, and what their referrals come to: worked out at once, written slice by slice. */
export interface Ranks {
  /** Ids in their order, one after the other: each is 36 characters. */
  ids: string;
  /** The place of each, 1 the best. */
  places: Int32Array;
  /** Of those who referred somebody. */
  branches: Map<string, Branch>;
}

const ID_LENGTH = 36;

/** The place of a customer; undefined where they came later. */
export function placeOf({ ids, places }: Ranks, id: string): number | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = ids.slice(middle * ID_LENGTH, (middle + 1) * ID_LENGTH);
    if (at === id) return places[middle];
    if (at < id) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

export async function ranksOf(db: Tables): Promise<Ranks | null> {
  return ((await db.meta.get(META.ranks))?.value as Ranks | undefined) ?? null;
}

/** Counts customers whose sums changed: enough of them, and the models are fitted anew. Part of the transaction that changed them. */
export async function countChanged(db: Tables, customers: number): Promise<void> {
  const before = Number((await db.meta.get(META.changed))?.value ?? 0);
  await db.meta.put({ key: META.changed, value: before + customers });
}
