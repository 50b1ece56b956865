import { type Cadences, DAY_MS, dateOf, dueInstant } from '../contact';
import type { Customer, Reminder } from '../customer/model';
import { TIERS } from '../customer/model';
import { type CustomerDue, type DueItem, MOST_COUNTED } from './api';
import type { Database } from './database';
import { toComplaint, toCustomer, toReminder } from './derive';
import { dueMeasures } from './due-measures';
import { customers } from './queries';
import type { StoredComplaint, StoredCustomer, StoredGuard, StoredReminder } from './stored';
import { unbegunKeys } from './unbegun';

/**
 * What is due, from ranges over indexes that hold nothing else: open reminders by instant, customers by tier and
 * last contact (those without a cadence of their own and without an open reminder), customers by their own cadence,
 * open complaints by date. No scan, however many customers there are. Measures of investigations stand beside them.
 */
const zoneHere = () => Temporal.Now.timeZoneId();

const reminders = (db: Database, now: number) => db.reminders.where('openDueAt').belowOrEqual(now);
const ownCadence = (db: Database, now: number) => db.customers.where('ownDueAt').belowOrEqual(now);
const complaints = (db: Database, now: number) =>
  db.complaints.where('openDueDate').belowOrEqual(dateOf(now, zoneHere()));

const measuresDue = (db: Database, now: number) => dueMeasures(db, dateOf(now, zoneHere()), zoneHere());

const guards = (db: Database, now: number) => db.guards.where('checkDueAt').belowOrEqual(now);

/** One range a tier that has a cadence. */
const tierCadence = (db: Database, now: number, cadences: Cadences) =>
  TIERS.flatMap((tier) => {
    const days = cadences[tier];
    if (days === null) return [];
    const last = now - days * DAY_MS;
    return [db.customers.where('[cadenceTier+cadenceFrom]').between([tier, 0], [tier, last], true, true)];
  });

/** Due at `now` or earlier, oldest first, at most `limit`. A complaint is due from the start of its date, here. */
export async function due(db: Database, now: number, cadences: Cadences, limit: number): Promise<DueItem[]> {
  const [measures, unbegun, open, own, complained, checks, ...byTier] = await Promise.all([
    measuresDue(db, now),
    unbegunKeys(db, now).then((ids) => customers(db, ids)),
    reminders(db, now).limit(limit).toArray(),
    ownCadence(db, now).limit(limit).toArray(),
    complaints(db, now).limit(limit).toArray(),
    guards(db, now).limit(limit).toArray(),
    ...tierCadence(db, now, cadences).map((range) => range.limit(limit).toArray()),
  ]);
  const items: DueItem[] = [
    ...measures,
    ...(await withCustomers(db, open, reminderItem)),
    ...(await withCustomers(db, complained, complaintItem)),
    ...(await withCustomers(db, checks, guardItem)),
    ...unbegun.map(unbegunItem),
    ...[own, ...byTier].flat().map((row) => cadenceItem(row, cadences)),
  ];
  return oldestFirst(items).slice(0, limit);
}

const oldestFirst = <I extends DueItem>(items: I[]): I[] => items.sort((a, b) => a.dueAt - b.dueAt);

async function withCustomers<R extends { customerId: string }>(
  db: Database,
  rows: R[],
  item: (row: R, customer: Customer) => CustomerDue,
): Promise<CustomerDue[]> {
  const ids = [...new Set(rows.map((row) => row.customerId))];
  const known = new Map((await customers(db, ids)).map((customer) => [customer.id, customer]));
  return rows.flatMap((row) => {
    const customer = known.get(row.customerId);
    return customer ? [item(row, customer)] : [];
  });
}

const reminderItem = (row: StoredReminder, customer: Customer): CustomerDue => ({
  kind: 'reminder',
  customer,
  reminder: toReminder(row),
  complaint: null,
  dueAt: row.dueAt,
});

const complaintItem = (row: StoredComplaint, customer: Customer): CustomerDue => ({
  kind: 'complaint',
  customer,
  reminder: null,
  complaint: toComplaint(row),
  dueAt: dueInstant(`${row.openDueDate ?? row.dueDate}T00:00`, zoneHere()),
});

