import type { Entry, Ledger } from '../value/ledger';
import { inOrder } from '../value/summarise';
import type { EntriesOptions } from './api-value';
import { breath } from './breath';
import { chunks } from './bulk';
import { closeBy } from './close-by';
import { type Database, type Tables, writing } from './database';
import { putSums, summing } from './derive-values';
import { newLedger } from './drafts';
import { stateKey, stateOf } from './import-state';
import { BUCKETS, type Owned, takeWaiting, type Waiting } from './inbox';
import { newRow } from './rows';
import { countChanged } from './scoring';

/** Ledgers a transaction: some thousand entries, a few tenths of a second. */
const LEDGERS = 512;
/** Ledgers handed over together: the database writes some while the next are put together. */
const AT_ONCE = 64;
/** Parts of `bulkParts` that filing writes stand behind those of reading; the same bucket and chunk is the same part again. */
const FILED_FROM = 1_000_000;
const PER_BUCKET = 10_000;

interface Filing {
  change: { id: string };
  at: number;
  entries: number;
}

/** Files all that is in the inbox of an import, bucket by bucket; returns the entries whose customer is gone. */
export async function fileAll(
  db: Database,
  { change, at, entries }: Filing,
  { signal, onProgress }: EntriesOptions,
): Promise<Waiting[]> {
  const orphans: Waiting[] = [];
  let filed = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const owned = await ownedOf(db, change.id, bucket);
    const ids = [...owned.keys()].sort();
    for (let from = 0; from < ids.length; from += LEDGERS) {
      signal?.throwIfAborted();
      const some = ids.slice(from, from + LEDGERS);
      const last = from + LEDGERS >= ids.length;
      const part = FILED_FROM + bucket * PER_BUCKET + from / LEDGERS;
      const step = { importId: change.id, bucket, part, at, last };
      orphans.push(...(await fileSome(db, step, some, owned)));
      for (const id of some) filed += owned.get(id)?.length ?? 0;
      onProgress?.(filed, entries);
      await breath();
    }
  }
  return orphans;
}

async function ownedOf(db: Tables, importId: string, bucket: number): Promise<Owned> {
  const parts = await db.inbox
    .where('[importId+bucket+part]')
    .between([importId, bucket, 0], [importId, bucket, Number.POSITIVE_INFINITY])
    .toArray();
  const owned: Owned = new Map();
  for (const part of parts) takeWaiting(owned, part);
  return owned;
}

interface Step {
  importId: string;
  bucket: number;
  part: number;
  at: number;
  /** The bucket's last: it is emptied. */
  last: boolean;
}

function fileSome(
  db: Database,
  step: Step,
  ids: string[],
  owned: ReadonlyMap<string, Entry[]>,
): Promise<Waiting[]> {
  return writing(db, async (tables) => {
    const [customers, ledgers] = await Promise.all([
      closeBy(tables.customers, ids),
      closeBy(tables.ledgers, ids),
    ]);
    const context = await summing(tables);
    const there = ids.flatMap((id, i) => {
      const customer = customers[i];
      return customer?.deletedAt === null ? [{ id, customer, ledger: ledgers[i] }] : [];
    });
    const written = chunks(there, AT_ONCE).flatMap((some) => {
      const known = some.map(({ id, customer, ledger }) => {
        const entries = withEntries(ledger, id, owned.get(id) ?? [], step.at);
        return { id, customer, ledger: entries };
      });
      const put = tables.ledgers.bulkPut(known.map(({ ledger }) => ledger));
      return [put, putSums(tables, known, context)];
    });
    const live = there.map(({ id }) => id);
    await Promise.all([...written, countChanged(tables, live.length), note(tables, step, live)]);
    const filed = new Set(live);
    return ids.flatMap((id) =>
      filed.has(id) ? [] : (owned.get(id) ?? []).map((entry) => ({ customerId: id, entry })),
    );
  });
}

/** The ledger with these entries added; one that is there already (a run that goes on) is not added twice. */
function withEntries(known: Ledger | undefined, id: string, added: readonly Entry[], at: number): Ledger {
  const ledger = known ?? newRow('ledgers', newLedger(id), at);
  const entries = new Map(ledger.entries.map((entry) => [entry.id, entry]));
  for (const entry of added) entries.set(entry.id, entry);
  return { ...ledger, deletedAt: null, updatedAt: at, entries: [...entries.values()].sort(inOrder) };
}

async function note(db: Tables, { importId, bucket, part, last }: Step, ids: string[]): Promise<void> {
  const known = await db.bulkParts.get([importId, part]);
  await db.bulkParts.put({ changeId: importId, part, ids: { ledgers: ids } });
  const state = await stateOf(db, importId);
  if (state && !known)
    await db.meta.put({ key: stateKey(importId), value: { ...state, ledgers: state.ledgers + ids.length } });
  if (last)
    await db.inbox
      .where('[importId+bucket+part]')
      .between([importId, bucket, 0], [importId, bucket, Number.POSITIVE_INFINITY])
      .delete();
}
