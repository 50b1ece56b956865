import type { Choices, Distinction } from '../customer/merge';
import type { Complaint, Contact, Customer, Interaction, Reminder } from '../customer/model';
import type { Defection, Guard, Plan, ReasonEdit, Round, Satisfaction, Wallet } from '../retention/model';
import type { Entry, Ledger } from '../value/ledger';
import type { Rate } from '../value/rates';

/** Tables that a change may touch; the journal and meta are written by the store alone. */
export interface Rows {
  customers: Customer;
  contacts: Contact;
  interactions: Interaction;
  reminders: Reminder;
  complaints: Complaint;
  ledgers: Ledger;
  rates: Rate;
  defections: Defection;
  wallets: Wallet;
  satisfactions: Satisfaction;
  plans: Plan;
  guards: Guard;
  rounds: Round;
  reasons: ReasonEdit;
  distinctions: Distinction;
}
export type TableName = keyof Rows;

/** Fields that the store writes itself. */
type Derived = 'createdAt' | 'updatedAt' | 'deletedAt' | 'keys' | 'terms' | 'dueAt' | 'announcedFor';
export type Draft<T extends TableName> = T extends 'reminders'
  ? Omit<Rows[T], Derived | 'anchor'> & Partial<Pick<Reminder, 'anchor'>>
  : Omit<Rows[T], Derived>;

/** Rows to add, by table; a table may be left out. */
export type Drafts = { [T in TableName]?: Draft<T>[] };

/** One step of a change. `edit` sets the named fields only; `remove` is soft and can be undone. */
export type Op = RowOp | EntriesOp | MergeOp;

/** A ledger is changed by its entries alone. */
type RowTable = Exclude<TableName, 'ledgers'>;
export type RowOp = {
  [T in RowTable]:
    | { op: 'add'; table: T; row: Draft<T> }
    | { op: 'edit'; table: T; id: string; patch: Partial<Omit<Draft<T>, 'id'>> }
    | { op: 'remove'; table: T; id: string };
}[RowTable];

/**
 * Entries of one customer's ledger: `put` adds them or replaces those of the same id, `remove` takes them out (an id that is
 * not there throws RowMissing). The journal keeps the entries that changed, so a change of others does not stand in the way of an undo.
 */
export interface EntriesOp {
  op: 'entries';
  customerId: string;
  put: Entry[];
  remove: string[];
}

/**
 * Makes `merged` part of `survivor`: all that hangs on it moves, it is removed and points there. Made from the rows as
 * they are then; `choices` says by field whose value is taken. Throws MergeRefused.
 */
export interface MergeOp {
  op: 'merge';
  survivor: string;
  merged: string;
  choices: Choices;
}

export type SourceKind =
  | 'sidebar'
  | 'popup'
  | 'dashboard'
  | 'menu'
  | 'notification'
  | 'import'
  | 'sample'
  | 'undo';

/** What the history shows as the change's name; the interface translates `change_<what>`. */
export type ChangeWhat =
  | 'customer-added'
  | 'customer-edited'
  | 'customer-removed'
  | 'contact-added'
  | 'contact-edited'
  | 'contact-removed'
  | 'note-added'
  | 'note-edited'
  | 'note-removed'
  | 'contacted'
  | 'reminder-added'
  | 'reminder-edited'
  | 'reminder-removed'
  | 'reminder-done'
  | 'reminder-snoozed'
  | 'complaint-added'
  | 'complaint-edited'
  | 'complaint-removed'
  | 'entries-added'
  | 'entries-edited'
  | 'entries-removed'
  | 'entries-imported'
  | 'customers-imported'
  | 'rates-changed'
  | 'defection-added'
  | 'defection-edited'
  | 'defection-removed'
  | 'won-back'
  | 'wallet-added'
  | 'wallet-removed'
  | 'satisfaction-added'
  | 'satisfaction-removed'
  | 'plan-added'
  | 'plan-edited'
  | 'plan-removed'
  | 'guard-checked'
  | 'round-added'
  | 'round-edited'
  | 'round-removed'
  | 'reasons-edited'
  | 'customers-merged'
  | 'told-apart'
  | 'backup-merged'
  | 'backup-restored'
  | 'customer-erased'
  | 'sample-loaded'
  | 'sample-removed'
  | 'undone';

/** What cannot be undone: the rows that were before are not kept. */
export const FINAL: ReadonlySet<ChangeWhat> = new Set(['backup-restored', 'customer-erased']);

/** A typed change: all its ops land in one transaction or none does. The same id twice lands once. */
export interface Change {
  /** UUIDv7; the idempotency key of retries. */
  id: string;
  what: ChangeWhat;
  source: { kind: SourceKind; url: string };
  ops: Op[];
}

/** One row of a change, without what the store derives. */
export interface JournalRow {
  table: TableName;
  id: string;
  before: unknown;
  after: unknown;
}

/** What an import of entries added. */
export interface ImportedCounts {
  customers: number;
  entries: number;
  ledgers: number;
}

/** One line of the append-only journal. */
export interface JournalEntry {
  id: string;
  at: number;
  what: ChangeWhat;
  source: Change['source'];
  customerIds: string[];
  /** Before and after of every row; null: was not there / is not there (a removed row has `deletedAt`). */
  rows: JournalRow[];
  /** A bulk load lists the ids of the rows it added, nothing else. */
  bulkIds: { [T in TableName]?: string[] };
  /** An import of entries: how much it added; what it touched is listed in `bulkParts`. */
  imported?: ImportedCounts;
  /** The change that this one undid, or null. */
  undoes: string | null;
}
