import type Dexie from 'dexie';
import type { DBCoreTable } from 'dexie';
import { cursorOver } from './cursor';

/**
 * Of a customer little is known at first: two thirds of a row's bytes are names of fields that are empty, and a hundred thousand are written
 * several times over (the log, each compaction). So they lie without these, and are read with them. Nobody above knows.
 */
type Row = Record<string, unknown>;

/** What a row has where nothing was stored: fields that the model requires, never ones that may be absent. New lists for each row. */
const BLANKS: Readonly<Record<string, () => Row>> = {
  customers: () => ({
    ...{ relation: 'direct', aliases: [], company: '', title: '', emails: [], domains: [], phones: [] },
    ...{ codes: [], addresses: [], owner: '', stage: 'potential', tier: null, valueToDate: null },
    ...{ valueNext12: null, valueReferred: null, riskLevel: null, riskReasons: [], riskNote: '', needs: [] },
    ...{ tags: [], cadenceDays: null, lastContactAt: 0, country: '', sample: false, keys: [], terms: [] },
  }),
  contacts: () => ({ title: '', emails: [], phones: [], keys: [], terms: [] }),
};

const isBlank = (value: unknown, blank: unknown): boolean =>
  value === blank || (Array.isArray(blank) && Array.isArray(value) && value.length === 0);

function lean(row: Row, blanks: Row): Row {
  const kept: Row = {};
  for (const field of Object.keys(row))
    if (!(field in blanks) || !isBlank(row[field], blanks[field])) kept[field] = row[field];
  return kept;
}

/** A row as all read it, of one as it lies. */
export const wholeRow = <R extends object>(table: string, row: R): R =>
  ({ ...BLANKS[table]?.(), ...row }) as R;

/** Call it before the database opens. */
export function leanRows(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'LeanRows',
    level: -2, // beside the packing of ledgers
    create: (core) => ({
      ...core,
      table: (name) => {
        const blanks = BLANKS[name];
        return blanks ? leaning(core.table(name), blanks) : core.table(name);
      },
    }),
  });
}

function leaning(table: DBCoreTable, blanks: () => Row): DBCoreTable {
  const none = blanks();
  const whole = (row: Row | undefined): Row | undefined => row && { ...blanks(), ...row };
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map((row) => lean(row, none)) }
          : request,
      ),
    // by `then`: an await here would lead out of Dexie's transaction (4.4, 2026-11)
    get: (request) => table.get(request).then(whole),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(whole)),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values ? { ...answer, result: answer.result.map(whole) } : answer)),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) =>
          cursor && request.values ? cursorOver(cursor, (row) => whole(row as Row | undefined)) : cursor,
        ),
  };
}
