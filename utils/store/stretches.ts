import type Dexie from 'dexie';
import type {
  DBCoreIndex,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreQueryRequest,
  DBCoreTable,
  DBCoreTransaction,
} from 'dexie';
import { isAll, isIn, widened } from './key-ranges';
import { PACKED_LEVEL } from './packed-rows';

/**
 * Neighbours in one row. Sums are small and there is one for every ledger; a row of its own costs the browser a third of what the ledger itself
 * does, an index entry as much again (Chromium 156, 2026-11). So all whose ids differ in the last digit alone, as those of one import do, lie
 * in one row, and whoever reads all customers reads a sixteenth of the rows. Nobody above knows: the table is asked and written by the ids.
 */
const TABLE = 'summaries';

interface Summed {
  id: string;
  valuation: number;
}
/** As it lies in the database. */
interface Stretch {
  /** What the ids have in common. */
  id: string;
  /** The lowest of theirs: the index finds a stretch if any of it is sought. */
  valuation: number;
  /** JSON of the rows, by id. */
  packed: string;
}

const stemOf = (id: string): string => id.slice(0, -1);

/** A row of an older database stands for itself until {@link restretch} has put it with its neighbours. */
export const unpackStretch = (row: Stretch | Summed | undefined): Summed[] => {
  if (!row) return [];
  return 'packed' in row ? (JSON.parse(row.packed) as Summed[]) : [row];
};

function pack(stem: string, rows: readonly Summed[]): Stretch {
  const sorted = [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
  const valuation = Math.min(...rows.map((row) => row.valuation));
  return { id: stem, valuation, packed: JSON.stringify(sorted) };
}

/** Call it before the database opens. */
export function packStretches(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'Stretches',
    level: PACKED_LEVEL,
    create: (core) => {
      // one for all who ask: it knows what each transaction was last asked to write
      let made: DBCoreTable | undefined;
      const stretched = () => {
        made ??= new Stretches(core.table(TABLE)).asTable();
        return made;
      };
      return { ...core, table: (name) => (name === TABLE ? stretched() : core.table(name)) };
    },
  });
}

/** Puts rows that lie alone with their neighbours: the upgrade of a database of version 1. */
export async function restretch(table: {
  toArray: () => PromiseLike<Summed[]>;
  clear: () => PromiseLike<void>;
  bulkPut: (rows: Summed[]) => PromiseLike<unknown>;
}): Promise<void> {
  const rows = await table.toArray();
  await table.clear();
  await table.bulkPut(rows);
}

// Throughout by `then`: an await here would lead out of Dexie's transaction (4.4, 2026-11)
class Stretches {
  /** Of each transaction what it was last asked to write: a row is read and written again, so that the next must wait for it. */
  readonly #last = new WeakMap<DBCoreTransaction, Promise<unknown>>();

  constructor(private readonly table: DBCoreTable) {}

  asTable(): DBCoreTable {
    return {
      ...this.table,
      get: ({ trans, key }) => this.#many(trans, [key]).then(([row]) => row),
      getMany: ({ trans, keys }) => this.#many(trans, keys),
      query: (request) => this.#after(request.trans, () => this.#query(request)),
      count: ({ trans, query }) =>
        this.#after(trans, () => this.#query({ trans, query })).then(({ result }) => result.length),
      openCursor: () => Promise.reject(new Error(`${TABLE} are read by id or by range, not step by step`)),
      mutate: (request) => {
        const done = this.#after(request.trans, () => this.#mutate(request));
        this.#last.set(request.trans, done);
        return done;
      },
    };
  }

  #after<T>(trans: DBCoreTransaction, then: () => Promise<T>): Promise<T> {
    const last = this.#last.get(trans);
    return last ? last.then(then) : then();
  }

  #many(trans: DBCoreTransaction, keys: unknown[]): Promise<Array<Summed | undefined>> {
    const ids = keys.map(String);
    return this.#after(trans, () => this.#read(trans, ids)).then((found) =>
      ids.map((id) => found.get(stemOf(id))?.find((row) => row.id === id)),
    );
  }

  /** The rows of the stretches that these ids lie in, by stem. */
  #read(trans: DBCoreTransaction, ids: readonly string[]): Promise<Map<string, Summed[]>> {
    const stems = [...new Set(ids.map(stemOf))];
    return this.table
      .getMany({ trans, keys: stems })
      .then((rows) => new Map(stems.map((stem, at) => [stem, unpackStretch(rows[at])])));
  }

  #query({ trans, query, limit, values }: DBCoreQueryRequest): Promise<{ result: unknown[] }> {
    const { index, range } = query;
    const stretched = index.isPrimaryKey ? { index, range: widened(range, stemOf) } : query;
    // the first may hold none that is sought: it begins before them
    const most = limit === undefined ? {} : { limit: limit + 1 };
    return this.table.query({ trans, query: stretched, values: true, ...most }).then(({ result }) => {
      const found = (result as Stretch[])
        .flatMap(unpackStretch)
        .filter((row) => isIn(range, keyIn(row, index)))
        .slice(0, limit);
      return { result: values ? found : found.map(({ id }) => id) };
    });
  }

  #mutate(request: DBCoreMutateRequest): Promise<DBCoreMutateResponse> {
    const { trans } = request;
    if (request.type === 'deleteRange') {
      if (isAll(request.range)) return this.table.mutate(request);
      const query = { index: this.table.schema.primaryKey, range: request.range };
      return this.#query({ trans, query }).then(({ result }) => this.#delete(trans, result.map(String)));
    }
    if (request.type === 'delete') return this.#delete(trans, request.keys.map(String));
    const rows = request.values as Summed[];
    const keys = rows.map(({ id }) => id);
    return this.#change(trans, keys, (known) => {
      for (const row of rows) known.get(stemOf(row.id))?.set(row.id, row);
    }).then(() => ({ numFailures: 0, failures: {}, results: keys, lastResult: keys.at(-1) }));
  }

  #delete(trans: DBCoreTransaction, ids: readonly string[]): Promise<DBCoreMutateResponse> {
    return this.#change(trans, ids, (known) => {
      for (const id of ids) known.get(stemOf(id))?.delete(id);
    }).then(() => ({ numFailures: 0, failures: {}, lastResult: undefined }));
  }

  /** Reads the stretches of these ids, lets `work` change them, and writes them; one that has nobody left goes. */
  #change(
    trans: DBCoreTransaction,
    ids: readonly string[],
    work: (known: Map<string, Map<string, Summed>>) => void,
  ): Promise<unknown> {
    return this.#read(trans, ids).then((found) => {
      const known = new Map(
        [...found].map(([stem, rows]) => [stem, new Map(rows.map((row) => [row.id, row]))]),
      );
      work(known);
      const full = [...known].filter(([, rows]) => rows.size > 0);
      const values = full.map(([stem, rows]) => pack(stem, [...rows.values()]));
      const keys = [...known].flatMap(([stem, rows]) => (rows.size === 0 ? [stem] : []));
      return Promise.all([
        values.length > 0 ? this.table.mutate({ type: 'put', trans, values }).then(thrown) : null,
        keys.length > 0 ? this.table.mutate({ type: 'delete', trans, keys }).then(thrown) : null,
      ]);
    });
  }
}

/** A stretch that was not written fails the whole of what was asked. */
function thrown({ failures }: DBCoreMutateResponse): void {
  const [failure] = Object.values(failures);
  if (failure) throw failure;
}

const keyIn = (row: Summed, { isPrimaryKey, name }: DBCoreIndex): unknown =>
  isPrimaryKey ? row.id : (row as unknown as Record<string, unknown>)[name ?? ''];
