import { blockKeys } from './block-keys';
import { hashOf } from './hash';
import type { Prepared } from './prepare';

/** A key with more records than this is common: only neighbours by content are compared under it. */
const LARGEST = 30;
const WINDOW = 4;
/** Room for a record's number beside a key's 32-bit hash in one float. */
const ROOM = 2 ** 21;

/**
 * Pairs of records worth comparing, each once, as `i * records.length + j` with i < j, ascending. Records must be
 * in order of content, so that neighbours in a common block are the ones alike. At most {@link ROOM} records.
 */
export function candidatePairs(records: readonly Prepared[]): Float64Array {
  const entries = keyEntries(records);
  const pairs = new Growing();
  const count = records.length;
  for (let start = 0; start < entries.length; ) {
    const hash = Math.floor((entries[start] ?? 0) / ROOM);
    let end = start + 1;
    while (end < entries.length && Math.floor((entries[end] ?? 0) / ROOM) === hash) end += 1;
    const reach = end - start > LARGEST ? WINDOW : LARGEST;
    for (let x = start; x < end; x += 1) {
      const i = (entries[x] ?? 0) % ROOM;
      for (let y = x + 1; y < end && y <= x + reach; y += 1)
        pairs.push(i * count + ((entries[y] ?? 0) % ROOM));
    }
    start = end;
  }
  return pairs.sortedOnce();
}

/** Every key of every record as hash and record number, sorted: a block is a run of one hash. */
function keyEntries(records: readonly Prepared[]): Float64Array {
  if (records.length >= ROOM) throw new RangeError(`at most ${ROOM - 1} records can be compared at once`);
  const entries = new Growing();
  records.forEach((record, index) => {
    for (const key of blockKeys(record)) entries.push(hashOf(key) * ROOM + index);
  });
  return entries.sortedOnce();
}

/** Numbers in one typed array that grows, which sorts ten times faster than an array of numbers. */
class Growing {
  private values = new Float64Array(1024);
  private size = 0;

  push(value: number): void {
    if (this.size === this.values.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.size] = value;
    this.size += 1;
  }

  /** Ascending, each value once. */
  sortedOnce(): Float64Array {
    const sorted = this.values.subarray(0, this.size).sort();
    let kept = 0;
    for (const value of sorted) {
      if (kept === 0 || sorted[kept - 1] !== value) sorted[kept++] = value;
    }
    return sorted.subarray(0, kept);
  }
}
