import type { Tables } from './database';
import { storedContact, storedCustomer } from './derive';
import { deriveSummaries } from './derive-values';
import { ReferralCycle, RowMissing } from './errors';
import { rescore } from './insights';
import { changesNothing, journalRow, type Touched } from './journal-rows';
import { sameRow, toRow } from './rows';
import { HANGING, type HangingTable, ownerIndex, storedOf } from './schema';
import type { StoredRows } from './stored';
import { touch } from './touches';
import type { JournalEntry, Rows, TableName } from './types';
import { raise } from './valuation';

type Row = Rows[TableName];

/**
 * The rows of one change while it is made: read through, changed in memory, written at the end with all that is
 * derived from them. Lives inside one write transaction.
 */
export class Work {
  private readonly touched = new Map<string, Touched>();

  constructor(
    private readonly db: Tables,
    /** Epoch ms of the change. */
    readonly now: number,
  ) {}

  /** The row as it is in this change so far, removed ones too; null where there is none. */
  async get<T extends TableName>(table: T, id: string): Promise<Rows[T] | null> {
    const known = this.touched.get(`${table}:${id}`);
    if (known) return known.after as Rows[T] | null;
    const stored = (await this.db.table(table).get(id)) as StoredRows[T] | undefined;
    return stored ? toRow(table, stored) : null;
  }

  /** The row that is there and not removed; throws RowMissing. */
  async live<T extends TableName>(table: T, id: string): Promise<Rows[T]> {
    const row = await this.get(table, id);
    if (!row || row.deletedAt !== null) throw new RowMissing(table, id);
    return row;
  }

  async set<T extends TableName>(table: T, row: Rows[T]): Promise<void> {
    const key = `${table}:${row.id}`;
    const before = this.touched.has(key)
      ? (this.touched.get(key)?.before ?? null)
      : await this.get(table, row.id);
    this.touched.set(key, { table, before, after: { ...row, updatedAt: this.now } });
  }

  /** Removes a row, softly; a customer with all that hangs on it. */
  async remove(table: TableName, id: string): Promise<void> {
    const row = await this.live(table, id);
    await this.set(table, { ...row, deletedAt: this.now });
    if (table === 'customers') for (const hanging of HANGING) await this.removeHanging(hanging, id);
  }

  private async removeHanging(table: HangingTable, customerId: string): Promise<void> {
    for (const row of await this.hanging(table, customerId))
      await this.set(table, { ...row, deletedAt: this.now });
  }

  /** The live rows that hang on a customer in this change so far. */
  async hanging<T extends HangingTable>(table: T, customerId: string): Promise<Rows[T][]> {
    const stored = this.db.table(table).where(ownerIndex(table)).equals(customerId);
    const added = [...this.touched.values()].filter((one) => one.table === table);
    const ids = [...(await stored.primaryKeys()), ...added.map((one) => one.after?.id ?? '')];
    const rows: Rows[T][] = [];
    for (const id of new Set(ids.map(String))) {
      const row = await this.get(table, id);
      if (row && row.deletedAt === null && row.customerId === customerId) rows.push(row);
    }
    return rows;
  }

  /** The live customers whom this one referred. */
  async referredBy(id: string): Promise<Rows['customers'][]> {
    const ids = await this.db.customers.where('referredBy').equals(id).primaryKeys();
    const rows = await Promise.all(ids.map((one) => this.get('customers', one)));
    return rows.flatMap((row) => (row && row.deletedAt === null && row.referredBy === id ? [row] : []));
  }

  /** The pairs told apart of which this customer is one. */
  async distinctions(id: string): Promise<Rows['distinctions'][]> {
    const other = await this.db.distinctions.where('otherId').equals(id).primaryKeys();
    const rows = await Promise.all(other.map((one) => this.get('distinctions', one)));
    const live = rows.flatMap((row) => (row && row.deletedAt === null && row.otherId === id ? [row] : []));
    return [...(await this.hanging('distinctions', id)), ...live];
  }

  /** A customer as it was before the first merge into it after `at`; null where there was none. */
  async ownBefore(id: string, at: number): Promise<Record<string, unknown> | null> {
    const entries = await this.db.journal.where('customerIds').equals(id).toArray();
    const merges = entries.filter((entry) => entry.what === 'customers-merged' && entry.at >= at);
    const first = merges.sort((a, b) => a.at - b.at)[0];
    const row = first?.rows.find((one) => one.table === 'customers' && one.id === id);
    return (row?.before as Record<string, unknown> | undefined) ?? null;
  }

  /** Every live row that hangs on a customer must hang on a live one; throws RowMissing. */
  async checkOwners(): Promise<void> {
    for (const { after } of this.touched.values())
      if (after && 'customerId' in after && after.deletedAt === null)
        await this.live('customers', after.customerId);
  }

