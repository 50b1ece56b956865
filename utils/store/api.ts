import type { Cadences } from '../contact';
import type { Complaint, Contact, Customer, Interaction, Reminder } from '../customer/model';
import type { NameDigest } from '../customer/names-index';
import type { CustomerDue, DueItem } from '../retention/due-item';
import type { Insight } from '../value/insight-types';
import type { DuplicateStore } from './api-duplicates';
import type { RetentionRows, RetentionStore } from './api-retention';
import type { ValueStore } from './api-value';
import type { VaultStore } from './api-vault';
import type { ImportStore } from './import-types';
import type { TextCover } from './lock/cover';
import type { Change, Drafts, JournalEntry } from './types';

export type { CustomerDue, DueItem, MeasureDue } from '../retention/due-item';
export * from './api-duplicates';
export type * from './api-retention';
export * from './api-value';
export type * from './api-vault';
export type * from './import-types';

/** A stored key and whom it points to; `contactId` null: the customer itself. */
export interface KeyHit {
  key: string;
  customerId: string;
  contactId: string | null;
}

/** All that the sidebar shows of one customer. Removed rows are left out. */
export interface CustomerCard {
  customer: Customer;
  contacts: Contact[];
  /** Newest first, at most {@link CARD_INTERACTIONS}. */
  interactions: Interaction[];
  /** Open ones, by `dueAt`. */
  reminders: Reminder[];
  /** Newest first. */
  complaints: Complaint[];
  /** What their ledger and referrals come to; null: neither is there, and what the customer's row says ("as entered") is all there is. */
  insight: Insight | null;
  /** What was recorded about their staying, and what a risk is worked out from. */
  retention: RetentionRows;
}
export const CARD_INTERACTIONS = 50;

export interface SearchHit {
  customer: Customer;
  /** The person at the company who was found, or null where it is the customer itself. */
  contact: Contact | null;
  /** What of them matched, as typed (a name, address, number or code). */
  matched: string;
  /** Found by a note alone: when it was made, epoch ms; `matched` is where it stands in the note. */
  notedAt?: number;
}

/** Due items are counted up to here; that many are "999+". */
export const MOST_COUNTED = 1_000;

/** Whole rows added at once (import, sample data): one journal entry, which lists their ids. */
export interface BulkChange extends Pick<Change, 'id' | 'what' | 'source'> {
  rows: Drafts;
}
export interface BulkOptions {
  /** Rows written so far and in all; after each thousand. */
  onProgress?: (done: number, total: number) => void;
  /** Stops between two thousands and takes back what was written. */
  signal?: AbortSignal;
}

/** The store's public face; see {@link openStore}. Every promise rejects with an error of `errors.ts`. */
export interface Store extends DuplicateStore, ValueStore, ImportStore, RetentionStore, VaultStore {
  /** Made once for each database; tells a partitioned or separate database from the real one. */
  readonly databaseId: string;
  /** True: the database is newer than this code. Reading works, writing throws StoreNewer. */
  readonly readOnly: boolean;
  /** Resolves when rows written by an older version have today's keys and terms: how many were renewed. */
  readonly renewed: Promise<number>;

  /** The one write path: all ops land in one transaction or none does; the same change id twice lands once. */
  commit(change: Change): Promise<void>;
  /** Adds many rows in chunks, each its own transaction; the same id again goes on where it stopped. */
  addMany(change: BulkChange, options?: BulkOptions): Promise<void>;
  /**
   * Writes a new change that restores what was before; returns its id. A change that is undone already gives the id
   * of that undo. Throws UndoConflict where a later change touched the same rows. An undo can be undone too.
   */
  undo(changeId: string, source: Change['source']): Promise<string>;
  /**
   * Where a clock that ran ahead had reminders announced for instants that are, by `now`, still to come: they are
   * announced again in their time. An hour is forgiven, a clock is often put right by seconds. No entry in the journal.
   */
  forgetEarly(now: number): Promise<void>;
  /** Notes that a reminder was announced for its present `dueAt`. No entry in the journal: nobody's change. */
  markAnnounced(reminderIds: string[]): Promise<void>;

  /** One open or done reminder; null where there is none. */
  reminder(id: string): Promise<Reminder | null>;

  byKeys(keys: string[]): Promise<KeyHit[]>;
  /** In the order of `ids`; ids that are not there are left out. */
  customers(ids: string[]): Promise<Customer[]>;
  card(id: string): Promise<CustomerCard | null>;
  /** As you type; best first. At most `limit` (20). */
  search(text: string, limit?: number): Promise<SearchHit[]>;
  /** Due at `now` or earlier, oldest first. A cadence counts only where no reminder is open. */
  due(now: number, cadenceDays: Cadences, limit: number): Promise<DueItem[]>;
  /** How many are due, at most {@link MOST_COUNTED}. */
  dueCount(now: number, cadenceDays: Cadences): Promise<number>;
  /** Of these customers, what is due; for the urgency of a list page. */
  dueOf(customerIds: string[], now: number, cadenceDays: Cadences): Promise<CustomerDue[]>;
  /** Of these customers, those with a complaint that is open, due or not. */
  openComplaintsOf(customerIds: string[]): Promise<string[]>;
  /** Earliest open reminder's `dueAt` later than `after`. */
  nextReminderAt(after: number): Promise<number | null>;
  /** Open reminders due at `now` that were not announced for that instant yet, oldest first. */
  toAnnounce(now: number, limit: number): Promise<Array<{ reminder: Reminder; customer: Customer }>>;
  /** How many complaints were opened at `since` (epoch ms) or later. */
  complaintCount(since: number): Promise<number>;
  /** Newest first. */
  history(limit: number, customerId?: string): Promise<JournalEntry[]>;
  /** By name (Chinese by its reading), a page at a time. */
  list(page: { after?: { name: string; id: string }; limit: number }): Promise<Customer[]>;
  count(): Promise<number>;
  /** The names of customers and contacts that stand in a page's text; nothing of the text is kept. */
  namesIn(text: string): Promise<NameDigest>;
  /** True where any customer has a name that can be looked for. */
  hasNames(): Promise<boolean>;
  /** Makes the index of names anew where that is due; for the background, after its start and large changes. */
  renewNames(): Promise<void>;
  /** Brings the search terms together that imports have left in many runs; for the background, as {@link renewNames}. */
  mergeTerms(): Promise<void>;
  /** True where a person has said that these two are not the same. */
  toldApart(one: string, other: string): Promise<boolean>;
  /** The contacts of these customers. */
  contactsOf(customerIds: string[]): Promise<Contact[]>;
  /** Ids of the live customers of the sample data. */
  sampleIds(): Promise<string[]>;

  /** Runs `query` now and after every change that touches what it read, from any page. Returns the unsubscribe. */
  live<T>(
    query: () => Promise<T>,
    onValue: (value: T) => void,
    onError: (error: unknown) => void,
  ): () => void;
  /** Asks all watched queries of all pages again: after writes of a store that was opened quietly. */
  wakeAll(): void;
  /** For what is kept outside the database, a draft: unreadable without the key where there is a lock. */
  readonly texts: TextCover;
  close(): void;
}
