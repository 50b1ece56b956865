import { newId } from '../../id';
import { ValueSettings } from '../../value/settings';
import { chunks } from '../bulk';
import { type Database, type Tables, writing } from '../database';
import { storedCustomer, toCustomer } from '../derive';
import { storedOf } from '../schema';
import type { StoredReminder } from '../stored';
import { touch } from '../touches';
import type { Change, JournalEntry, Rows, TableName } from '../types';
import { valuation } from '../valuation';
import { META } from '../value-queries';
import { goodRows } from './compare-file';
import { erasedIds, isErased } from './erased';
import { openBackup, type ReadOptions } from './file-read';
import type { BackupHead } from './format';
import { lineWithout } from './journal-without';
import type { FileRow } from './rows';
import type { StagedPart } from './staged';
import { RESUM } from './sums';
import { BACKED_UP, EMPTIED, keyOf } from './tables';

/** What of `meta` is this database's own and outlives its content. */
const OWN_META = new Set(['databaseId', 'erased', 'backups', 'backupFolder', 'sealCheck']);

/**
 * Makes the database what the backup says. Its rows are laid beside the tables first, as many transactions as it takes; then one
 * transaction empties the tables and moves them in: a file that is no good, a full disk or a kill before its end changes nothing.
 */
export async function replaceByFile(
  db: Database,
  file: Blob,
  options: ReadOptions,
  source: Change['source'],
  now: number,
): Promise<BackupHead> {
  await db.staged.clear(); // what an earlier try left
  try {
    const { head, rows } = await openBackup(file, options);
    const stage = new Stage(db, await erasedIds(db));
    for await (const batch of goodRows(rows)) await stage.add(batch);
    options.signal?.throwIfAborted();
    await writing(db, (tables) => swap(tables, head, source, now));
    return head;
  } catch (error) {
    await db.staged.clear().catch(() => undefined);
    throw error;
  }
}

/** Lays rows aside as they will be stored. */
class Stage {
  /** Of customers, as their contacts' numbers are read. */
  private readonly countries = new Map<string, string>();

  constructor(
    private readonly db: Database,
    private readonly erased: ReadonlySet<string>,
  ) {}

  async add(batch: readonly FileRow[]): Promise<void> {
    const parts = new Map<string, object[]>();
    for (const one of batch) {
      const stored = one.side ? this.side(one.table, one.row) : this.stored(one.table, one.row);
      if (!stored) continue;
      const part = parts.get(one.table) ?? [];
      part.push(stored);
      parts.set(one.table, part);
    }
    await this.db.staged.bulkAdd([...parts].map(([table, rows]): StagedPart => ({ table, rows })));
  }

  private stored<T extends TableName>(table: T, row: Rows[T]): object | null {
    if (isErased(table, row, this.erased)) return null;
    if ('country' in row && row.country) this.countries.set(row.id, row.country);
    const country = 'customerId' in row ? (this.countries.get(row.customerId) ?? '') : '';
    return storedOf(table, row, { country, reminded: false });
  }

  private side(table: string, row: Record<string, unknown>): object | null {
    if (keyOf(this.db.table(table), row) === null) return null;
    return table === 'journal' ? lineWithout(row as unknown as JournalEntry, this.erased) : row;
  }
}

async function swap(tables: Tables, head: BackupHead, source: Change['source'], now: number): Promise<void> {
  const before = await valuation(tables);
  for (const name of [...BACKED_UP, ...EMPTIED]) await tables.table(name).clear();
  const keys = await tables.meta.toCollection().primaryKeys();
  await tables.meta.bulkDelete(keys.filter((key) => !OWN_META.has(key)));
  await moveIn(tables);
  const given = ValueSettings.safeParse(head.valuation);
  const settings = given.success ? given.data : before.settings;
  // a number that was never used: sums that any open page made before are stale
  await tables.meta.put({ key: META.valuation, value: { settings, number: before.number + 1 } });
  await tables.meta.put({ key: RESUM, value: '' });
  await tables.journal.add({
    id: newId(),
    at: now,
    what: 'backup-restored',
    source,
    customerIds: [],
    rows: [],
    bulkIds: {},
    undoes: null,
  });
  await tables.staged.clear();
}

async function moveIn(tables: Tables): Promise<void> {
  const reminded = new Set<string>();
  for (let after = 0; ; ) {
    const part = await tables.staged.where(':id').above(after).first();
    if (!part) break;
    after = part.seq ?? Number.POSITIVE_INFINITY;
    await tables.table(part.table).bulkPut(part.rows);
    if (part.table === 'customers' || part.table === 'contacts')
      await touchAll(tables, part.table, part.rows);
    if (part.table === 'reminders')
      for (const { openFor } of part.rows as StoredReminder[]) if (openFor) reminded.add(openFor);
  }
  for (const ids of chunks([...reminded])) {
    const rows = await tables.customers.bulkGet(ids);
    await tables.customers.bulkPut(
      rows.flatMap((row) => (row ? [storedCustomer(toCustomer(row), true)] : [])),
    );
  }
}

const touchAll = (tables: Tables, table: TableName, rows: object[]) =>
  touch(
    tables,
    (rows as Array<{ id: string }>).map(({ id }) => ({ table, id })),
  );
