/** What stands of a file import beside the rows that it brought: how it goes, what it did, what it refused. */
export interface ImportCounts {
  /** Rows under the header that are not empty. */
  rows: number;
  accepted: number;
  rejected: number;
  /** Customers, contacts and notes that were made. */
  customers: number;
  contacts: number;
  notes: number;
  /** Sales with a negative amount that were taken as refunds. */
  turned: number;
  /** Amounts that were more precise than their currency. */
  rounded: number;
  /** Rows that say the same as one before them and were counted as sales of their own. */
  repeated: number;
  /** Accepted rows by currency. */
  currencies: Record<string, number>;
  /** Rejected rows by reason. */
  reasons: Record<string, number>;
}

export type ImportPhase = 'running' | 'done' | 'cancelled';

/** One import. `id` is that of its change in the journal as well. */
export interface ImportRow {
  id: string;
  state: ImportPhase;
  startedAt: number;
  endedAt: number | null;
  fileName: string;
  size: number;
  /** Tells the same file apart from others, whatever its name. */
  fingerprint: string;
  /** How the file is read: kept, so that a resumed import reads the same. Plain data of utils/import. */
  plan: unknown;
  headers: string[];
  counts: ImportCounts;
  /** It was broken off and went on by itself: how far it was then, and how often it came no further. */
  wentOn?: { at: string; times: number };
}

/** A row that was refused: line in the file, cells, and why. */
export interface RejectRow {
  line: number;
  cells: string[];
  reason: { id: string; text: string };
}

/** Refused rows of one part of an import; a part that is read again replaces its own. */
export interface RejectPart {
  importId: string;
  part: number;
  rows: RejectRow[];
}

/** The file of an import that is not done: a closed tab does not lose it. */
export interface ImportFileRow {
  id: string;
  /** Its bytes where the database is locked. */
  file: Blob | Uint8Array<ArrayBuffer>;
}

/** The store's face for imports. */
export interface ImportStore {
  /** Keeps the file and notes the import as running. */
  beginImport(row: ImportRow, file: Blob): Promise<void>;
  /** Newest first. */
  imports(limit: number): Promise<ImportRow[]>;
  oneImport(id: string): Promise<ImportRow | null>;
  /** null: the import is over, or the browser dropped the file. */
  importFile(id: string): Promise<Blob | null>;
  /** See {@link ImportRow.wentOn}. */
  noteGoingOn(id: string, wentOn: NonNullable<ImportRow['wentOn']>): Promise<void>;
  /** Notes what the whole file came to, before its entries are filed. */
  saveCounts(id: string, counts: ImportCounts): Promise<void>;
  saveRejects(part: RejectPart): Promise<void>;
  /** Refused rows in the order of the file; `after`: the part last read. */
  rejects(importId: string, after: number, parts: number): Promise<RejectPart[]>;
  /** Ends an import: the file is dropped; of a cancelled one the refused rows too. */
  endImport(
    id: string,
    state: Exclude<ImportPhase, 'running'>,
    counts: ImportCounts,
    at: number,
  ): Promise<void>;
  /** Forgets a finished import's refused rows and its line in the list; what it brought stays. */
  forgetImport(id: string): Promise<void>;
  /** The change was undone, and its undoing stands. */
  isUndone(changeId: string): Promise<boolean>;
  /** What was remembered of files with these headers. */
  shape(key: string): Promise<unknown>;
  saveShape(key: string, value: unknown): Promise<void>;
  /** Of each key the ids of the customers that have it (at most three), themselves or through a contact. */
  ownersOf(keys: readonly string[]): Promise<Map<string, string[]>>;
  /** Of each name the ids of the customers who are called so, case and width aside (at most three). */
  named(names: readonly string[]): Promise<Map<string, string[]>>;
}
