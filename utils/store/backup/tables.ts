import type { Table } from 'dexie';
import { SIDE_TABLES, TABLES } from '../schema';
import type { TableName } from '../types';

/** What is made again from the rest, only working state, or this database's own: in no backup. */
const REMADE: ReadonlySet<string> = new Set<keyof typeof SIDE_TABLES>([
  'meta',
  'touches',
  'derived',
  'termRuns',
  'termBlocks',
  'summaries',
  'insights',
  'models',
  'risks',
  'riskLog',
  'blocks',
  'proposals',
  'pairs',
  'inbox',
  'importFiles',
  'staged',
]);

/** Side tables that a backup holds: every one that is not named above, so that a new table is never forgotten. */
export const KEPT_SIDE: readonly string[] = Object.keys(SIDE_TABLES).filter((name) => !REMADE.has(name));
/** Side tables that a replaced database starts without; `meta` is gone through key by key. */
export const EMPTIED: readonly string[] = Object.keys(SIDE_TABLES).filter(
  (name) => REMADE.has(name) && name !== 'meta' && name !== 'staged',
);
/** Every table of a backup, in the order of its file: customers before what hangs on them. */
export const BACKED_UP: readonly string[] = [...TABLES, ...KEPT_SIDE];

export const isPeoples = (table: string): table is TableName => (TABLES as string[]).includes(table);
export const isKeptSide = (table: string): boolean => KEPT_SIDE.includes(table);

/** A row of a side table that makes no sense without the working state that a backup leaves out: an import under way. */
export const leftOut = (table: string, row: object): boolean =>
  table === 'imports' && 'state' in row && row.state === 'running';

/** The primary key of a row as IndexedDB has it; null where the row has no good one. */
export function keyOf(table: Table, row: object): string | number | Array<string | number> | null {
  const path = table.schema.primKey.keyPath ?? [];
  const fields = row as Record<string, unknown>;
  const parts = [path].flat().map((field) => fields[field]);
  if (!parts.every((part) => typeof part === 'string' || (typeof part === 'number' && Number.isFinite(part))))
    return null;
  const good = parts as Array<string | number>;
  return Array.isArray(path) ? good : (good[0] ?? null);
}
