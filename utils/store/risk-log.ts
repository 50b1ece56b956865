import type { DBCore, DBCoreKeyRange, DBCoreMutateRequest, DBCoreMutateResponse, DBCoreTable } from 'dexie';
import { boughtPiece, ownPiece, scoredPiece } from '../retention/risk-pieces';
import type { Database } from './database';
import { NEVER } from './key-ranges';
import type { RiskLogRow } from './stored';

/**
 * Every write to a table that risks are made of leaves behind, in the same transaction, what it changed of them: a refresh of all risks reads
 * that and what it knew before (risk-book.ts), instead of all rows. It stands beneath all that writes, so that nothing can forget it.
 */

const LOG = 'riskLog';
type Entry = [id: string, piece: unknown];
type Pack = (row: never) => Entry;

/** What is noted of a row. Of what people record themselves, which is little, only whose it is: it is read from its own table. */
const PACKS = {
  customers: (row: Parameters<typeof ownPiece>[0] & { id: string }): Entry => [row.id, ownPiece(row)],
  summaries: (row: Parameters<typeof boughtPiece>[0] & { id: string }): Entry => [row.id, boughtPiece(row)],
  insights: (row: Parameters<typeof scoredPiece>[0] & { id: string }): Entry => [row.id, scoredPiece(row)],
  complaints: owner,
  wallets: owner,
  satisfactions: owner,
} satisfies Record<string, Pack>;
type Logged = keyof typeof PACKS;
function owner({ customerId }: { customerId: string }): Entry {
  return [customerId, null];
}

/** Tables of which a customer's piece is kept, and its place among the pieces; a row of them has the customer's id. */
export const PIECES = { customers: 0, summaries: 1, insights: 2 } as const;
export const isPiece = (table: string): table is keyof typeof PIECES => table in PIECES;
const isLogged = (table: string): table is Logged => table in PACKS;

/** Call it before the database opens. */
export function logRisks(db: Database): void {
  db.use({
    stack: 'dbcore',
    name: 'RiskLog',
    level: -1, // above the packing and the sealing: it sees rows as they are, and what it notes is sealed like the rest
    create: (core) => ({
      ...core,
      transaction: (tables, mode, options) =>
        core.transaction(mode === 'readwrite' ? withLog(tables) : tables, mode, options),
      table: (name) => (isLogged(name) ? logging(core, name) : core.table(name)),
    }),
  });
}

const withLog = (tables: string[]): string[] =>
  tables.some(isLogged) && !tables.includes(LOG) ? [...tables, LOG] : tables;

function logging(core: DBCore, name: Logged): DBCoreTable {
  const table = core.table(name);
  return {
    ...table,
    // by `then`: an await here would lead out of Dexie's transaction (4.4, 2026-11)
    mutate: (request) =>
      table.mutate(request).then((response) => {
        const noted = noteOf(name, request, response);
        if (!noted) return response;
        return core
          .table(LOG)
          .mutate({ type: 'add', trans: request.trans, values: [noted] })
          .then(() => response);
      }),
  };
}

/** null: nothing was changed of any risk. */
function noteOf(
  table: Logged,
  request: DBCoreMutateRequest,
  { failures }: DBCoreMutateResponse,
): RiskLogRow | null {
  if (request.type === 'deleteRange') return isPiece(table) ? goneNote(table, request.range) : null;
  const done = (_: unknown, at: number) => !failures[at];
  if (request.type === 'delete')
    return isPiece(table)
      ? note(
          table,
          request.keys.filter(done).map((key) => [String(key), null]),
        )
      : null;
  const pack = PACKS[table] as Pack;
  return note(
    table,
    request.values.filter(done).map((row) => pack(row as never)),
  );
}

const note = (table: Logged, rows: Entry[]): RiskLogRow | null =>
  rows.length > 0 ? { table, rows: JSON.stringify(rows) } : null;

function goneNote(table: Logged, range: DBCoreKeyRange): RiskLogRow | null {
  if ((range.type as number) === NEVER) return null;
  const bound = (value: unknown) => (typeof value === 'string' ? value : null);
  const { lowerOpen = false, upperOpen = false } = range;
  const gone = { lower: bound(range.lower), upper: bound(range.upper), lowerOpen, upperOpen };
  return { table, rows: '[]', gone };
}