/** A key account's check-list whose oldest check is to be made again. */
const guardItem = (row: StoredGuard, customer: Customer): CustomerDue => ({
  kind: 'guard',
  customer,
  reminder: null,
  complaint: null,
  // a point that was never checked is due since the list was begun
  dueAt: row.checkDueAt || row.createdAt,
});

/** A key account's check-list that was never begun: due since the customer was entered. */
const unbegunItem = (customer: Customer): CustomerDue => ({
  ...{ kind: 'unbegun', customer, reminder: null, complaint: null, dueAt: customer.createdAt },
});

function cadenceItem(row: StoredCustomer, cadences: Cadences): CustomerDue {
  const dueAt = row.ownDueAt ?? (row.cadenceFrom ?? 0) + (byTier(row, cadences) ?? 0) * DAY_MS;
  return { kind: 'cadence', customer: toCustomer(row), reminder: null, complaint: null, dueAt };
}

/**
 * How many items {@link due} would list without a limit, counted up to {@link MOST_COUNTED}. Reads no customer's row, only so
 * many keys of each range: the database counts a range entry by entry and answers nobody else meanwhile, which over
 * a hundred thousand customers is most of a second.
 */
export async function dueCount(db: Database, now: number, cadences: Cadences): Promise<number> {
  const ranges = [
    reminders(db, now),
    ownCadence(db, now),
    complaints(db, now),
    guards(db, now),
    ...tierCadence(db, now, cadences),
  ];
  const keys = await Promise.all([
    measuresDue(db, now),
    unbegunKeys(db, now),
    ...ranges.map((range) => range.limit(MOST_COUNTED).primaryKeys()),
  ]);
  return Math.min(
    MOST_COUNTED,
    keys.reduce((sum, some) => sum + some.length, 0),
  );
}

/** What is due of these customers alone. */
export async function dueOf(
  db: Database,
  customerIds: string[],
  now: number,
  cadences: Cadences,
): Promise<CustomerDue[]> {
  const ids = [...new Set(customerIds)];
  const [rows, open, complained] = await Promise.all([
    db.customers.bulkGet(ids),
    db.reminders
      .where('openFor')
      .anyOf(ids)
      .filter((row) => row.dueAt <= now)
      .toArray(),
    db.complaints.where('customerId').anyOf(ids).toArray(),
  ]);
  const today = dateOf(now, zoneHere());
  const overdue = complained.filter((row) => row.openDueDate !== undefined && row.openDueDate <= today);
  const live = rows.filter((row) => row !== undefined).filter((row) => row.deletedAt === null);
  const counted = live.filter((row) => row.ownDueAt !== undefined || hasTierCadence(row, cadences));
  return oldestFirst([
    ...(await withCustomers(db, open, reminderItem)),
    ...(await withCustomers(db, overdue, complaintItem)),
    ...counted.map((row) => cadenceItem(row, cadences)).filter((item) => item.dueAt <= now),
  ]);
}

const byTier = ({ cadenceTier }: StoredCustomer, cadences: Cadences): number | null =>
  cadenceTier ? cadences[cadenceTier] : null;
const hasTierCadence = (row: StoredCustomer, cadences: Cadences): boolean => byTier(row, cadences) !== null;

export async function nextReminderAt(db: Database, after: number): Promise<number | null> {
  return (await db.reminders.where('openDueAt').above(after).first())?.dueAt ?? null;
}

/** Open reminders due at `now` that were not announced for that instant yet. */
export async function toAnnounce(
  db: Database,
  now: number,
  limit: number,
): Promise<Array<{ reminder: Reminder; customer: Customer }>> {
  const rows = await reminders(db, now)
    .filter((row) => row.announcedFor !== row.dueAt)
    .limit(limit)
    .toArray();
  const items = await withCustomers(db, rows, reminderItem);
  return items.flatMap(({ reminder, customer }) => (reminder ? [{ reminder, customer }] : []));
}

/** Of these customers, those with a complaint that is open, due or not. */
export async function openComplaintsOf(db: Database, customerIds: string[]): Promise<string[]> {
  const rows = await db.complaints
    .where('customerId')
    .anyOf([...new Set(customerIds)])
    .toArray();
  const open = rows.filter(
    ({ deletedAt, status }) => deletedAt === null && (status === 'open' || status === 'in-progress'),
  );
  return [...new Set(open.map(({ customerId }) => customerId))];
}
