import type { Entry, Ledger } from '../value/ledger';
import { inOrder } from '../value/summarise';
import { sameRow, toJournal } from './rows';
import type { JournalRow, Rows, TableName } from './types';

/**
 * What the journal keeps of a changed row, whether it still stands, and the row as it was before. Of a ledger it keeps the entries that
 * changed, not the rest: another change of other entries is no conflict.
 */
type Row = Rows[TableName];
export interface Touched {
  table: TableName;
  before: Row | null;
  after: Row | null;
}

/** A ledger's part of the journal: the entries that changed, as they were or became, and whether it was removed. */
interface LedgerPart {
  deletedAt: number | null;
  entries: Entry[];
}

export function journalRow({ table, before, after }: Touched): JournalRow {
  const id = (after ?? before)?.id ?? '';
  if (table === 'ledgers') return { table, id, ...ledgerParts(before as Ledger | null, after as Ledger) };
  return { table, id, before: toJournal(before), after: toJournal(after) };
}

export const changesNothing = ({ before, after }: JournalRow): boolean =>
  sameRow(before as object | null, after as object | null);

/** A ledger that is made by its first entry was an empty one before. */
function ledgerParts(before: Ledger | null, after: Ledger): { before: LedgerPart; after: LedgerPart } {
  const was = new Map((before?.entries ?? []).map((entry) => [entry.id, entry]));
  const changed: LedgerPart = { deletedAt: after.deletedAt, entries: [] };
  const old: LedgerPart = { deletedAt: before?.deletedAt ?? null, entries: [] };
  for (const entry of after.entries) {
    const known = was.get(entry.id);
    was.delete(entry.id);
    if (known === entry || (known && sameRow(known, entry))) continue;
    if (known) old.entries.push(known);
    changed.entries.push(entry);
  }
  old.entries.push(...was.values());
  return { before: old, after: changed };
}

/** Whether the row is still as the change left it. */
export function stands(current: Row | null, { table, before, after }: JournalRow): boolean {
  if (table !== 'ledgers') return sameRow(toJournal(current), after as object | null);
  const now = current as Ledger | null;
  const [was, is] = [before as LedgerPart, after as LedgerPart];
  if ((now?.deletedAt ?? null) !== is.deletedAt) return false;
  const entries = new Map((now?.entries ?? []).map((entry) => [entry.id, entry]));
  const left = new Map(is.entries.map((entry) => [entry.id, entry]));
  for (const { id } of [...was.entries, ...is.entries])
    if (!sameRow(entries.get(id) ?? null, left.get(id) ?? null)) return false;
  return true;
}

/** The ledger with what the change did taken back. */
export function ledgerBefore(current: Ledger, { before, after }: JournalRow): Ledger {
  const [was, is] = [before as LedgerPart, after as LedgerPart];
  const taken = new Set([...was.entries, ...is.entries].map(({ id }) => id));
  const kept = current.entries.filter(({ id }) => !taken.has(id));
  return { ...current, deletedAt: was.deletedAt, entries: [...kept, ...was.entries].sort(inOrder) };
}
