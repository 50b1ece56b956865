import type { ImportCounts, RejectRow } from '../store/import-types';
import type { FileRow } from '../transfer/csv-stream';
import type { Reason } from '../transfer/reasons';

export const noCounts = (): ImportCounts => ({
  rows: 0,
  accepted: 0,
  rejected: 0,
  customers: 0,
  contacts: 0,
  notes: 0,
  turned: 0,
  rounded: 0,
  repeated: 0,
  currencies: {},
  reasons: {},
});

/** Counts that are going to be changed, with objects of their own. */
export const copyOf = (counts: ImportCounts): ImportCounts => ({
  ...counts,
  currencies: { ...counts.currencies },
  reasons: { ...counts.reasons },
});

/** Counts a row out; returns it as it is kept. */
export function refuse(
  counts: ImportCounts,
  { line, cells }: Pick<FileRow, 'line' | 'cells'>,
  why: Reason,
): RejectRow {
  counts.rejected++;
  counts.reasons[why.id] = (counts.reasons[why.id] ?? 0) + 1;
  return { line, cells: cells.map((cell) => cell.slice(0, 20_000)), reason: why };
}
