import type Dexie from 'dexie';
import type { DBCoreTable } from 'dexie';
import { cursorOver } from './cursor';

/** How rows of a table lie in the database, and how they are read; `read` is given nothing where there is no row. */
export interface Packing {
  lay: (row: never) => object;
  read: (stored: never) => unknown;
}

/** Below all that Dexie watches and keeps, above the sealing: what is packed is sealed. */
export const PACKED_LEVEL = -2;

/** Rows are packed on their way into the database and unpacked on their way out; nobody above knows. Call it before the database opens. */
export function packRows(db: Dexie, packings: Readonly<Record<string, Packing>>): void {
  db.use({
    stack: 'dbcore',
    name: 'PackedRows',
    level: PACKED_LEVEL,
    create: (core) => ({
      ...core,
      table: (name) => {
        const packing = packings[name];
        return packing ? packed(core.table(name), packing) : core.table(name);
      },
    }),
  });
}

function packed(table: DBCoreTable, packing: Packing): DBCoreTable {
  const lay = packing.lay as (row: unknown) => object;
  const read = packing.read as (stored: unknown) => unknown;
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map(lay) }
          : request,
      ),
    // by `then`: an await here would lead out of Dexie's transaction (4.4, 2026-11)
    get: (request) => table.get(request).then(read),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(read)),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values ? { ...answer, result: answer.result.map(read) } : answer)),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor && request.values ? cursorOver(cursor, read) : cursor)),
  };
}
