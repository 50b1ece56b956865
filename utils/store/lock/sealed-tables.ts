import type { DBCoreCursor, DBCoreIndex, DBCoreKeyRange, DBCoreMutateRequest, DBCoreTable } from 'dexie';
import { cursorOver } from '../cursor';
import type { Database } from '../database';
import { EQUAL, RANGE } from '../key-ranges';
import { type Hiding, isPlain, planOf, type TablePlan } from './hidden';
import type { Sealer } from './sealer';

/** A row as it lies in a sealed database: its keys, what its indexes need, and the whole row sealed. */
interface SealedRow {
  sealed: Uint8Array;
}

/** What Dexie puts behind a beginning to make a range of it. */
const MAX_STRING = '\uffff';

const sealers = new WeakMap<object, Sealer>();
/** What this database is sealed with; null where it is not. For what asks the browser's own tables, past Dexie. */
export const sealerOf = (db: Database): Sealer | null => sealers.get(db) ?? null;

/**
 * Rows are sealed on their way into the database and opened on their way out, and what is asked of an index is asked by tokens;
 * nobody above knows. Call it before the database opens.
 */
export function sealTables(db: Database, sealer: Sealer): void {
  sealers.set(db, sealer);
  db.use({
    stack: 'dbcore',
    name: 'SealedTables',
    level: -3, // below the packing of ledgers: what is packed is sealed
    create: (core) => ({ ...core, table: (name) => sealing(core.table(name), new TableSeal(name, sealer)) }),
  });
}

function sealing(table: DBCoreTable, seal: TableSeal): DBCoreTable {
  return {
    ...table,
    mutate: (request) => table.mutate(seal.mutation(request)),
    // by `then`: an await here would lead out of Dexie's transaction (4.4, 2026-11)
    get: (request) => table.get({ ...request, key: seal.key(request.key) }).then((row) => seal.open(row)),
    getMany: (request) =>
      table
        .getMany({ ...request, keys: request.keys.map((key) => seal.key(key)) })
        .then((rows) => rows.map((row) => seal.open(row))),
    query: (request) =>
      table
        .query({ ...request, query: seal.query(request.query) })
        .then((answer) =>
          request.values ? { ...answer, result: answer.result.map((row) => seal.open(row)) } : answer,
        ),
    count: (request) => table.count({ ...request, query: seal.query(request.query) }),
    openCursor: (request) =>
      table
        .openCursor({ ...request, query: seal.query(request.query) })
        .then((cursor) => cursor && opening(cursor, seal, request.query.index)),
  };
}

function opening(cursor: DBCoreCursor, seal: TableSeal, index: DBCoreIndex): DBCoreCursor {
  const toKey = (key: unknown) => {
    if (key !== undefined && seal.hides(index)) throw new SealedIndex(seal.name, index.name ?? '');
    return key;
  };
  return cursorOver(cursor, (row) => seal.open(row), toKey);
}

/** A question that tokens cannot answer: a mistake of whoever asks, told at once instead of answered wrongly. */
export class SealedIndex extends Error {
  override readonly name = 'SealedIndex';
  constructor(table: string, index: string) {
    super(`${table}.${index} is hidden: it answers no such question`);
  }
}

/** Rows and questions of one table, between the program and the disk. */
export class TableSeal {
  private readonly plan: TablePlan;
  private readonly how: ReadonlyMap<string, Hiding>;

  constructor(
    readonly name: string,
    private readonly sealer: Sealer,
  ) {
    this.plan = planOf(name);
    this.how = new Map(this.plan.hidden);
  }

  mutation(request: DBCoreMutateRequest): DBCoreMutateRequest {
    if (request.type === 'add' || request.type === 'put')
      return { ...request, values: request.values.map((row) => this.seal(row)) };
    if (request.type === 'delete') return { ...request, keys: request.keys.map((key) => this.key(key)) };
    return request;
  }

