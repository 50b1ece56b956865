import type { Customer } from '../../utils/customer/model';
import type { JournalEntry } from '../../utils/store/types';

export interface FieldChange {
  at: number;
  source: JournalEntry['source'];
  /** The value before, null where the customer was not there yet. */
  before: unknown;
}

/** The newest change of one field of a customer; null where the journal that was read does not reach back to it. */
export function lastChangeOf(
  history: readonly JournalEntry[],
  customerId: string,
  field: keyof Customer,
): FieldChange | null {
  for (const { at, source, rows } of history) {
    const row = rows.find((one) => one.table === 'customers' && one.id === customerId);
    if (!row) continue;
    const before = read(row.before, field);
    const after = read(row.after, field);
    if (JSON.stringify(before) !== JSON.stringify(after)) return { at, source, before };
  }
  return null;
}

/** A field of a journal row, which is data of any age: null where it has none. */
export function read(row: unknown, field: string): unknown {
  if (typeof row !== 'object' || row === null) return null;
  return (row as Record<string, unknown>)[field] ?? null;
}
