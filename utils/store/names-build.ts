import { type NameBatch, type NameIndex, NameIndexBuilder, nameForms } from '../customer/names-index';
import { type Slices, slices } from './breath';
import type { Database } from './database';
import type { StoredContact, StoredCustomer } from './stored';
import { lastTouch } from './touches';

/** Rows read at once: more would hold the worker up while the database hands them over. */
const ROWS = 200;
/** Names between two parts that are put by: what a worker that is stopped has to read again. */
const PART_ROWS = 10_000;
const STEP = 'names-part:';
const TABLES = ['customers', 'contacts'] as const;

/** Names that were read, put by while an index is made: gone when it is done. */
interface Part {
  /** {@link STEP} and its number, in order. */
  key: string;
  version: number;
  /** The newest touch when the first part began: what was written later is read again. */
  seq: number;
  /** What was read last; the next part goes on behind it. */
  table: (typeof TABLES)[number];
  after: string;
  names: NameBatch;
}

/** The index of all names, and the touch up to which it surely holds them. */
export interface Made {
  index: NameIndex;
  seq: number;
}

/**
 * Makes the index of all names in slices, and puts by what it has read every so many rows: a worker that is stopped
 * meanwhile goes on from there at its next start.
 */
export async function makeNameIndex(db: Database, version: number, partRows = PART_ROWS): Promise<Made> {
  const begun = await partsOf(db, version);
  const seq = begun[0]?.seq ?? (await lastTouch(db));
  const builder = new NameIndexBuilder();
  for (const { names } of begun) builder.restore(names);
  const last = begun.at(-1);
  let parts = begun.length;
  const slice = slices();
  for (const table of TABLES.slice(last ? TABLES.indexOf(last.table) : 0)) {
    let rows = 0;
    let after = table === last?.table ? last.after : '';
    for (let read = ROWS; read === ROWS; ) {
      const page = await db.table(table).where(':id').above(after).limit(ROWS).toArray();
      read = page.length;
      after = page.at(-1)?.id ?? after;
      for (const row of page) {
        addRow(builder, table, row);
        if (slice.over()) await slice.rest();
      }
      rows += read;
      if (rows < partRows) continue;
      await putPart(db, { key: keyOf(parts++), version, seq, table, after, names: builder.take() });
      rows = 0;
    }
  }
  return { index: await built(builder, slice), seq };
}

const keyOf = (number: number): string => `${STEP}${String(number).padStart(6, '0')}`;

const putPart = (db: Database, part: Part): Promise<unknown> => db.derived.put(part);

/** What an earlier start has read; of another version nothing. */
async function partsOf(db: Database, version: number): Promise<Part[]> {
  const parts = (await db.derived.where('key').startsWith(STEP).toArray()) as unknown as Part[];
  if (parts.every((part) => part.version === version && part.seq === parts[0]?.seq)) return parts;
  await forgetParts(db);
  return [];
}

/** Forgets what was put by, once the index is stored. */
export async function forgetParts(db: Database): Promise<void> {
  await db.derived.where('key').startsWith(STEP).delete();
}

/** The names of one row, as it is now: none where it is removed. */
export function addRow(
  builder: NameIndexBuilder,
  table: (typeof TABLES)[number],
  row: StoredCustomer | StoredContact,
): void {
  if (row.deletedAt !== null) return;
  const kind = 'kind' in row ? row.kind : 'person';
  const names = 'aliases' in row ? [row.name, ...row.aliases.slice(0, 20)] : [row.name];
  for (const name of names)
    for (const { text } of nameForms(name, kind))
      builder.add({ id: row.id, contact: table === 'contacts', name: text });
}

async function built(builder: NameIndexBuilder, slice: Slices): Promise<NameIndex> {
  const work = builder.building();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (slice.over()) await slice.rest();
  }
}
