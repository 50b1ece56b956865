import type { Customer } from '../customer/model';
import type { StoredModel } from '../retention/stored-model';
import type { Insight } from '../value/insight-types';
import type { Entry, Ledger } from '../value/ledger';
import type { InsightFilter, Portfolio } from '../value/portfolio-types';
import type { Rate } from '../value/rates';
import type { YearValue } from '../value/realised';
import type { ValueSettings } from '../value/settings';
import type { Summary } from '../value/summary-types';
import type { Change, Drafts, ImportedCounts } from './types';

/** How a list of insights is sorted, each with the most pressing first: best rank, largest expected value, highest risk, … */
export const INSIGHT_SORTS = ['rank', 'next', 'risk', 'index', 'loss'] as const;
export type InsightSort = (typeof INSIGHT_SORTS)[number];

export interface InsightQuery extends InsightFilter {
  sort?: InsightSort;
  /** Where the page before ended: its {@link InsightPage.next}. */
  after?: InsightCursor;
  limit: number;
}
export interface InsightCursor {
  key: number;
  id: string;
}
export interface InsightPage {
  rows: Array<{ customer: Customer; insight: Insight }>;
  /** null: that was all. */
  next: InsightCursor | null;
}

/** Somebody who was referred, directly (depth 1) or through others; in the order of the tree. */
export interface Referred {
  customer: Customer;
  referredBy: string;
  depth: number;
  net: number;
  years: YearValue[];
}
/** More are not listed (their value is counted all the same). */
export const MAX_REFERRED = 500;

/** A part of an import, written in one transaction together with where to go on. */
export interface EntryBatch {
  /** Customers (with their contacts and notes) that the part brings along; each goes in before the entries that name it. */
  rows?: Pick<Drafts, 'customers' | 'contacts' | 'interactions'>;
  entries: Array<{ customerId: string; entry: Entry }>;
  /** Whatever the caller needs to go on behind this part: `store.importState` gives it back. Plain data. */
  checkpoint: unknown;
}
export interface EntriesOptions {
  /** Entries filed into their ledgers, of those that came so far. The second half of an import: the parts are in, their entries are sorted. */
  onProgress?: (filed: number, total: number) => void;
  /** Stops between two transactions; what is there stays, and the same call goes on. {@link Store.dropImport} takes it back. */
  signal?: AbortSignal;
}
export interface EntriesAdded extends ImportedCounts {
  /** Entries whose customer was removed meanwhile: not written. */
  orphans: Array<{ customerId: string; entry: Entry }>;
}
/** How far an import came: `checkpoint` of its last part, and whether its entries are in the ledgers already. */
export interface ImportState {
  checkpoint: unknown;
  parts: number;
  entries: number;
  /** Ledgers that were written so far. */
  ledgers: number;
  phase: 'reading' | 'filing' | 'done';
}

/** The store's face for ledgers and what is derived from them. All queries can be watched with `live`. */
export interface ValueStore {
  /** null: nothing was ever entered for this customer (or they were removed). */
  ledger(customerId: string): Promise<Ledger | null>;
  summary(customerId: string): Promise<Summary | null>;
  insight(customerId: string): Promise<Insight | null>;
  /** In the order of the ids; those without one are left out. */
  insightsOf(customerIds: string[]): Promise<Insight[]>;
  /** A page of customers by what they are worth; the filter is what a point of a report stands for. */
  insights(query: InsightQuery): Promise<InsightPage>;
  /** All summaries in batches, by id; a batch is handed over between transactions. Resolves with how many there were. */
  summaryScan(onBatch: (batch: Summary[]) => void | Promise<void>): Promise<number>;
  /** Everybody whom this customer referred, down the tree; at most {@link MAX_REFERRED}. */
  referralsOf(customerId: string): Promise<Referred[]>;
  /** The totals of the reports as last worked out; null: not yet. */
  portfolio(): Promise<Portfolio | null>;
  /** The purchase model in use; null: none fitted yet. */
  model(): Promise<StoredModel | null>;
  /** Live rates, by currency and date. */
  rates(): Promise<Rate[]>;

  /** What sums and scores are made with; kept beside the ledgers. A new base currency or margin rate makes all sums stale: {@link ValueStore.refresh}. */
  valueSettings(): Promise<ValueSettings>;
  setValueSettings(settings: ValueSettings): Promise<void>;

  /**
   * Adds many entries as one change, in two steps: every batch is put down with its checkpoint in one transaction, then all entries are
   * filed into their ledgers, customer by customer. The same change id again goes on where it stopped (the caller hands over only the batches behind
   * {@link ImportState.checkpoint}). Entries carry the change's id as `importId`. One line in the history, undone whole by `undo`.
   */
  addEntries(
    change: Pick<Change, 'id' | 'what' | 'source'>,
    batches: Iterable<EntryBatch> | AsyncIterable<EntryBatch>,
    options?: EntriesOptions,
  ): Promise<EntriesAdded>;
  /** null: no such import. */
  importState(changeId: string): Promise<ImportState | null>;
  /** Takes back an import that is not done yet, with its customers. */
  dropImport(changeId: string): Promise<void>;

  /**
   * Brings what is derived up to date: stale sums, a new fit where the ledgers changed enough, scores, totals. Works in slices
   * with a checkpoint; returns whether something is left to do when `until` (epoch ms) has passed.
   */
  refresh(options: RefreshOptions): Promise<RefreshState>;
}
export interface RefreshOptions {
  now: number;
  /** `YYYY-MM-DD`, the reader's today. */
  today: string;
  /** Stop after the slice that ends later than this; absent: go on to the end. */
  until?: number;
  /** Fit and score whether or not the ledgers changed enough. */
  force?: boolean;
  signal?: AbortSignal;
}
export interface RefreshState {
  done: boolean;
  /** What was done in this call. */
  summaries: number;
  fitted: boolean;
  insights: number;
}
