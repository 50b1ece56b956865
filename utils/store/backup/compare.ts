import type { Ledger } from '../../value/ledger';
import { inOrder } from '../../value/summarise';
import { sameRow, toJournal } from '../rows';
import type { Rows, TableName } from '../types';

/** What bringing a row of a backup into the database would do. */
export const VERDICTS = ['added', 'changed', 'removed', 'kept', 'same', 'erased'] as const;
/**
 * `added`: not here. `changed`: the backup's is the newer. `removed`: the backup knows of its removal, which is the newer.
 * `kept`: differs, and this database's is the newer. `erased`: belongs to a customer who was erased for good, and stays out.
 */
export type Verdict = (typeof VERDICTS)[number];

type Row = Rows[TableName];

/** Which of two states of a row holds when both are brought together: the newer; of a ledger, all entries of both. */
export function verdict(table: TableName, incoming: Row, current: Row | null): Verdict {
  if (!current) return incoming.deletedAt === null ? 'added' : 'same';
  if (incoming.deletedAt !== null && current.deletedAt !== null) return 'same';
  const next = together(table, incoming, current);
  if (sameRow(toJournal(next), toJournal(current)))
    return sameRow(toJournal(incoming), toJournal(current)) ? 'same' : 'kept';
  if (next.deletedAt !== null) return 'removed';
  return current.deletedAt === null ? 'changed' : 'added';
}

/** The row as it is when both are brought together. */
export function together<T extends TableName>(table: T, incoming: Rows[T], current: Rows[T] | null): Rows[T] {
  if (!current) return incoming;
  const newer = incoming.updatedAt > current.updatedAt ? incoming : current;
  if (table !== 'ledgers' || incoming.deletedAt !== null || current.deletedAt !== null) return newer;
  const older = newer === incoming ? current : incoming;
  const entries = new Map(
    [...(older as Ledger).entries, ...(newer as Ledger).entries].map((one) => [one.id, one]),
  );
  return { ...newer, entries: [...entries.values()].sort(inOrder) };
}
