import * as z from 'zod/mini';
import { InvalidRow } from './errors';
import { SPECS } from './schema';
import type { StoredRows } from './stored';
import type { Rows, TableName } from './types';

/** Rows of any table: checked against their schema, and without what the store derives. */
type Unchecked = Record<string, unknown> & { id: string };

/** The row as its schema has it (unknown fields are dropped). Throws InvalidRow naming the first bad field. */
export function checked<T extends TableName>(table: T, row: Unchecked): Rows[T] {
  const result = z.safeParse(SPECS[table].schema, row);
  if (result.success) return result.data as Rows[T];
  const [issue] = result.error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  throw new InvalidRow(table, String(row.id), field, `${issue?.code ?? 'invalid'}: ${issue?.message ?? ''}`);
}

/** A draft as a new row made at `now`. */
export function newRow<T extends TableName>(table: T, draft: object & { id: string }, now: number): Rows[T] {
  const stamps = { createdAt: now, updatedAt: now, deletedAt: null };
  return checked(table, { ...SPECS[table].blank, ...draft, ...SPECS[table].derived, ...stamps });
}

/** A stored row as the model has it. */
export function toRow<T extends TableName>(table: T, stored: StoredRows[T]): Rows[T] {
  return SPECS[table].toRow(stored);
}

const DERIVED = new Set(['keys', 'terms', 'dueAt', 'announcedFor']);

/** A row as the journal keeps it: without what can be derived again. */
export const toJournal = (row: object | null): object | null =>
  row && Object.fromEntries(Object.entries(row).filter(([field]) => !DERIVED.has(field)));

/** True where two rows of the journal say the same, whenever they were written and in whatever order their fields stand. */
export function sameRow(one: object | null, other: object | null): boolean {
  const text = (row: object | null) => JSON.stringify({ ...row, updatedAt: undefined }, sorted);
  return text(one) === text(other);
}

/** Removed rows stay in their table, with the time of their removal. */
export const isLive = (row: { deletedAt: number | null }): boolean => row.deletedAt === null;

/**
 * Those rows that are not removed. A filter of the collection's own would fetch row by row, each a trip to the
 * browser process; a card is made of a dozen small sets.
 */
export const liveOf = async <R extends { deletedAt: number | null }>(rows: PromiseLike<R[]>): Promise<R[]> =>
  (await rows).filter(isLive);

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
