import type { Table } from 'dexie';
import type { MetaRow } from '../stored';
import type { Rows, TableName } from '../types';

/** Who was erased for good, by id alone: so that an older backup does not bring them back. */
const KEY = 'erased';

export async function erasedIds(db: { meta: Table<MetaRow, string> }): Promise<Set<string>> {
  const value = (await db.meta.get(KEY))?.value;
  return new Set(Array.isArray(value) ? value.map(String) : []);
}

export async function noteErased(db: { meta: Table<MetaRow, string> }, id: string): Promise<void> {
  const known = await erasedIds(db);
  await db.meta.put({ key: KEY, value: [...known.add(id)] });
}

/** True where the row is that of one of these customers, or hangs on one. */
export function isErased(table: TableName, row: Rows[TableName], erased: ReadonlySet<string>): boolean {
  if (erased.size === 0) return false;
  return erased.has('customerId' in row ? row.customerId : table === 'customers' ? row.id : '');
}
