/** Room for a record's number beside a 32-bit hash in one float: more records cannot be compared at once. */
export const ROOM = 2 ** 21;
const SHARDS = 64;
const SHARD = 2 ** 32 / SHARDS;

/**
 * Pairs of a 32-bit hash and a number below {@link ROOM}, gathered in typed arrays and sorted shard by shard: a
 * million of them take a tenth of the room and time of objects, and no single step takes long.
 */
export class Sharded {
  private readonly shards = Array.from({ length: SHARDS }, () => new Growing());

  push(hash: number, number: number): void {
    this.shards[Math.floor(hash / SHARD)]?.push(hash * ROOM + number);
  }

  /** One shard after the other as `hash * ROOM + number`, ascending, each pair once. Can be asked once. */
  *sorted(): Generator<Float64Array> {
    for (let at = 0; at < SHARDS; at += 1) {
      const shard = this.shards[at];
      if (shard) yield shard.sortedOnce();
      this.shards[at] = new Growing();
    }
  }
}

/** The end of the run of one hash that begins at `start`. */
export function endOfRun(sorted: Float64Array, start: number): number {
  const above = (Math.floor((sorted[start] ?? 0) / ROOM) + 1) * ROOM;
  let end = start + 1;
  while (end < sorted.length && (sorted[end] ?? 0) < above) end += 1;
  return end;
}

/** Numbers in one typed array that grows. */
class Growing {
  private values = new Float64Array(64);
  private size = 0;

  push(value: number): void {
    if (this.size === this.values.length) {
      const larger = new Float64Array(Math.ceil(this.size * 1.5));
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.size] = value;
    this.size += 1;
  }

  sortedOnce(): Float64Array {
    const sorted = this.values.subarray(0, this.size).sort();
    let kept = 0;
    for (let at = 0; at < sorted.length; at += 1) {
      const value = sorted[at] ?? 0;
      if (kept === 0 || sorted[kept - 1] !== value) sorted[kept++] = value;
    }
    return sorted.subarray(0, kept);
  }
}
