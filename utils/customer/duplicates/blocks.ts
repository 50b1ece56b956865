import { blockKeys } from './block-keys';
import { endOfRun, ROOM, Sharded } from './growing';
import type { Prepared } from './prepare';

/** A key with more records than this is common: only neighbours in order of content are compared under it. */
const LARGEST = 30;
const WINDOW = 2;
/** Comparisons a record at most, on average, where all come to more than {@link SMALL}: the larger the base, the rarer a key
 * has to be to compare all under it. */
const PER_RECORD = 13;
const SMALL = 100_000;

/** Who shares a key with whom: records by number, in order of content, so that neighbours are the ones alike. */
export interface Blocks {
  /** Calls back with the number of each later record worth comparing with `record`, each once. */
  partners(record: number, visit: (other: number) => void): void;
}

/** Collects keys of records, one after the other, and makes blocks of them. */
export class Blocking {
  private readonly entries = new Sharded();
  private records = 0;

  add(record: Prepared): void {
    if (this.records >= ROOM) throw new RangeError(`at most ${ROOM} records can be compared at once`);
    const number = this.records;
    blockKeys(record, (key) => this.entries.push(key, number));
    this.records += 1;
  }

  /** The blocks of all records. Can be asked once; yields now and then, so that it can be done in slices. */
  *result(): Generator<void, Blocks> {
    const members: number[] = [];
    const behind: number[] = [];
    for (const shard of this.entries.sorted()) {
      for (let start = 0; start < shard.length; ) {
        const end = endOfRun(shard, start);
        for (let at = start; at < end && end - start > 1; at += 1) {
          members.push((shard[at] ?? 0) % ROOM);
          behind.push(end - at);
        }
        start = end;
      }
      yield;
    }
    return blocksOf(Uint32Array.from(members), Uint32Array.from(behind), this.records);
  }
}

/** `behind`: how many of its block stand from each member on, itself included. */
function blocksOf(members: Uint32Array, behind: Uint32Array, records: number): Blocks {
  const limit = largest(behind, records);
  const { starts, places } = placesOf(members, records);
  const sizes = sizesOf(behind);
  const met = new Uint32Array(records);
  let round = 0;
  return {
    partners: (record, visit) => {
      round += 1;
      for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at += 1) {
        const place = places[at] ?? 0;
        const rest = (behind[place] ?? 1) - 1;
        const reach = (sizes[place] ?? 0) > limit ? Math.min(rest, WINDOW) : rest;
        for (let next = place + 1; next <= place + reach; next += 1) {
          const other = members[next] ?? 0;
          if (met[other] === round) continue;
          met[other] = round;
          visit(other);
        }
      }
    },
  };
}

/** The size of the block of each place. */
function sizesOf(behind: Uint32Array): Uint32Array {
  const sizes = new Uint32Array(behind.length);
  for (let start = 0; start < behind.length; ) {
    const size = behind[start] ?? 1;
    sizes.fill(size, start, start + size);
    start += size;
  }
  return sizes;
}

/** The places of each record among the members, by counting. */
function placesOf(members: Uint32Array, records: number): { starts: Uint32Array; places: Uint32Array } {
  const starts = new Uint32Array(records + 1);
  for (const record of members) starts[record + 1] = (starts[record + 1] ?? 0) + 1;
  for (let record = 0; record < records; record += 1)
    starts[record + 1] = (starts[record + 1] ?? 0) + (starts[record] ?? 0);
  const places = new Uint32Array(members.length);
  const next = starts.slice();
  members.forEach((record, place) => {
    const at = next[record] ?? 0;
    places[at] = place;
    next[record] = at + 1;
  });
  return { starts, places };
}

/** The largest block that is compared whole: as large as the comparisons allow in all. */
function largest(behind: Uint32Array, records: number): number {
  const members = new Float64Array(LARGEST + 1);
  let left = Math.max(SMALL, records * PER_RECORD);
  for (let start = 0; start < behind.length; ) {
    const size = behind[start] ?? 1;
    if (size <= LARGEST) members[size] = (members[size] ?? 0) + size;
    left -= Math.min(WINDOW, (size - 1) / 2) * size;
    start += size;
  }
  for (let size = 2 * WINDOW; size <= LARGEST; size += 1) {
    left -= (members[size] ?? 0) * ((size - 1) / 2 - WINDOW);
    if (left < 0) return size - 1;
  }
  return LARGEST;
}
