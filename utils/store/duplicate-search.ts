import { blockKeysOf, type Checkpoint, DuplicateSearch, storeModel } from '../customer/duplicates';
import type { SearchDuplicatesOptions } from './api-duplicates';
import { breath } from './breath';
import type { Database } from './database';
import { MODEL, POSITION, proposalId, recordsOf, rowOf, trimTouches, WHOLE } from './duplicates';
import { lastTouch } from './touches';

const CHECKPOINT = 'duplicates:checkpoint';
const BATCH = 500;
/** How often it is kept how far the search is. */
const KEEP_MS = 3_000;

/**
 * Compares all records; see {@link DuplicateStore.searchDuplicates}. What it finds replaces all proposals at the end,
 * in one transaction; what was put off stays put off. Records written meanwhile are looked at again afterwards.
 */
export async function searchDuplicates(db: Database, options: SearchDuplicatesOptions): Promise<number> {
  const { onProgress, signal } = options;
  const seq = await lastTouch(db);
  const kept = (await db.derived.get(CHECKPOINT)) as { checkpoint?: Checkpoint } | undefined;
  const apart = new Set<string>();
  for (const row of await db.distinctions.toArray())
    if (row.deletedAt === null) apart.add(proposalId(row.customerId, row.otherId));
  const search = new DuplicateSearch({
    notSame: (one, other) => apart.has(proposalId(one, other)),
    ...(kept?.checkpoint && { resume: kept.checkpoint }),
  });
  await addAll(db, search, options);
  const run = search.run();
  let keptAt = Date.now();
  let step = run.next();
  for (; !step.done; step = run.next()) {
    onProgress?.(step.value);
    if (signal?.aborted || Date.now() - keptAt > KEEP_MS) {
      await keep(db, search);
      await options.pause?.();
      keptAt = Date.now();
    }
    signal?.throwIfAborted();
    await breath();
  }
  const { proposals, model } = step.value;
  await db.transaction('rw', db.proposals, db.derived, db.meta, async () => {
    const before = await db.proposals.toArray();
    const later = new Map(before.map((row) => [row.id, row.laterUntil]));
    await db.proposals.clear();
    await db.proposals.bulkPut(proposals.map((pair) => rowOf(pair.id1, pair.id2, pair, later)));
    await db.derived.put({ key: MODEL, model: storeModel(model) } as { key: string });
    await db.derived.delete(CHECKPOINT);
    await db.meta.bulkPut([
      { key: POSITION, value: seq },
      { key: WHOLE, value: false },
    ]);
  });
  await trimTouches(db);
  return proposals.length;
}

async function keep(db: Database, search: DuplicateSearch): Promise<void> {
  const checkpoint = search.checkpoint();
  if (checkpoint) await db.derived.put({ key: CHECKPOINT, checkpoint } as { key: string });
}

/** Reads every record, and stores the keys of those that have none yet. */
async function addAll(
  db: Database,
  search: DuplicateSearch,
  { signal, pause }: SearchDuplicatesOptions,
): Promise<void> {
  for (let after = ''; ; ) {
    signal?.throwIfAborted();
    await pause?.();
    const ids = await db.customers.where(':id').above(after).limit(BATCH).primaryKeys();
    const records = await recordsOf(db, ids);
    for (const record of records) search.add(record);
    const known = new Set(await db.blocks.where(':id').anyOf(ids).primaryKeys());
    const fresh = records.filter(({ id }) => !known.has(id));
    await db.blocks.bulkPut(fresh.map((record) => ({ id: record.id, keys: blockKeysOf(record) })));
    if (ids.length < BATCH) return;
    after = ids.at(-1) ?? '';
  }
}
