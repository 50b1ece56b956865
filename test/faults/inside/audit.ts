import Dexie from 'dexie';
import { stands } from '../../../utils/store/journal-rows.ts';
import { LEAN } from '../../../utils/store/lean-rows.ts';
import { unpackLedger } from '../../../utils/store/packed-ledgers.ts';
import { toRow } from '../../../utils/store/rows.ts';
import { SPECS } from '../../../utils/store/schema.ts';
import { unpackStretch } from '../../../utils/store/stretches.ts';
import type { JournalEntry, JournalRow, TableName } from '../../../utils/store/types.ts';
import type { Entry, Ledger } from '../../../utils/value/ledger.ts';
import type { Summary } from '../../../utils/value/summary-types.ts';

export interface Audit {
  /** Acknowledged writes (ids of changes, or of changes that were undone) without their entry in the journal. */
  lost: string[];
  /** Rows that are not as the last change of the journal left them, and journal entries without their rows. */
  half: string[];
  /** Undone twice. */
  doubled: string[];
  entries: number;
}

type Stored = { id: string } & Record<string, unknown>;
const NAMES = Object.keys(SPECS) as TableName[];

/** Reads the whole database, past the store, and holds the rows against the journal, which says what they should be. */
export async function audit(
  acked: readonly string[],
  undone: readonly string[],
  name = 'margin',
): Promise<Audit> {
  const db = await new Dexie(name).open();
  const journal: JournalEntry[] = await db.table('journal').toArray();
  const rows = new Map<string, Stored>();
  for (const table of NAMES)
    for (const row of (await db.table(table).toArray()) as Stored[])
      rows.set(`${table}:${row.id}`, asRead(table, row));
  const summaries = (await db.table('summaries').toArray()).flatMap(unpackStretch) as Summary[];
  db.close();
  const ids = new Set(journal.map(({ id }) => id));
  const undoes = journal.flatMap((entry) => (entry.undoes === null ? [] : [entry.undoes]));
  return {
    lost: [...acked.filter((id) => !ids.has(id)), ...undone.filter((id) => !undoes.includes(id))],
    half: [...wrongRows(inOrder(journal), rows), ...wrongSums(rows, summaries)],
    doubled: undoes.filter((id, at) => undoes.indexOf(id) !== at),
    entries: journal.length,
  };
}

/** Read past the store, rows are as they lie. */
function asRead(table: TableName, row: Stored): Stored {
  if (table === 'ledgers') return unpackLedger(row as never) as unknown as Stored;
  return table === 'customers' || table === 'contacts' ? (LEAN[table].read(row) ?? row) : row;
}

/** In the order in which they were written: two of one millisecond by their ids, which are made in order. */
const inOrder = (journal: JournalEntry[]) => journal.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

function wrongRows(journal: JournalEntry[], rows: ReadonlyMap<string, Stored>): string[] {
  const last = new Map<string, JournalRow>();
  const bulk = new Set<string>();
  const ledgers = new Map<string, Set<string>>();
  for (const entry of journal) {
    for (const row of entry.rows) {
      last.set(`${row.table}:${row.id}`, row);
      if (row.table === 'ledgers') follow(ledgers, row);
    }
    for (const [table, ids] of Object.entries(entry.bulkIds))
      for (const id of ids) bulk.add(`${table}:${id}`);
  }
  const wrong = [...last].filter(([key, row]) => !isLeft(row, rows.get(key), ledgers)).map(([key]) => key);
  const unknown = [...rows.keys()].filter((key) => !last.has(key) && !bulk.has(key));
  return [
    ...wrong.map((key) => `${key} is not as the journal says`),
    ...unknown.map((key) => `${key} without a change`),
  ];
}

interface LedgerPart {
  entries: Entry[];
}

/** Which entries a ledger should hold, by the changes so far. */
function follow(ledgers: Map<string, Set<string>>, { id, before, after }: JournalRow): void {
  const held = ledgers.get(id) ?? new Set<string>();
  ledgers.set(id, held);
  for (const entry of (before as LedgerPart | null)?.entries ?? []) held.delete(entry.id);
  for (const entry of (after as LedgerPart | null)?.entries ?? []) held.add(entry.id);
}

function isLeft(row: JournalRow, stored: Stored | undefined, ledgers: Map<string, Set<string>>): boolean {
  const current = stored ? toRow(row.table, stored as never) : null;
  if (!stands(current, row)) return false;
  if (row.table !== 'ledgers') return true;
  const held = new Set((current as Ledger | null)?.entries.map(({ id }) => id));
  const wanted = ledgers.get(row.id) ?? new Set<string>();
  return held.size === wanted.size && [...wanted].every((id) => held.has(id));
}

/** What is derived of a ledger is of the same moment. */
function wrongSums(rows: ReadonlyMap<string, Stored>, summaries: readonly Summary[]): string[] {
  const counts = new Map(summaries.map(({ id, entries }) => [id, entries]));
  return [...rows].flatMap(([key, row]) => {
    if (!key.startsWith('ledgers:')) return [];
    const { entries, deletedAt } = row as unknown as Ledger;
    const wanted = deletedAt === null ? entries.length : 0;
    return (counts.get(row.id) ?? 0) === wanted ? [] : [`${key} is not what its sums were made of`];
  });
}
