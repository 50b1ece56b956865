import type { Complaint, Contact, Customer, Reminder, Tier } from '../customer/model';
import type { Rows, TableName } from './types';

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
export interface MetaRow {
  key: string;
  value: unknown;
}

interface Special {
  customers: StoredCustomer;
  contacts: StoredContact;
  reminders: StoredReminder;
  complaints: StoredComplaint;
}
/** A row of any table as stored: as the model has it, but for those that carry fields for indexes. */
export type StoredRows = { [T in TableName]: T extends keyof Special ? Special[T] : Rows[T] };
