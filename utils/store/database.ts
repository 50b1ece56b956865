import Dexie, { type Table } from 'dexie';
import type { Complaint, Contact, Customer, Interaction, Reminder, Tier } from '../customer/model';
import type { JournalEntry } from './types';

/** Raise when keys or terms are derived in a new way: rows of older numbers are renewed after opening. */
export const DERIVATION = 1;

/**
 * Rows as stored: the model's and fields for indexes. A row that lacks a field is not in that index, so indexes
 * hold live rows only and a range over one is the answer itself.
 */
export type StoredCustomer = Customer & {
  dv: number;
  /** Name as sorted; live rows. */
  sortName?: string;
  /** Where the tier's cadence counts: live, no cadence of its own, no open reminder. */
  cadenceTier?: Tier;
  cadenceFrom?: number;
  /** When the customer's own cadence is due: live, no open reminder. */
  ownDueAt?: number;
  /** Live sample rows. */
  sampleMark?: 1;
};
export type StoredContact = Contact & { dv: number };
export type StoredReminder = Reminder & {
  /** `dueAt` of an open live one, and whose it is. */
  openDueAt?: number;
  openFor?: string;
};
export type StoredComplaint = Complaint & {
  /** `dueDate` of a live one that is not resolved. */
  openDueDate?: string;
};
export type StoredInteraction = Interaction;
export interface MetaRow {
  key: string;
  value: unknown;
}

export interface StoredRows {
  customers: StoredCustomer;
  contacts: StoredContact;
  interactions: StoredInteraction;
  reminders: StoredReminder;
  complaints: StoredComplaint;
}

/** The schema's number; a change of {@link SCHEMA} is a new number with an example under test. */
export const SCHEMA_VERSION = 1;
const SCHEMA = {
  customers:
    'id, *keys, *terms, [sortName+id], [cadenceTier+cadenceFrom], ownDueAt, sampleMark, updatedAt, dv',
  contacts: 'id, customerId, *keys, *terms, dv',
  interactions: 'id, customerId, [customerId+at]',
  reminders: 'id, customerId, openDueAt, openFor',
  complaints: 'id, customerId, openDueDate',
  journal: 'id, at, *customerIds, undoes',
  meta: 'key',
};

export class Database extends Dexie {
  declare customers: Table<StoredCustomer, string>;
  declare contacts: Table<StoredContact, string>;
  declare interactions: Table<StoredInteraction, string>;
  declare reminders: Table<StoredReminder, string>;
  declare complaints: Table<StoredComplaint, string>;
  declare journal: Table<JournalEntry, string>;
  declare meta: Table<MetaRow, string>;

  /** `asInstalled`: takes whatever schema the database has, for one that is newer than this code. */
  constructor(name: string, asInstalled: boolean) {
    super(name, { autoOpen: false });
    if (!asInstalled) this.version(SCHEMA_VERSION).stores(SCHEMA);
  }
}
