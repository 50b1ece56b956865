import type { JournalEntry, TableName } from '../types';

type Ids = ReadonlySet<string>;

/** A line of the journal without what it says of these customers (and of rows with these ids); null where it says nothing else. */
export function lineWithout(entry: JournalEntry, ids: Ids): JournalEntry | null {
  const rows = entry.rows
    .filter((row) => !ids.has(row.id) && !isOf(row.before, ids) && !isOf(row.after, ids))
    .map((row) => ({ ...row, before: unreferred(row.before, ids), after: unreferred(row.after, ids) }));
  const customerIds = entry.customerIds.filter((id) => !ids.has(id));
  const bulkIds: JournalEntry['bulkIds'] = {};
  for (const [table, list] of Object.entries(entry.bulkIds)) {
    const left = list.filter((id) => !ids.has(id));
    if (left.length > 0) bulkIds[table as TableName] = left;
  }
  const said = entry.rows.length + Object.keys(entry.bulkIds).length > 0;
  const empty = rows.length === 0 && Object.keys(bulkIds).length === 0;
  return said && empty ? null : { ...entry, rows, customerIds, bulkIds };
}

const isOf = (row: unknown, ids: Ids): boolean =>
  typeof row === 'object' && row !== null && 'customerId' in row && ids.has(String(row.customerId));

const unreferred = (row: unknown, ids: Ids): unknown =>
  typeof row === 'object' && row !== null && 'referredBy' in row && ids.has(String(row.referredBy))
    ? { ...row, referredBy: null }
    : row;
