import { mergeCustomers, withoutChange } from '../customer/merge';
import type { Contact, Customer } from '../customer/model';
import type { Ledger } from '../value/ledger';
import { inOrder } from '../value/summarise';
import { newLedger } from './drafts';
import { MergeRefused, UndoConflict } from './errors';
import { checked, newRow } from './rows';
import { HANGING, type HangingTable } from './schema';
import type { JournalEntry, JournalRow, MergeOp, Rows } from './types';
import type { Work } from './work';

/** Steps from one merge to the next that are followed; nobody merges a thousand records one into the other. */
const MAX_STEPS = 1_000;

/** Makes one record part of another: see {@link MergeOp}. */
export async function merge(work: Work, { survivor, merged, choices }: MergeOp): Promise<void> {
  if (survivor === merged) throw new MergeRefused('same');
  const [to, from] = [await mergeable(work, survivor), await mergeable(work, merged)];
  const row = mergeCustomers(to, from, choices);
  await moveReferrals(work, to, from, row);
  await work.set('customers', checked('customers', { ...row, ...stampsOf(to) }));
  for (const table of HANGING)
    if (table !== 'ledgers' && table !== 'distinctions') await moveRows(work, table, merged, survivor);
  await moveLedger(work, merged, survivor);
  await moveDistinctions(work, merged, survivor);
  await work.set('customers', { ...from, deletedAt: work.now, mergedInto: survivor });
}

const stampsOf = ({ id, createdAt, deletedAt }: Customer) => ({ id, createdAt, deletedAt });

async function mergeable(work: Work, id: string): Promise<Customer> {
  const row = await work.get('customers', id);
  if (row?.mergedInto) throw new MergeRefused('merged');
  if (!row || row.deletedAt !== null) throw new MergeRefused('gone');
  return row;
}

async function moveRows(work: Work, table: HangingTable, from: string, to: string): Promise<void> {
  const there = table === 'contacts' ? await work.hanging('contacts', to) : [];
  for (const row of await work.hanging(table, from)) {
    const known = there.some((one) => saysAll(one as Contact, row as Contact));
    const changed = known ? { ...row, deletedAt: work.now } : { ...row, customerId: to };
    await work.set(table, changed as Rows[typeof table]);
  }
}

/** The same person, of whom the other row knows no more. */
function saysAll(known: Contact, other: Contact): boolean {
  const holds = (all: string[], some: string[]) => some.every((one) => all.includes(one));
  return (
    known.name === other.name &&
    (other.title === '' || other.title === known.title) &&
    holds(known.emails, other.emails) &&
    holds(known.phones, other.phones)
  );
}

async function moveLedger(work: Work, from: string, to: string): Promise<void> {
  const ledger = await work.get('ledgers', from);
  if (!ledger || ledger.deletedAt !== null || ledger.entries.length === 0) return;
  const known = (await work.get('ledgers', to)) ?? newRow('ledgers', newLedger(to), work.now);
  const ids = new Set(known.entries.map(({ id }) => id));
  const entries = [...known.entries, ...ledger.entries.filter(({ id }) => !ids.has(id))].sort(inOrder);
  await work.set('ledgers', checked('ledgers', { ...known, deletedAt: null, entries }));
  await work.set('ledgers', { ...ledger, entries: [], deletedAt: work.now });
}

/** Who was referred by the merged record was referred by the survivor; nobody refers themselves, not by a chain either. */
async function moveReferrals(work: Work, to: Customer, from: Customer, row: Customer): Promise<void> {
  for (const referred of await work.referredBy(from.id))
    if (referred.id !== to.id) await work.set('customers', { ...referred, referredBy: to.id });
  const referrer = to.referredBy === from.id ? from.referredBy : (to.referredBy ?? from.referredBy);
  if (referrer === undefined && to.referredBy === undefined) return;
  row.referredBy = (await leadsTo(work, referrer ?? null, to.id)) ? null : (referrer ?? null);
}

async function leadsTo(work: Work, start: string | null, id: string): Promise<boolean> {
  let at = start;
  for (let step = 0; at !== null && step < MAX_STEPS; step++) {
    if (at === id) return true;
    at = (await work.get('customers', at))?.referredBy ?? null;
  }
  return at !== null;
}

/** Whom the merged record was told apart from the survivor is told apart from too; the pair itself is settled. */
async function moveDistinctions(work: Work, from: string, to: string): Promise<void> {
  for (const row of await work.distinctions(from)) {
    const other = row.customerId === from ? row.otherId : row.customerId;
    const gone = other === to;
    await work.set(
      'distinctions',
      gone ? { ...row, deletedAt: work.now } : { ...row, customerId: to, otherId: other },
    );
  }
}

/** Refused where a row would point to one that is not there, or to itself: undoing an undo after other merges could. */
export async function checkMerged(work: Work, rows: readonly JournalRow[]): Promise<void> {
  for (const { table, id } of rows) {
    if (table !== 'customers') continue;
    const into = (await work.get('customers', id))?.mergedInto;
    const target = into ? await work.get('customers', into) : null;
    if (into && (!target || target.mergedInto === id || target.deletedAt !== null))
      throw new UndoConflict([{ table, id }]);
  }
}

