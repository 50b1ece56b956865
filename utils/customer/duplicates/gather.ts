import { Blocking, type Blocks } from './blocks';
import { Counting, type Counts } from './counts';
import { compareText } from './found';
import { hashOf } from './hash';
import type { Prepared } from './prepare';
import { Sketches } from './sketch';
import { sortedNumbers } from './sorting';

/** Records ready to be compared. */
export interface Gathered {
  /** One record for all rows that say the same, in order of content. */
  records: readonly Prepared[];
  /** Ids of the further rows that say the same as a record, by its number. */
  repeats: ReadonlyMap<number, readonly string[]>;
  counts: Counts;
  blocks: Blocks;
  sketches: Sketches;
  /** The same for the same records, in whatever order they came. */
  fingerprint: string;
}

/** Sorts prepared records by content (`contents`, which is emptied), counts their values and makes blocks of them. */
export function* gather(prepared: readonly Prepared[], contents: string[]): Generator<void, Gathered> {
  const idOf = (index: number) => prepared[index]?.id ?? '';
  const contentOf = (index: number) => contents[index] ?? '';
  const order = yield* sortedNumbers(
    prepared.length,
    (x, y) => compareText(contentOf(x), contentOf(y)) || compareText(idOf(x), idOf(y)),
  );
  const records: Prepared[] = [];
  const repeats = new Map<number, string[]>();
  const [counting, blocking, sketches] = [new Counting(), new Blocking(), new Sketches(prepared.length)];
  let fingerprint = prepared.length;
  let last = '';
  for (const index of order) {
    const record = prepared[index];
    const content = contentOf(index);
    if (!record) continue;
    fingerprint = (fingerprint + hashOf(content, record.id)) % 2 ** 48;
    if (records.length > 0 && content === last) {
      const number = records.length - 1;
      const ids = repeats.get(number);
      if (ids) ids.push(record.id);
      else repeats.set(number, [record.id]);
    } else {
      records.push(record);
      counting.add(record);
      blocking.add(record);
      sketches.add(record, records.length - 1);
    }
    last = content;
    if (records.length % 16 === 0) yield;
  }
  contents.length = 0;
  const counts = yield* counting.result();
  const blocks = yield* blocking.result();
  return { records, repeats, counts, blocks, sketches, fingerprint: fingerprint.toString(36) };
}
