import type { Band } from './bands';
import { blockKeys } from './block-keys';
import { compareText, type Pair } from './found';
import { judgeOf, kindOf } from './judge';
import type { Model } from './model';
import { preparer } from './prepare';
import type { DuplicateRecord } from './record';
import { type Relation, relationOf } from './relation';

/**
 * The keys under which a record is found again, as 32-bit numbers: to be stored beside it under a multi-entry index.
 * They change with the names, codes, addresses, phones and e-mail addresses of the record, and with {@link KEYS_VERSION}.
 */
export function blockKeysOf(record: DuplicateRecord): number[] {
  const keys = new Set<number>();
  blockKeys(preparer()(record), (key) => keys.add(key));
  return [...keys];
}

/** Raised when the keys are made otherwise: stored keys of a lower version are to be made anew. */
export const KEYS_VERSION = 1;

/** Where stored records are found by their keys ({@link blockKeysOf}). */
export interface BlockIndex {
  /**
   * Records under a key, as ids. At most `limit` of them need to be given: a key with so many tells too little to look
   * at all of them.
   */
  idsUnder(key: number, limit: number): Promise<readonly string[]> | readonly string[];
  /** The records with these ids; those that are gone are left out. */
  records(ids: readonly string[]): Promise<readonly DuplicateRecord[]> | readonly DuplicateRecord[];
}

/** A stored record beside the new one. */
export interface Candidate extends Omit<Pair, 'id1' | 'id2'> {
  id: string;
  band: Band;
  relation: Relation;
}

/** A key with more records than this is common, and is left alone where rarer ones lead somewhere. */
const COMMON = 30;
/** Records that one new record is compared with at most: those that share most keys. */
const COMPARED = 200;

/**
 * Stored records that may be the same as `record` or are related to it: duplicates first, then by score, ties by id.
 * The record itself, should it be stored, is left out. Judged by a model learned from the whole base (or `untrained()`).
 */
export async function candidatesFor(
  record: DuplicateRecord,
  index: BlockIndex,
  model: Model,
): Promise<Candidate[]> {
  const shared = new Map<string, number>();
  for (const key of blockKeysOf(record)) {
    const ids = await index.idsUnder(key, COMMON + 1);
    const worth = ids.length > COMMON ? 1 / ids.length : 1;
    for (const id of ids) if (id !== record.id) shared.set(id, (shared.get(id) ?? 0) + worth);
  }
  const ids = [...shared].sort(([x, a], [y, b]) => b - a || compareText(x, y)).map(([id]) => id);
  return judgeAll(record, await index.records(ids.slice(0, COMPARED)), model);
}

/** Judges one record against each of some others; what is neither the same nor related is left out. */
export function judgeAll(
  record: DuplicateRecord,
  others: readonly DuplicateRecord[],
  model: Model,
): Candidate[] {
  const { judge } = judgeOf(model);
  const prepare = preparer();
  const own = prepare(record);
  const found: Candidate[] = [];
  for (const other of others) {
    if (other.id === record.id) continue;
    const theirs = prepare(other);
    const judged = judge(own, theirs);
    const relation = relationOf(judged.found, judged.band, kindOf(own, theirs));
    const { score, weights, band } = judged;
    if (relation !== null) found.push({ id: other.id, band, relation, score, reasons: weights });
  }
  const rank = ({ relation }: Candidate) => Number(relation !== 'duplicate');
  return found.sort((x, y) => rank(x) - rank(y) || y.score - x.score || compareText(x.id, y.id));
}

/** An index in memory: for a file on its way in, and for tests. */
export function memoryIndex(
  records: Iterable<DuplicateRecord>,
): BlockIndex & { add(record: DuplicateRecord): void } {
  const byKey = new Map<number, string[]>();
  const byId = new Map<string, DuplicateRecord>();
  const add = (record: DuplicateRecord) => {
    byId.set(record.id, record);
    for (const key of blockKeysOf(record)) {
      const ids = byKey.get(key);
      if (ids) ids.push(record.id);
      else byKey.set(key, [record.id]);
    }
  };
  for (const record of records) add(record);
  return {
    add,
    idsUnder: (key, limit) => (byKey.get(key) ?? []).slice(0, limit),
    records: (ids) => ids.flatMap((id) => byId.get(id) ?? []),
  };
}
