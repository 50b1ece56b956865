import type { DBCoreTable } from 'dexie';
import type { Ledger } from '../value/ledger';
import { type PackedEntry, packEntries, unpackEntries } from '../value/packed';
import { cursorOver } from './cursor';
import type { Database } from './database';

/** A ledger as it lies in the database. */
interface Packed extends Omit<Ledger, 'entries'> {
  /** JSON of the imports and the entries; see value/packed. */
  packed: string;
}

function pack(row: Ledger): Packed {
  const { entries, ...rest } = row;
  const imports: string[] = [];
  const list = packEntries(entries, imports);
  return { ...rest, packed: JSON.stringify([imports, list]) };
}

/** Rows of older databases are not packed until they are written again. */
export function unpackLedger(row: Ledger | Packed | undefined): Ledger | undefined {
  if (!row || !('packed' in row)) return row;
  const { packed, ...rest } = row;
  const [imports, list] = JSON.parse(packed) as [string[], PackedEntry[]];
  return { ...rest, entries: unpackEntries(list, imports) };
}

/** Ledgers are packed on their way into the database and unpacked on their way out; nobody else knows. Call it before the database opens. */
export function packLedgers(db: Database): void {
  db.use({
    stack: 'dbcore',
    name: 'PackedLedgers',
    level: -2, // next to the database, below all that Dexie watches and keeps
    create: (core) => ({
      ...core,
      table: (name) => (name === 'ledgers' ? packing(core.table(name)) : core.table(name)),
    }),
  });
}

function packing(table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map(pack) }
          : request,
      ),
    // by `then`: an await here would lead out of Dexie's transaction (4.4, 2026-11)
    get: (request) => table.get(request).then(unpackLedger),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(unpackLedger)),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values ? { ...answer, result: answer.result.map(unpackLedger) } : answer)),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) =>
          cursor && request.values
            ? cursorOver(cursor, (row) => unpackLedger(row as Packed | undefined))
            : cursor,
        ),
  };
}
