import type { DBCoreKeyRange } from 'dexie';

/** Numbers of Dexie's `DBCoreRangeType`, which is no value in its package (4.4, 2026-11). */
export const EQUAL = 1;
export const RANGE = 2;
export const NEVER = 4;

/** Dexie names ends that bound nothing by what is below and above every key. */
const isKey = (bound: unknown): bound is string | number =>
  typeof bound === 'string' || (typeof bound === 'number' && Number.isFinite(bound));

/** No end of it bounds anything. */
export const isAll = ({ type, lower, upper }: DBCoreKeyRange): boolean =>
  (type as number) !== NEVER && !isKey(lower) && !isKey(upper);

/** Whether a key lies in it. */
export function isIn({ type, lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange, key: unknown): boolean {
  if ((type as number) === NEVER || !isKey(key)) return false;
  if (isKey(lower) && (key < lower || (lowerOpen === true && key === lower))) return false;
  return !(isKey(upper) && (key > upper || (upperOpen === true && key === upper)));
}

/** The range of the keys that `toKey` makes of those in it, both ends counted. */
export function widened(range: DBCoreKeyRange, toKey: (key: string) => string): DBCoreKeyRange {
  const { type, lower, upper } = range;
  if ((type as number) !== EQUAL && (type as number) !== RANGE) return range;
  const end = (bound: unknown) => (typeof bound === 'string' ? toKey(bound) : bound);
  return { type, lower: end(lower), upper: end(upper), lowerOpen: false, upperOpen: false };
}
