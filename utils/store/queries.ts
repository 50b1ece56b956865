import type { Contact, Customer, Interaction } from '../customer/model';
import { sortName } from '../customer/terms';
import { CARD_INTERACTIONS, type CustomerCard, type KeyHit } from './api';
import type { Database } from './database';
import { toComplaint, toContact, toCustomer, toInteraction, toReminder } from './derive';
import { retentionOf } from './retention-queries';
import { liveOf } from './rows';
import type { StoredCustomer, StoredInteraction } from './stored';
import type { JournalEntry } from './types';
import { insight } from './value-queries';

/** Rows that one key may point to: a domain or a switchboard is shared by many, and fifty are no identity. */
const MAX_PER_KEY = 50;
/** Merged records whose history is read with the survivor's. */
const MAX_MERGED = 100;

/** Whom these keys point to, in the order of the keys; removed rows have no keys. */
export async function byKeys(db: Database, keys: string[]): Promise<KeyHit[]> {
  const distinct = [...new Set(keys)];
  const all = () => Promise.all(distinct.map((key) => byKey(db, key)));
  // A page gives a dozen keys: opening two transactions for each costs more than the reading. For one address Dexie's own does (4.4, 2026-11).
  const found = distinct.length > 1 ? await db.transaction('r', db.customers, db.contacts, all) : await all();
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

/** Live customers, in the order of `ids`; in the place of one that was merged the record that it is part of. */
export async function customers(db: Database, ids: string[]): Promise<Customer[]> {
  const rows = await db.customers.bulkGet(ids);
  const live = await Promise.all(rows.map((row) => (row?.mergedInto ? survivor(db, row.mergedInto) : row)));
  return live.flatMap((row) => (row && row.deletedAt === null ? [toCustomer(row)] : []));
}

/** Where a merged record's links lead: the last of the records that each became part of the next. */
async function survivor(db: Database, id: string): Promise<StoredCustomer | undefined> {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at); ) {
    seen.add(at);
    const row = await db.customers.get(at);
    if (!row?.mergedInto) return row;
    at = row.mergedInto;
  }
  return undefined;
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
  const [[customer], contacts, interactions, reminders, complaints, worth, retention] = await Promise.all([
    customers(db, [id]),
    liveOf(db.contacts.where('customerId').equals(id).toArray()),
    lastInteractions(db, id),
    db.reminders.where('openFor').equals(id).sortBy('dueAt'),
    liveOf(db.complaints.where('customerId').equals(id).toArray()),
    insight(db, id),
    retentionOf(db, id),
  ]);
  if (!customer) return null;
  if (customer.id !== id) return cardIn(db, customer.id); // it was merged: the link leads on
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

/** The last ones, newest first: their keys at once and then the rows, for a cursor would fetch one after the other. */
async function lastInteractions(db: Database, customerId: string): Promise<Interaction[]> {
  const all = db.interactions
    .where('[customerId+at]')
    .between([customerId, 0], [customerId, Number.POSITIVE_INFINITY]);
  const keys = (await all.primaryKeys()).reverse();
  const found: StoredInteraction[] = [];
  for (let at = 0; at < keys.length && found.length < CARD_INTERACTIONS; at += CARD_INTERACTIONS) {
    const rows = await db.interactions.bulkGet(keys.slice(at, at + CARD_INTERACTIONS));
    found.push(...rows.flatMap((row) => (row?.deletedAt === null ? [row] : [])));
  }
  return found.slice(0, CARD_INTERACTIONS).map(toInteraction);
}

/** Complaints opened since then; there are few, so none needs an index for it. */
export const complaintCount = (db: Database, since: number): Promise<number> =>
  db.complaints.filter(({ openedAt, deletedAt }) => deletedAt === null && openedAt >= since).count();

/** Journal entries, newest first; of one customer, with the bulk change that brought it. */
export async function history(db: Database, limit: number, customerId?: string): Promise<JournalEntry[]> {
  if (customerId === undefined) return db.journal.orderBy('at').reverse().limit(limit).toArray();
  const ids = await withMerged(db, customerId);
  const own = await Promise.all(
    ids.map((id) => db.journal.where('customerIds').equals(id).reverse().limit(limit).toArray()),
  );
  const bulk = await Promise.all(ids.map((id) => bulkOf(db, id)));
  const entries = [...new Map([...own.flat(), ...bulk.flat()].map((entry) => [entry.id, entry])).values()];
  return entries.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, limit);
}

/** A record and those that became part of it: their history is its own. */
async function withMerged(db: Database, id: string): Promise<string[]> {
  const all = [id];
  for (let at = 0; at < all.length && at < MAX_MERGED; at++) {
    const into = await db.customers
      .where('mergedInto')
      .equals(all[at] ?? '')
      .primaryKeys();
    all.push(...into.filter((one) => !all.includes(one)));
  }
  return all;
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

/** Whether a person has told these two apart. */
export async function toldApart(db: Database, one: string, other: string): Promise<boolean> {
  const rows = await db.distinctions.where('customerId').anyOf(one, other).toArray();
  return rows.some(
    ({ customerId, otherId, deletedAt }) =>
      deletedAt === null && [one, other].includes(otherId) && customerId !== otherId,
  );
}
