import type { Contact, Customer } from '../customer/model';
import { sortName } from '../customer/terms';
import { CARD_INTERACTIONS, type CustomerCard, type KeyHit } from './api';
import type { Database } from './database';
import { toComplaint, toContact, toCustomer, toReminder } from './derive';
import { retentionOf } from './retention-queries';
import type { JournalEntry } from './types';
import { insight } from './value-queries';

/** Rows that one key may point to: a domain or a switchboard is shared by many, and fifty are no identity. */
const MAX_PER_KEY = 50;

/** Whom these keys point to, in the order of the keys; removed rows have no keys. */
export async function byKeys(db: Database, keys: string[]): Promise<KeyHit[]> {
  const distinct = [...new Set(keys)];
  // One transaction: a page gives a dozen keys, and opening two for each costs more than the reading.
  const found = await db.transaction('r', db.customers, db.contacts, () =>
    Promise.all(distinct.map((key) => byKey(db, key))),
  );
  return found.flat();
}

async function byKey(db: Database, key: string): Promise<KeyHit[]> {
  const [customerIds, contacts] = await Promise.all([
    db.customers.where('keys').equals(key).limit(MAX_PER_KEY).primaryKeys(),
    db.contacts.where('keys').equals(key).limit(MAX_PER_KEY).toArray(),
  ]);
  return [
    ...customerIds.map((customerId) => ({ key, customerId, contactId: null })),
    ...contacts.map((contact) => ({ key, customerId: contact.customerId, contactId: contact.id })),
  ];
}

/** Live customers, in the order of `ids`. */
export async function customers(db: Database, ids: string[]): Promise<Customer[]> {
  const rows = await db.customers.bulkGet(ids);
  return rows.flatMap((row) => (row && row.deletedAt === null ? [toCustomer(row)] : []));
}

const CARD_TABLES = [
  ...['customers', 'contacts', 'interactions', 'reminders', 'complaints', 'insights'],
  ...['defections', 'wallets', 'satisfactions', 'plans', 'guards', 'reasons', 'summaries', 'models', 'meta'],
];

/** All is asked for at once, in one transaction: a card is read each time that a mail is opened. */
export function card(db: Database, id: string): Promise<CustomerCard | null> {
  const tables = CARD_TABLES.map((name) => db.table(name));
  return db.transaction('r', tables, () => cardIn(db, id));
}

async function cardIn(db: Database, id: string): Promise<CustomerCard | null> {
  const live = (row: { deletedAt: number | null }) => row.deletedAt === null;
  const [[customer], contacts, interactions, reminders, complaints, worth, retention] = await Promise.all([
    customers(db, [id]),
    db.contacts.where('customerId').equals(id).filter(live).toArray(),
    db.interactions
      .where('[customerId+at]')
      .between([id, 0], [id, Number.POSITIVE_INFINITY])
      .reverse()
      .filter(live)
      .limit(CARD_INTERACTIONS)
      .toArray(),
    db.reminders.where('openFor').equals(id).sortBy('dueAt'),
    db.complaints.where('customerId').equals(id).filter(live).toArray(),
    insight(db, id),
    retentionOf(db, id),
  ]);
  if (!customer) return null;
  return {
    customer,
    contacts: contacts.map(toContact),
    interactions,
    reminders: reminders.map(toReminder),
    complaints: complaints.map(toComplaint).sort((a, b) => b.openedAt - a.openedAt),
    insight: worth,
    retention,
  };
}

/** Complaints opened since then; there are few, so none needs an index for it. */
export const complaintCount = (db: Database, since: number): Promise<number> =>
  db.complaints.filter(({ openedAt, deletedAt }) => deletedAt === null && openedAt >= since).count();

/** Journal entries, newest first; of one customer, with the bulk change that brought it. */
export async function history(db: Database, limit: number, customerId?: string): Promise<JournalEntry[]> {
  if (customerId === undefined) return db.journal.orderBy('at').reverse().limit(limit).toArray();
  const own = await db.journal.where('customerIds').equals(customerId).reverse().limit(limit).toArray();
  const entries = [...own, ...(await bulkOf(db, customerId))];
  return entries.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, limit);
}

/** A bulk change stamps all its rows with its own instant: no list of ids has to be searched elsewhere. */
async function bulkOf(db: Database, customerId: string): Promise<JournalEntry[]> {
  const row = await db.customers.get(customerId);
  if (!row) return [];
  const instants = [...new Set([row.createdAt, row.updatedAt])];
  const entries = await db.journal.where('at').anyOf(instants).toArray();
  return entries.filter((entry) => entry.bulkIds.customers?.includes(customerId));
}

/** Live contacts of these customers. */
export async function contactsOf(db: Database, customerIds: string[]): Promise<Contact[]> {
  const rows = await db.contacts.where('customerId').anyOf(customerIds).toArray();
  return rows.filter((row) => row.deletedAt === null).map(toContact);
}

/** A page of live customers by name. */
export async function list(
  db: Database,
  { after, limit }: { after?: { name: string; id: string }; limit: number },
): Promise<Customer[]> {
  const index = after
    ? db.customers.where('[sortName+id]').above([sortName(after.name), after.id])
    : db.customers.orderBy('[sortName+id]');
  return (await index.limit(limit).toArray()).map(toCustomer);
}

export const count = (db: Database): Promise<number> => db.customers.orderBy('[sortName+id]').count();
