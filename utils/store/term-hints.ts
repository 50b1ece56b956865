import { beginningIn, blocksFor, hintOf, type TermHint } from '../customer/term-blocks';
import type { Database } from './database';
import type { FoundTable, TermRun } from './stored';
import { blocksIn, unpackLines } from './term-runs';

/** Runs as last read, of each open database: they hardly ever change, and a keystroke asks them a dozen times. */
const known = new WeakMap<Database, Map<string, TermRun>>();

/** The runs that there are now. Call it in a transaction that has both tables. */
export function runsOf(db: Database): PromiseLike<TermRun[]> {
  const before = known.get(db) ?? new Map<string, TermRun>();
  // by `then`: an await here would lead out of Dexie's transaction (4.4, 2026-11)
  return db.termRuns
    .toCollection()
    .primaryKeys()
    .then((ids) => db.termRuns.bulkGet(ids.filter((id) => !before.has(id))).then((fresh) => ({ ids, fresh })))
    .then(({ ids, fresh }) => {
      for (const run of fresh) if (run) before.set(run.id, run);
      const runs = ids.flatMap((id) => before.get(id) ?? []);
      known.set(db, new Map(runs.map((run) => [run.id, run])));
      return runs;
    });
}

/** Blocks of one run that are read for one beginning: the first may hold hardly any of its lines. */
const MOST_BLOCKS = 2;

/** Lines of blocks by where they stand, read or on their way. */
export type BlocksRead = Map<string, PromiseLike<string[][]>>;

/** Of the runs of a table, terms that begin so, in their order, at most so many of each run. */
export function hints(
  { db, runs, read }: { db: Database; runs: readonly TermRun[]; read: BlocksRead },
  table: FoundTable,
  start: string,
  most: number,
): PromiseLike<TermHint[]> {
  const linesIn = (run: TermRun): PromiseLike<string[][]> => {
    const { from, to } = blocksFor(run.firsts, start);
    const end = Math.min(to, from + MOST_BLOCKS);
    const place = `${run.id} ${from} ${end}`;
    const blocks =
      read.get(place) ??
      blocksIn(db, run.id, from, end)
        .toArray()
        .then((all) => all.map(unpackLines));
    read.set(place, blocks);
    return blocks;
  };
  const asked = runs
    .filter((run) => run.table === table)
    .map((run) =>
      linesIn(run).then((blocks) =>
        blocks
          .flatMap((lines) => some(beginningIn(lines, start), most))
          .slice(0, most)
          .map((line) => hintOf(line, run.stem)),
      ),
    );
  return Promise.all(asked).then((lists) => inOrder(lists.flat()));
}

function some<T>(all: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const one of all) if (first.push(one) === most) break;
  return first;
}

const inOrder = (all: TermHint[]): TermHint[] =>
  all.sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
