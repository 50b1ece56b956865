import type { Complaint, Contact, Customer, Interaction, Reminder, Stage, Tier } from '../customer/model';
import type { KeyTier } from '../retention/guard';
import type { Guard } from '../retention/model';
import type { Insight } from '../value/insight-types';
import type { ValueSettings } from '../value/settings';
import type { Rows, TableName } from './types';

/** Raise when keys, terms or other fields of a customer or contact are derived in a new way: rows of older numbers are renewed after opening. */
export const DERIVATION = 2;

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
  /** The tier as shown, of a live key account. */
  keyTier?: KeyTier;
  /** The stage, where it is not the first, which nearly all are in: live rows. */
  stageMark?: Stage;
  /** Live sample rows. */
  sampleMark?: 1;
} & Filed;
export type StoredContact = Contact & { dv: number } & Filed;
interface Filed {
  /** The search terms of a row whose terms stand in a run and not in the index; see term-runs.ts. */
  filed?: string[];
}
export type StoredInteraction = Interaction & {
  /** What its text is found by; live rows. Absent in rows of the first version until they are renewed. */
  words?: string[];
};
export type StoredReminder = Reminder & {
  /** `dueAt` of an open live one, and whose it is. */
  openDueAt?: number;
  openFor?: string;
};
export type StoredComplaint = Complaint & {
  /** `dueDate` of a live one that is not resolved. */
  openDueDate?: string;
};
export type StoredGuard = Guard & {
  /** When the oldest of its checks is to be made again; live rows. */
  checkDueAt?: number;
};
/** A risk as last worked out: 0–100 or null (unknown), when, and the reader's day number then. */
export type RiskEntry = readonly [score: number | null, at: number, today: number];
/** The risks of many customers: see risk-buckets.ts. The evidence is made when it is shown. */
export interface StoredRisks {
  id: number;
  /** When most of them were worked out, and the reader's day number then. */
  at: number;
  today: number;
  /** JSON of [customer's id, score] …, with when and on which day where that is another. */
  packed: string;
}
/** What a write to a table that risks are made of changed of them; see risk-log.ts. */
export interface RiskLogRow {
  seq?: number;
  table: string;
  /** JSON of [customer's id, piece or null] …; see retention/risk-pieces. */
  rows: string;
  /** All rows of the table with ids between these went; null: no bound. */
  gone?: { lower: string | null; upper: string | null; lowerOpen: boolean; upperOpen: boolean };
}
export interface MetaRow {
  key: string;
  value: unknown;
}

/** Entries of one part of an import that belong to one bucket of customers: read back bucket by bucket. */
export interface InboxPart {
  importId: string;
  bucket: number;
  part: number;
  /** JSON of [customer, packed entries] …: a copy of so many small objects takes five times as long to store and to read. See inbox.ts. */
  entries: string;
}
/** Ids that one part of a bulk change touched: what its undo goes through. */
export interface BulkPart {
  changeId: string;
  part: number;
  ids: { [T in TableName]?: string[] };
}

/** The value settings as the store keeps them, and the number of what sums are made with: raised by a new base currency, margin rate or exchange rate. */
export interface Valuation {
  settings: ValueSettings;
  number: number;
}

export type StoredInsight = Insight & {
  /** Where they lose money: how much, positive. */
  lossRank?: number;
  /** Expected value, risk and index, for lists. */
  next?: number;
  riskScore?: number;
  valueIndex?: number;
};

interface Special {
  customers: StoredCustomer;
  contacts: StoredContact;
  interactions: StoredInteraction;
  reminders: StoredReminder;
  complaints: StoredComplaint;
  guards: StoredGuard;
}
/** A row of any table as stored: as the model has it, but for those that carry fields for indexes. */
export type StoredRows = { [T in TableName]: T extends keyof Special ? Special[T] : Rows[T] };

/** A customer or contact as a search reads it. */
export type Found = StoredCustomer | StoredContact;
export type FoundTable = 'customers' | 'contacts';

/** Which blocks a run of sorted terms has. It is never changed but by an erasure, which raises its edition. */
export interface TermRun {
  id: string;
  table: FoundTable;
  /** The imports that brought its rows. */
  importIds: string[];
  stem: string;
  /** Of each block the first term. */
  firsts: string[];
  lines: number;
  edition: number;
}
export interface TermBlock {
  runId: string;
  at: number;
  /** JSON of the lines; see customer/term-blocks. */
  lines: string;
}
