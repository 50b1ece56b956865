import type { ZodMiniObject } from 'zod/mini';
import { Distinction } from '../customer/merge';
import { Complaint, Contact, Customer, Interaction, Reminder, type Tier } from '../customer/model';
import { Defection, Guard, Plan, ReasonEdit, Round, Satisfaction, Wallet } from '../retention/model';
import { Ledger } from '../value/ledger';
import { Rate } from '../value/rates';
import {
  storedComplaint,
  storedContact,
  storedCustomer,
  storedGuard,
  storedInteraction,
  storedReminder,
  toComplaint,
  toContact,
  toCustomer,
  toGuard,
  toInteraction,
  toReminder,
} from './derive';
import type { StoredRows } from './stored';
import type { Rows, TableName } from './types';

/**
 * The tables. To add one that people's changes write: its row in `Rows` (types.ts), its zod schema in a pure folder,
 * one entry in {@link SPECS}. One that is derived or only working state: an entry in {@link SIDE_TABLES}.
 */

/** The schema's number; a change of it is a new number with an example under test. */
export const SCHEMA_VERSION = 2;

/** What a row derives from other rows. */
export interface Around {
  /** The customer's country. */
  country: string;
  /** The customer has an open reminder. */
  reminded: boolean;
  /** The customer's tier as their ledger ranks it; absent: not ranked. */
  ranked?: Tier | undefined;
}

export interface TableSpec<T extends TableName> {
  schema: ZodMiniObject;
  /** Dexie's form. Rows with `customerId` hang on that customer: removed and brought back with it. */
  indexes: string;
  /** What a new row has where the draft is silent. */
  blank: object;
  /** Fields that only the store writes: a new row has these, whatever the draft says. */
  derived: object;
  toStored: (row: Rows[T], around: Around) => StoredRows[T];
  toRow: (stored: StoredRows[T]) => Rows[T];
}

const found = { blank: {}, derived: { keys: [], terms: [] } };
/** A table stored as the model has it. */
const plain = <R>(schema: ZodMiniObject, indexes: string) => ({
  schema,
  indexes,
  blank: {},
  derived: {},
  toStored: (row: R) => row,
  toRow: (stored: R) => stored,
});

export const SPECS: { [T in TableName]: TableSpec<T> } = {
  customers: {
    ...found,
    schema: Customer,
    indexes:
      'id, *keys, *terms, [sortName+id], [cadenceTier+cadenceFrom], ownDueAt, [keyTier+createdAt], sampleMark, referredBy, mergedInto, stageMark, tierPinned',
    toStored: (row, { reminded, ranked }) => storedCustomer(row, reminded, ranked),
    toRow: toCustomer,
  },
  contacts: {
    ...found,
    schema: Contact,
    indexes: 'id, customerId, *keys, *terms',
    toStored: (row, { country }) => storedContact(row, country),
    toRow: toContact,
  },
  interactions: {
    ...plain(Interaction, 'id, customerId, [customerId+at], *words'),
    toStored: storedInteraction,
    toRow: toInteraction,
  },
  reminders: {
    schema: Reminder,
    indexes: 'id, customerId, openDueAt, openFor',
    blank: { anchor: null },
    derived: { dueAt: 0, announcedFor: null },
    toStored: storedReminder,
    toRow: toReminder,
  },
  complaints: {
    ...plain(Complaint, 'id, customerId, openDueDate'),
    toStored: storedComplaint,
    toRow: toComplaint,
  },
  /** Before the ledgers, which are summed with them. */
  rates: plain(Rate, 'id, [currency+base+date]'),
  /** id = the customer's. */
  ledgers: plain(Ledger, 'id'),
  defections: plain(Defection, 'id, customerId'),
  wallets: plain(Wallet, 'id, customerId'),
  satisfactions: plain(Satisfaction, 'id, customerId, roundId'),
  plans: plain(Plan, 'id, customerId'),
  guards: { ...plain(Guard, 'id, customerId, checkDueAt'), toStored: storedGuard, toRow: toGuard },
  rounds: plain(Round, 'id'),
  reasons: plain(ReasonEdit, 'id'),
  /** Pairs that a person has told apart. */
  distinctions: plain(Distinction, 'id, customerId, otherId'),
};

/** Tables that no change names: the journal, and what can be made again from the others. */
export const SIDE_TABLES = {
  journal: 'id, at, *customerIds, undoes',
  meta: 'key',
  /** Which customers and contacts were written, in the order of the commits: for what is derived afterwards. */
  touches: '++seq',
  /** Records derived from whole tables, one a key: the index of names. */
  derived: 'key',
  /** Search terms of rows that came together, sorted; see term-runs.ts. */
  termRuns: 'id',
  termBlocks: '[runId+at]',
  /** Under which keys a customer's duplicates are looked for, and pairs of customers that may be one. */
  blocks: 'id, *keys',
  proposals: 'id, one, other, score',
  /** Of each ledger its sums; of each customer what they come to; see value/summary-types and value/insight-types. */
  summaries: 'id, valuation',
  insights: 'id, rank, [tier+rank], lossRank, next, riskScore, valueIndex',
  /** Purchase models that were fitted, with their backtest. */
  models: 'id, madeAt',
  /** The whole risks of customers as last worked out, many a row; see retention/early-warning and risk-buckets.ts. */
  risks: 'id',
  /** What was written since to rows that risks are made of; see risk-log.ts. */
  riskLog: '++seq',
  /** What goes with a product: the next best offers start from here. */
  pairs: 'product',
  /** Entries of an import on their way into the ledgers, and the ids that a finished part of it touched. */
  inbox: '[importId+bucket+part], importId',
  bulkParts: '[changeId+part], changeId',
  /** Imports, the rows that each refused, and the file of one that is not done. */
  imports: 'id, startedAt',
  importRejects: '[importId+part]',
  importFiles: 'id',
  /** Rows of a backup on their way in: nothing of them counts until all are there. */
  staged: '++seq',
} as const;

export const TABLES = Object.keys(SPECS) as TableName[];
/** Tables whose rows hang on no customer. */
const FREE = ['customers', 'rates', 'rounds', 'reasons'] as const;
type FreeTable = (typeof FREE)[number];
export type HangingTable = Exclude<TableName, FreeTable>;
/** Tables whose rows hang on a customer. */
export const HANGING = TABLES.filter((name): name is HangingTable => !FREE.includes(name as FreeTable));
/** The index by which the rows of a customer are found. */
export const ownerIndex = (table: HangingTable): string => (table === 'ledgers' ? 'id' : 'customerId');

/** The schema as Dexie takes it. */
export const INDEXES: Record<string, string> = {
  ...Object.fromEntries(TABLES.map((name) => [name, SPECS[name].indexes])),
  ...SIDE_TABLES,
};

/** A row of any table as stored. */
export const storedOf = <T extends TableName>(table: T, row: Rows[T], around: Around): StoredRows[T] =>
  SPECS[table].toStored(row, around);