  seal(row: Record<string, unknown>): object {
    if (isPlain(this.name, row)) return row;
    const { key, shown, hidden } = this.plan;
    const stored: Record<string, unknown> = {};
    for (const field of [...key, ...shown]) if (row[field] !== undefined) stored[field] = row[field];
    for (const [field, how] of hidden)
      if (row[field] !== undefined) stored[field] = this.hiddenValue(field, how, row[field]);
    stored.sealed = this.sealer.seal(this.place(row), row);
    return stored;
  }

  /** Rows that lie open, and what is no row, are what they are. */
  open<R>(stored: R): R {
    if (typeof stored !== 'object' || stored === null || !('sealed' in stored)) return stored;
    const row = this.sealer.open(this.place(stored), (stored as SealedRow).sealed) as R;
    if (!this.plan.made) return row;
    const [field = ''] = this.plan.key;
    return { ...row, [field]: (stored as Record<string, unknown>)[field] };
  }

  /** What a seal is bound to: table and key, as far as the key is known before the row is stored. */
  private place(row: object): string {
    if (this.plan.made) return this.name;
    const fields = row as Record<string, unknown>;
    const key = this.plan.key.map((field) =>
      this.how.has(field) && 'sealed' in row ? fields[field] : this.key(fields[field], field),
    );
    return `${this.name}\0${JSON.stringify(key)}`;
  }

  /** A primary key as it lies there. */
  key(key: unknown, field = this.plan.key[0] ?? ''): unknown {
    const how = this.how.get(field);
    return how && typeof key === 'string' ? this.token(field, how, key, true) : key;
  }

  hides(index: DBCoreIndex): boolean {
    return [index.keyPath ?? []].flat().some((field) => this.how.has(field));
  }

  query(query: { index: DBCoreIndex; range: DBCoreKeyRange }): { index: DBCoreIndex; range: DBCoreKeyRange } {
    return this.hides(query.index) ? { ...query, range: this.range(query.index, query.range) } : query;
  }

  private range(index: DBCoreIndex, range: DBCoreKeyRange): DBCoreKeyRange {
    if (range.type !== EQUAL && range.type !== RANGE) return range;
    const path = index.keyPath;
    if (Array.isArray(path))
      return { ...range, lower: this.compound(path, range.lower), upper: this.compound(path, range.upper) };
    const field = path ?? '';
    const how = this.how.get(field) ?? 'equal';
    const { lower, upper } = range;
    // from here on, in the order of the tokens: for going through all, page by page
    if (how === 'equal' && upper === undefined) return { ...range, lower: this.bound(field, how, lower) };
    const isOne = range.type === EQUAL || (lower !== undefined && lower === upper);
    if (isOne || how === 'order')
      return { ...range, lower: this.bound(field, how, lower), upper: this.bound(field, how, upper) };
    if (how === 'prefix' && typeof lower === 'string' && upper === lower + MAX_STRING) {
      const begins = this.token(field, how, lower, false);
      return { ...range, lower: begins, upper: begins + MAX_STRING };
    }
    throw new SealedIndex(this.name, field);
  }

  private bound = (field: string, how: Hiding, value: unknown): unknown =>
    typeof value === 'string' || typeof value === 'number' ? this.token(field, how, value, true) : value;

  /** Compound keys: a hidden part counts only whole. */
  private compound(path: readonly string[], bound: unknown): unknown {
    if (!Array.isArray(bound)) return bound;
    return bound.map((part, at) => {
      const field = path[at] ?? '';
      const how = this.how.get(field);
      return how ? this.bound(field, how, part) : part;
    });
  }

  private hiddenValue(field: string, how: Hiding, value: unknown): unknown {
    const one = (part: unknown) =>
      typeof part === 'string' || typeof part === 'number' ? this.token(field, how, part, true) : '';
    return Array.isArray(value) ? value.map(one) : one(value);
  }

  /** `whole`: the value itself; else a beginning that is sought. */
  token(field: string, how: Hiding, value: string | number, whole: boolean): string {
    const index = `${this.name}.${field}`;
    if (how === 'equal') return this.sealer.equal(index, value);
    if (how === 'order') return this.sealer.order(index, Number(value));
    return this.sealer.prefix(index, String(value), whole);
  }
}
