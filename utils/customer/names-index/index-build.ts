import { foldName, isSeamless, meet } from './fold-text';

/**
 * The rarest-gram index: of every name one gram (two characters of a script without blanks, four of any other) is
 * kept, the one that the fewest names have. A text is passed once; where a gram of it is in the index, the name's
 * hash says whether it stands there. No name is kept in it: what is found is looked up and checked by its row.
 */
export interface NameIndex {
  /** Where each bucket of `tags` begins; one more than there are buckets, which are a power of two. */
  starts: Uint32Array;
  /** Of each name, ordered by bucket: the rest of its gram's hash … */
  tags: Uint16Array;
  /** … its own hash, its length and where its gram begins in it … */
  hashes: Uint32Array;
  lengths: Uint8Array;
  offsets: Uint8Array;
  /** … and whose it is: the number of an id, times two, plus one for a contact. */
  owners: Uint32Array;
  /** Sixteen bytes an id (UUID). */
  ids: Uint8Array;
}

/** A name to be found and whose it is. */
export interface NameEntry {
  /** UUID of the customer or contact. */
  id: string;
  contact: boolean;
  name: string;
}

/** Longest name that is sought, in folded units. */
export const MAX_LENGTH = 120;
const GRAM = 4;
const COUNTERS = 1 << 20;

export const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const finish = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};
export const SEED = 0x811c9dc5;

type Codes = ArrayLike<number>;

/** The hash of the gram that begins at `at`; -1 where none does. `end`: where the text ends. */
export function gramAt(codes: Codes, at: number, end: number): number {
  const first = codes[at] ?? 0;
  if (isSeamless(first)) {
    const second = codes[at + 1] ?? 0;
    if (at + 1 >= end || !isSeamless(second)) return -1;
    return finish(mix(mix(SEED, first), second));
  }
  if (at + GRAM > end) return -1;
  let hash = mix(SEED, first);
  for (let of = 1; of < GRAM; of++) hash = mix(hash, codes[at + of] ?? 0);
  return finish(hash);
}

export function hashOf(codes: Codes, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at++) hash = mix(hash, codes[at] ?? 0);
  return finish(hash);
}

/** Names that were collected, to be put by: folded, one behind the other. */
export interface NameBatch {
  codes: Uint16Array;
  lengths: Uint8Array;
  /** Whose each is: the number of an id of this batch, times two, plus one for a contact. */
  owners: Uint32Array;
  /** Sixteen bytes an id (UUID). */
  ids: Uint8Array;
}

/** Names between two moments at which making the index may rest. */
const STEP = 2_000;

/** Collects names and makes the index of them; a name that holds no gram (one character) is left out. */
export class NameIndexBuilder {
  private readonly counts = new Uint16Array(COUNTERS);
  private readonly names: Uint16Array[] = [];
  private readonly owners: number[] = [];
  private readonly ids: string[] = [];
  /** How many of them were taken ({@link take}). */
  private taken = { names: 0, ids: 0 };

  /** Takes a name in; those of one id one after the other. */
  add({ id, contact, name }: NameEntry): void {
    const folded = foldName(name).slice(0, MAX_LENGTH);
    const codes = Uint16Array.from({ length: folded.length }, (_, at) => folded.charCodeAt(at));
    if (!this.count(codes)) return;
    const known = this.ids.length > this.taken.ids && this.ids.at(-1) === id;
    const number = known ? this.ids.length - 1 : this.ids.push(id) - 1;
    this.names.push(codes);
    this.owners.push(number * 2 + Number(contact));
  }

  /** What was added since it was last asked. */
  take(): NameBatch {
    const names = this.names.slice(this.taken.names);
    const ids = this.ids.slice(this.taken.ids);
    const codes = new Uint16Array(names.reduce((sum, name) => sum + name.length, 0));
    let at = 0;
    for (const name of names) {
      codes.set(name, at);
      at += name.length;
    }
    const owners = this.owners.slice(this.taken.names).map((owner) => owner - this.taken.ids * 2);
    this.taken = { names: this.names.length, ids: this.ids.length };
    return {
      codes,
      lengths: Uint8Array.from(names, ({ length }) => length),
      owners: Uint32Array.from(owners),
      ids: bytesOf(ids),
    };
  }

  /** Takes in what another builder collected; all before anything is added. */
  restore(batch: NameBatch): void {
    meet(batch.codes);
    const before = this.ids.length;
    for (let at = 0; at < batch.ids.length / 16; at++) this.ids.push(idAt(batch, at));
    let from = 0;
    batch.lengths.forEach((length, at) => {
      const codes = batch.codes.slice(from, from + length);
      from += length;
      this.count(codes);
      this.names.push(codes);
      this.owners.push((batch.owners[at] ?? 0) + before * 2);
    });
    this.taken = { names: this.names.length, ids: this.ids.length };
  }

