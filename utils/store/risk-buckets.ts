import { HASH_START, hashOn } from '../customer/duplicates/hash';
import type { RiskLevel } from '../customer/model';
import { levelOf } from '../retention/early-warning';
import type { Tables } from './database';
import type { RiskEntry, StoredRisks } from './stored';

/**
 * Risks lie in a fixed number of rows, each customer's in one that follows from their id alone: so all are written and read in a moment, one in a
 * few hundredths of it, and no row ever has to be divided.
 */
export const BUCKETS = 256;

/** The bucket of an id: FNV-1a, 32 bits, folded. */
export function bucketOf(id: string): number {
  const hash = hashOn(HASH_START, id);
  return ((hash >>> 8) ^ hash) & (BUCKETS - 1);
}

type Packed = [id: string, score: number | null, at?: number, today?: number];

/** A row of the table; `at` and `today` are what most of them have. */
export function packRisks(
  id: number,
  entries: ReadonlyMap<string, RiskEntry>,
  at: number,
  today: number,
): StoredRisks {
  const list: Packed[] = [];
  for (const [customerId, entry] of entries)
    list.push(
      entry[1] === at && entry[2] === today
        ? [customerId, entry[0]]
        : [customerId, entry[0], entry[1], entry[2]],
    );
  return { id, at, today, packed: JSON.stringify(list) };
}

/** The risks of a row by customer. */
export function unpackRisks(row: StoredRisks | undefined): Map<string, RiskEntry> {
  const entries = new Map<string, RiskEntry>();
  if (!row) return entries;
  for (const [id, score, at = row.at, today = row.today] of JSON.parse(row.packed) as Packed[])
    entries.set(id, [score, at, today]);
  return entries;
}

type Risks = Pick<Tables, 'risks'>;

async function rowsOf(db: Risks, ids: Iterable<string>): Promise<Map<number, StoredRisks>> {
  const buckets = [...new Set([...ids].map(bucketOf))];
  const rows = await db.risks.bulkGet(buckets);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}

/**
 * Writes the risks of these customers as `work` tells them; of whom it tells nothing there is none any more. In the running transaction, in which
 * the rows are read while `work` reads what it needs.
 */
export async function putRisks(
  db: Risks,
  ids: readonly string[],
  work: Promise<ReadonlyMap<string, RiskEntry>>,
): Promise<void> {
  const [rows, found] = await Promise.all([rowsOf(db, ids), work]);
  const changed = new Map<number, Map<string, RiskEntry>>();
  for (const id of ids) {
    const bucket = bucketOf(id);
    const entries = changed.get(bucket) ?? unpackRisks(rows.get(bucket));
    changed.set(bucket, entries);
    const entry = found.get(id);
    if (entry) entries.set(id, entry);
    else entries.delete(id);
  }
  const written = [...changed].filter(([bucket, entries]) => rows.has(bucket) || entries.size > 0);
  await db.risks.bulkPut(
    written.map(([bucket, entries]) => {
      const { at = 0, today = 0 } = rows.get(bucket) ?? {};
      return packRisks(bucket, entries, at, today);
    }),
  );
}

/** The level of each of these customers; nobody whose risk is unknown. */
export async function levelsOf(db: Risks, ids: string[]): Promise<Map<string, RiskLevel>> {
  const rows = await rowsOf(db, ids);
  const known = new Map([...rows].map(([bucket, row]) => [bucket, unpackRisks(row)]));
  return new Map(
    ids.flatMap((id) => {
      const score = known.get(bucketOf(id))?.get(id)?.[0] ?? null;
      return score === null ? [] : [[id, levelOf(score)] as const];
    }),
  );
}

export interface Riskiest {
  id: string;
  score: number;
  at: number;
  today: number;
}

/** Those with a score from `from` on and below `to`, the highest first. */
export async function riskiest(db: Risks, from: number, to: number, limit: number): Promise<Riskiest[]> {
  const found: Riskiest[] = [];
  for (const row of await db.risks.toArray())
    for (const [id, [score, at, today]] of unpackRisks(row))
      if (score !== null && score >= from && score < to) found.push({ id, score, at, today });
  return found.sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1)).slice(0, limit);
}