  /** Nobody may be, through others, their own referrer, and a referrer who is named must be there; throws ReferralCycle, RowMissing. */
  async checkReferrals(): Promise<void> {
    for (const { table, before, after } of this.touched.values()) {
      if (table !== 'customers' || !after || after.deletedAt !== null) continue;
      const [was, is] = [before as Rows['customers'] | null, after as Rows['customers']];
      if (!is.referredBy || (is.referredBy === was?.referredBy && was.deletedAt === null)) continue;
      if (is.referredBy !== was?.referredBy) await this.live('customers', is.referredBy);
      await this.refuseCycle(is.id);
    }
  }

  private async refuseCycle(id: string): Promise<void> {
    const chain = [id];
    for (let at = id; ; ) {
      const next = (await this.get('customers', at))?.referredBy;
      if (!next) return;
      chain.push(next);
      if (next === id) throw new ReferralCycle(chain);
      if (chain.indexOf(next) < chain.length - 1) return; // a circle of others: not this change's
      at = next;
    }
  }

  /** Writes all touched rows and the journal entry. */
  async flush(entry: Omit<JournalEntry, 'at' | 'rows' | 'customerIds' | 'bulkIds'>): Promise<void> {
    const rows = [...this.touched.values()];
    for (const { table, after } of rows) if (after) await this.put(table, after);
    const owners = new Set(
      rows.flatMap(({ table, before, after }) => [ownerOf(table, before), ownerOf(table, after)]),
    );
    owners.delete('');
    for (const id of owners) await this.putCustomer(id);
    await touch(
      this.db,
      rows.map(({ table, before, after }) => ({ table, id: (after ?? before)?.id ?? '' })),
    );
    await this.deriveValues(rows);
    await this.db.journal.add({
      ...entry,
      at: this.now,
      customerIds: [...owners],
      rows: rows.map(journalRow).filter((row) => !changesNothing(row)),
      bulkIds: {},
    });
  }

  private async put(table: TableName, row: Row): Promise<void> {
    if (table === 'customers') return; // written by putCustomer, after its reminders
    const country =
      table === 'contacts' ? ((await this.get('customers', ownerOf(table, row)))?.country ?? '') : '';
    await this.db.table(table).put(storedOf<TableName>(table, row, { country, reminded: false }));
  }

  /** Sums follow the ledgers, and who was referred; another rate makes all of them stale. */
  private async deriveValues(rows: readonly Touched[]): Promise<void> {
    if (rows.some(({ table }) => table === 'rates')) await raise(this.db);
    const idsOf = (which: (row: Touched) => boolean) => [
      ...new Set(rows.filter(which).map(({ table, after }) => ownerOf(table, after))),
    ];
    const changed = idsOf(changesValue);
    await deriveSummaries(this.db, changed);
    const scored = [...new Set([...changed, ...idsOf(changesScore), ...rows.flatMap(referrersBefore)])];
    await rescore(this.db, scored, this.now);
  }

  /** Renews what a customer's row derives from itself and from its reminders. */
  private async putCustomer(id: string): Promise<void> {
    const row = await this.get('customers', id);
    if (!row) return;
    const reminded = (await this.db.reminders.where('openFor').equals(id).count()) > 0;
    const ranked = (await this.db.insights.get(id))?.rankedTier;
    await this.db.customers.put(storedCustomer(row, reminded, ranked));
    const before = this.touched.get(`customers:${id}`)?.before as Rows['customers'] | null | undefined;
    if (before && before.country !== row.country) await this.renewContacts(id, row.country);
  }

  /** The company's country decides how its contacts' national numbers are read. */
  private async renewContacts(customerId: string, country: string): Promise<void> {
    await this.db.contacts
      .where('customerId')
      .equals(customerId)
      .modify((stored, ref) => {
        ref.value = storedContact(toRow('contacts', stored), country);
      });
  }
}

function ownerOf(table: TableName, row: Row | null): string {
  if (!row) return '';
  if ('customerId' in row) return row.customerId;
  return table === 'customers' ? row.id : '';
}

function changesValue({ table, before, after }: Touched): boolean {
  if (table === 'ledgers') return true;
  if (table !== 'customers') return false;
  const [was, is] = [before as Rows['customers'] | null, after as Rows['customers'] | null];
  return (
    (was?.referredBy ?? null) !== (is?.referredBy ?? null) ||
    (was !== null && was.deletedAt !== is?.deletedAt)
  );
}

/** What people judge of a customer, and pin, moves the score alone. */
function changesScore({ table, before, after }: Touched): boolean {
  if (table !== 'customers' || !before) return false;
  const [was, is] = [before as Rows['customers'], after as Rows['customers'] | null];
  return (
    (was.tierPinned ?? null) !== (is?.tierPinned ?? null) ||
    !sameRow(was.ratings ?? null, is?.ratings ?? null)
  );
}

/** Who had referred a customer until now: their branch is another. */
function referrersBefore(row: Touched): string[] {
  const before = row.table === 'customers' ? (row.before as Rows['customers'] | null) : null;
  return before?.referredBy && changesValue(row) ? [before.referredBy] : [];
}