  build(): NameIndex {
    const work = this.building();
    for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
  }

  /** {@link build}, resting now and then, so that it can be done in slices. */
  *building(): Generator<void, NameIndex> {
    const size = this.names.length;
    const bits = Math.max(4, Math.min(20, Math.ceil(Math.log2(size + 1))));
    const starts = new Uint32Array((1 << bits) + 1);
    const grams = new Uint32Array(size);
    const places = new Uint8Array(size);
    for (let number = 0; number < size; number++) {
      if (number % STEP === 0) yield;
      const { hash, offset } = this.rarest(this.names[number] ?? NO_CODES);
      grams[number] = hash;
      places[number] = offset;
      count(starts, (hash >>> (32 - bits)) + 1);
    }
    for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const index: NameIndex = {
      starts,
      tags: new Uint16Array(size),
      hashes: new Uint32Array(size),
      lengths: new Uint8Array(size),
      offsets: new Uint8Array(size),
      owners: new Uint32Array(size),
      ids: bytesOf(this.ids),
    };
    const next = starts.slice();
    const order = byPlace(
      places,
      this.names.map(({ length }) => length),
    );
    for (let placed = 0; placed < size; placed++) {
      if (placed % STEP === 0) yield;
      const number = order[placed] ?? 0;
      const codes = this.names[number] ?? NO_CODES;
      const hash = grams[number] ?? 0;
      const bucket = hash >>> (32 - bits);
      const at = next[bucket] ?? 0;
      next[bucket] = at + 1;
      index.tags[at] = hash & 0xffff;
      index.hashes[at] = hashOf(codes, 0, codes.length);
      index.lengths[at] = codes.length;
      index.offsets[at] = places[number] ?? 0;
      index.owners[at] = this.owners[number] ?? 0;
    }
    return index;
  }

  /** Counts a name's grams; false where it has none. */
  private count(codes: Uint16Array): boolean {
    let grams = 0;
    for (let at = 0; at < codes.length; at++) {
      const gram = gramAt(codes, at, codes.length);
      if (gram < 0) continue;
      grams++;
      const slot = gram % COUNTERS;
      this.counts[slot] = Math.min(65_535, (this.counts[slot] ?? 0) + 1);
    }
    return grams > 0;
  }

  private rarest(codes: Uint16Array): { hash: number; offset: number } {
    let best = { hash: 0, offset: 0 };
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < codes.length; at++) {
      const hash = gramAt(codes, at, codes.length);
      const times = hash < 0 ? Number.POSITIVE_INFINITY : (this.counts[hash % COUNTERS] ?? 0);
      if (times < least) {
        best = { hash, offset: at };
        least = times;
      }
    }
    return best;
  }
}

/** The names' numbers ordered by where their grams stand and by length, so that in a bucket those that a scan asks the same of are neighbours. */
function byPlace(places: Uint8Array, lengths: readonly number[]): Uint32Array {
  const keyOf = (number: number): number => (places[number] ?? 0) * (MAX_LENGTH + 1) + (lengths[number] ?? 0);
  const next = new Uint32Array((MAX_LENGTH + 1) ** 2 + 1);
  for (let number = 0; number < places.length; number++) count(next, keyOf(number) + 1);
  for (let key = 1; key < next.length; key++) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const order = new Uint32Array(places.length);
  for (let number = 0; number < places.length; number++) {
    const key = keyOf(number);
    order[next[key] ?? 0] = number;
    count(next, key);
  }
  return order;
}

const NO_CODES = new Uint16Array(0);

const count = (starts: Uint32Array, at: number): void => {
  starts[at] = (starts[at] ?? 0) + 1;
};

/** UUIDs as sixteen bytes each. */
function bytesOf(ids: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(ids.length * 16);
  ids.forEach((id, number) => {
    const hex = id.replaceAll('-', '');
    for (let at = 0; at < 16; at++)
      bytes[number * 16 + at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  });
  return bytes;
}

/** The UUID number `at` of an index or a batch. */
export function idAt({ ids }: Pick<NameIndex, 'ids'>, at: number): string {
  let hex = '';
  for (const byte of ids.subarray(at * 16, at * 16 + 16)) hex += byte.toString(16).padStart(2, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Bytes that an index takes in memory and on the disk. */
export const sizeOf = (index: NameIndex): number =>
  Object.values(index).reduce((sum, part) => sum + (part as Uint8Array).byteLength, 0);
