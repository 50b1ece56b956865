import Dexie, { type Table, type Transaction } from 'dexie';
import type { StoredModel } from '../retention/stored-model';
import type { PairRow } from '../value/pairs';
import type { Summary } from '../value/summary-types';
import type { ProposalRow } from './api-duplicates';
import type { StagedPart } from './backup/staged';
import type { ImportFileRow, ImportRow, RejectPart } from './import-types';
import { INDEXES, SCHEMA_VERSION } from './schema';
import type {
  BulkPart,
  InboxPart,
  MetaRow,
  RiskLogRow,
  StoredInsight,
  StoredRisks,
  StoredRows,
  TermBlock,
  TermRun,
} from './stored';
import { restretch } from './stretches';
import type { Touch } from './touches';
import type { JournalEntry, TableName } from './types';

/** The tables, of the database or bound to one transaction. */
export type Tables = { [T in TableName]: Table<StoredRows[T], string> } & {
  journal: Table<JournalEntry, string>;
  meta: Table<MetaRow, string>;
  touches: Table<Touch, number>;
  derived: Table<{ key: string }, string>;
  termRuns: Table<TermRun, string>;
  termBlocks: Table<TermBlock, [string, number]>;
  blocks: Table<{ id: string; keys: number[] }, string>;
  proposals: Table<ProposalRow, string>;
  summaries: Table<Summary, string>;
  insights: Table<StoredInsight, string>;
  models: Table<StoredModel, string>;
  risks: Table<StoredRisks, number>;
  riskLog: Table<RiskLogRow, number>;
  pairs: Table<PairRow, string>;
  inbox: Table<InboxPart, [string, number, number]>;
  bulkParts: Table<BulkPart, [string, number]>;
  imports: Table<ImportRow, string>;
  importRejects: Table<RejectPart, [string, number]>;
  importFiles: Table<ImportFileRow, string>;
  staged: Table<StagedPart, number>;
  table: (name: string) => Table;
};
export type Database = Dexie & Tables;

/** `asInstalled`: takes whatever schema the database has, for one that is newer than this code. */
export function makeDatabase(name: string, asInstalled: boolean): Database {
  const db = new Dexie(name, { autoOpen: false });
  if (!asInstalled)
    db.version(SCHEMA_VERSION)
      .stores(INDEXES)
      .upgrade((tx) => restretch(tx.table('summaries')));
  return db as Database;
}

/** All that a change may write. */
const NAMES = Object.keys(INDEXES);

/**
 * Runs `work` in one write transaction over all tables, which it gets bound to it: Dexie's own tracking of the
 * current transaction gives up after a hundred awaits (ZONE_ECHO_LIMIT in 4.4, 2026-11), a large change has more.
 */
export function writing<T>(db: Database, work: (tables: Tables) => Promise<T>): Promise<T> {
  const tables = NAMES.map((name) => db.table(name));
  return writingIn(db, tables, (tx) => work(boundTo(tx)));
}

/** A write transaction over some tables, whose want of room is told as such. */
export async function writingIn<T>(
  db: Database,
  tables: Table[],
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  let made: Transaction | undefined;
  try {
    return await db.transaction('rw', tables, (tx) => {
      made = tx;
      return work(tx);
    });
  } catch (error) {
    // A browser without room aborts the transaction: what was under way says that it was aborted, the transaction alone why.
    const why = (made as { idbtrans?: IDBTransaction } | undefined)?.idbtrans?.error;
    throw why?.name === 'QuotaExceededError' ? why : error;
  }
}

const boundTo = (tx: Transaction): Tables => {
  const tables = Object.fromEntries(NAMES.map((name) => [name, tx.table(name)]));
  return { ...tables, table: (name: string) => tx.table(name) } as unknown as Tables;
};
