import * as z from 'zod/mini';
import { EpochMs } from '../../customer/model';

/**
 * The file: gzip of lines of JSON, each ended by a line feed (so that `gunzip` and any editor open it).
 * The first is {@link BackupHead}, each after it `[table, row]`, the last {@link BackupEnd} with the SHA-256 of all bytes before it.
 * Sealed by a passphrase it stands in frames, see cipher.ts.
 */
export const BACKUP_VERSION = 1;

const Counts = z.record(z.string(), z.int().check(z.nonnegative()));

export const BackupHead = z.object({
  format: z.literal('margin-backup'),
  version: z.int(),
  schemaVersion: z.int(),
  /** Version of the program that wrote it. */
  app: z.string().check(z.maxLength(50)),
  databaseId: z.string().check(z.maxLength(100)),
  madeAt: EpochMs,
  /** Rows by table; of people's tables with those that were removed. */
  counts: Counts,
  /** Customers that are not removed. */
  customers: z.int().check(z.nonnegative()),
  /** The settings of the browser's storage, as the page gave them; null: not in the file. */
  settings: z.unknown(),
  /** What values are worked out with; see store/valuation. */
  valuation: z.unknown(),
});
export type BackupHead = z.infer<typeof BackupHead>;

export const BackupEnd = z.object({
  end: z.literal(true),
  rows: z.int().check(z.nonnegative()),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type BackupEnd = z.infer<typeof BackupEnd>;

/** A row of the file: not looked at yet but for its form. */
export const BackupLine = z.tuple([z.string(), z.record(z.string(), z.unknown())]);
export type BackupLine = z.infer<typeof BackupLine>;

/** One row is never longer; a ledger of a hundred thousand entries stays under it. */
export const MOST_LINE_CHARS = 120_000_000;