/**
 * Takes a merge back, however much was done since: what had moved returns with the edits made to it since, the
 * survivor loses what it had from the other record, and what was added to the survivor since stays with it.
 * Throws UndoConflict where the merged record is no longer part of the survivor.
 */
export async function unmerge(work: Work, entry: JournalEntry): Promise<void> {
  const pair = pairOf(entry);
  if (!pair) throw new UndoConflict([]);
  for (const id of pair.merged)
    if ((await work.get('customers', id))?.mergedInto !== pair.survivor)
      throw new UndoConflict([{ table: 'customers', id }]);
  const holders = await holdersOf(work, pair.survivor);
  const holder = holders.at(-1) ?? pair.survivor;
  for (const row of entry.rows) if (row.table !== 'ledgers') await takeBack(work, row, pair, holders);
  if (holder !== pair.survivor) await clear(work, entry, pair.survivor, holder);
  for (const id of pair.merged) await returnEntries(work, entry, id, holder);
}

/** The record that was kept, and those that one change made part of it. */
interface Pair {
  survivor: string;
  merged: ReadonlySet<string>;
}

function pairOf({ rows }: JournalEntry): Pair | null {
  const merged = rows.filter(({ table, before, after }) => {
    const [was, is] = [before, after] as [Customer | null, Customer | null];
    return table === 'customers' && is?.mergedInto && is.mergedInto !== was?.mergedInto;
  });
  const survivor = (merged[0]?.after as Customer | undefined)?.mergedInto;
  return survivor ? { survivor, merged: new Set(merged.map(({ id }) => id)) } : null;
}

/** The survivor, and those that it was made part of since, the last one last. */
async function holdersOf(work: Work, survivor: string): Promise<string[]> {
  const chain = [survivor];
  for (let step = 0; step < MAX_STEPS; step++) {
    const into = (await work.get('customers', chain.at(-1) ?? ''))?.mergedInto;
    if (!into || chain.includes(into)) return chain;
    chain.push(into);
  }
  return chain;
}

async function takeBack(work: Work, row: JournalRow, pair: Pair, holders: readonly string[]): Promise<void> {
  const { table, id } = row;
  const [before, after] = [row.before, row.after] as Array<Record<string, unknown> | null>;
  const current = (await work.get(table, id)) as (Record<string, unknown> & { id: string }) | null;
  if (!before || !after || !current) return;
  const back: typeof current = { ...withoutChange(before, after, current), id };
  const moved = pair.merged.has(String(before.customerId)) && holders.includes(String(current.customerId));
  if (moved) back.customerId = before.customerId;
  if (moved && before.deletedAt === null && (await goneWith(work, current))) back.deletedAt = null;
  await work.set(table, checked(table, back));
}

/** Removed in the very moment in which its customer was: not by itself. */
async function goneWith(work: Work, row: Record<string, unknown>): Promise<boolean> {
  const owner = await work.get('customers', String(row.customerId));
  return row.deletedAt !== null && owner?.deletedAt === row.deletedAt;
}

/** The survivor was made part of another since: that one loses what came from the merged record alone. */
async function clear(work: Work, entry: JournalEntry, survivor: string, holder: string): Promise<void> {
  const row = entry.rows.find(({ table, id }) => table === 'customers' && id === survivor);
  const held = await work.get('customers', holder);
  if (!row || !held) return;
  const own = await work.ownBefore(holder, entry.at);
  const lists = (of: unknown) =>
    Object.fromEntries(Object.entries(of as object).filter(([, value]) => Array.isArray(value)));
  const before = lists(row.before) as Record<string, unknown[]>;
  for (const [field, value] of Object.entries(own ?? {}))
    if (Array.isArray(value)) before[field] = [...(before[field] ?? []), ...value];
  const cleared = withoutChange(before, lists(row.after), { ...held });
  // Only what is gone counts: what the other row had of its own must not be brought in twice.
  for (const [field, value] of Object.entries(cleared))
    if (Array.isArray(value))
      cleared[field] = value.filter((one) => has((held as unknown as Record<string, unknown[]>)[field], one));
  await work.set('customers', checked('customers', { ...cleared, id: holder }));
}

const has = (list: unknown[] | undefined, value: unknown): boolean =>
  (list ?? []).some((one) => JSON.stringify(one) === JSON.stringify(value));

/** The merged record's entries go back as they are now; one that was taken out since stays out. */
async function returnEntries(work: Work, entry: JournalEntry, merged: string, holder: string): Promise<void> {
  const row = entry.rows.find(({ table, id }) => table === 'ledgers' && id === merged);
  const [ledger, held] = [await work.get('ledgers', merged), await work.get('ledgers', holder)];
  if (!row || !ledger || !held) return;
  const ids = new Set((row.before as Ledger).entries.map(({ id }) => id));
  const back = held.entries.filter(({ id }) => ids.has(id));
  await work.set('ledgers', { ...held, entries: held.entries.filter(({ id }) => !ids.has(id)) });
  const entries = [...ledger.entries, ...back].sort(inOrder);
  await work.set('ledgers', checked('ledgers', { ...ledger, deletedAt: null, entries }));
}
