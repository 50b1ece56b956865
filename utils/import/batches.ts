import type { EntryBatch, Store } from '../store/api';
import type { ImportCounts, RejectRow } from '../store/import-types';
import type { FileRow } from '../transfer/csv-stream';
import type { Source } from '../transfer/source';
import { copyOf, noCounts } from './counts';
import { partRows } from './part-rows';
import { dataRows, type Plan } from './plan';

/** Where a resumed import goes on: kept by the store in the same transaction as the rows before it. */
export interface Checkpoint {
  /** Rows under the headers that are dealt with. */
  rows: number;
  /** Parts that are written. */
  parts: number;
  counts: ImportCounts;
}
export const atStart = (): Checkpoint => ({ rows: 0, parts: 0, counts: noCounts() });

/** All that the reading of an import needs. */
export interface Work {
  store: Store;
  importId: string;
  plan: Plan;
  source: Source;
  /** Behind which rows to go on. */
  from: Checkpoint;
  signal: AbortSignal;
  /** Bytes of the file that were read, and the counts so far. */
  onRead: (bytes: number, counts: ImportCounts) => void;
}

/** What becomes of some rows. `counts` are the running ones, changed by it. */
export interface Dealt {
  rows: NonNullable<EntryBatch['rows']>;
  entries: EntryBatch['entries'];
  rejects: RejectRow[];
}
export interface Dealer {
  /** A row that was dealt with before a crash: what has to be known of it for those after it. */
  skip: (row: FileRow) => void;
  deal: (rows: FileRow[], counts: ImportCounts) => Promise<Dealt>;
}

/**
 * A file as the parts that the store writes one by one. Refused rows are kept before the part that they belong to: a part that is read again
 * after a crash replaces them, so they are neither lost nor doubled.
 */
export async function* batches(work: Work, dealer: Dealer): AsyncGenerator<EntryBatch> {
  const { store, importId, from, signal, onRead } = work;
  let counts = copyOf(from.counts);
  let { rows: done, parts } = from;
  let seen = 0;
  let waiting: FileRow[] = [];
  const part = async (rows: FileRow[]): Promise<EntryBatch> => {
    signal.throwIfAborted();
    counts = copyOf(counts);
    counts.rows += rows.length;
    const { rejects, ...dealt } = await dealer.deal(rows, counts);
    counts.accepted = counts.rows - counts.rejected;
    await store.saveRejects({ importId, part: parts, rows: rejects });
    done += rows.length;
    parts++;
    return { ...dealt, checkpoint: { rows: done, parts, counts } satisfies Checkpoint };
  };
  for await (const { rows, bytes } of dataRows(work.source, work.plan)) {
    signal.throwIfAborted();
    for (const row of rows) {
      if (seen++ < from.rows) dealer.skip(row);
      else waiting.push(row);
      if (waiting.length >= partRows(counts)) {
        yield await part(waiting);
        waiting = [];
      }
    }
    onRead(bytes, counts);
  }
  if (waiting.length > 0 || parts === 0) yield await part(waiting);
  // from here on the store has no checkpoint of ours any more
  await store.saveCounts(importId, counts);
  onRead(Number.POSITIVE_INFINITY, counts);
}
