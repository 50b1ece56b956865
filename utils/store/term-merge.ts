import { BLOCK_LINES, blocksOf, firstTerm, stemOf, withStem } from '../customer/term-blocks';
import { newId } from '../id';
import { type Slices, slices } from './breath';
import { type Database, writingIn } from './database';
import type { FoundTable, TermBlock, TermRun } from './stored';
import { blockOf, blocksIn, dropRuns, unpackLines } from './term-runs';

/** A run that is so many times what is merged stays: to write it anew costs more than to ask it at each keystroke. */
const MUCH_LARGER = 4;
/** Runs merged in one go, and blocks of each read at a time: what is read of all is sorted while nobody else has a turn. */
const AT_ONCE = 32;
const READ = 2;
/** Blocks written in one transaction. */
const WRITTEN = 16;

/**
 * Makes few large runs of the many small ones that an import leaves, so that a search asks few. What is read is copied until all is
 * there, then one transaction puts the new run in the place of the old: a kill leaves them as they were. One at a time.
 */
export function mergeRuns(db: Database): Promise<void> {
  const running = merging.get(db) ?? mergeAll(db).finally(() => merging.delete(db));
  merging.set(db, running);
  return running;
}
const merging = new WeakMap<Database, Promise<void>>();

async function mergeAll(db: Database): Promise<void> {
  const slice = slices();
  for (const table of ['customers', 'contacts'] as const)
    for (let done = true; done; ) {
      const runs = (await db.termRuns.toArray()).filter((run) => run.table === table);
      const chosen = chosenOf(runs).slice(0, AT_ONCE);
      done = chosen.length > 1 && (await merge(db, table, chosen, slice));
    }
}

/** The smallest that are of a size: each as far as it is not {@link MUCH_LARGER} than those before it. */
function chosenOf(runs: readonly TermRun[]): TermRun[] {
  const chosen: TermRun[] = [];
  let sum = 0;
  for (const run of [...runs].sort((a, b) => a.lines - b.lines)) {
    if (run.lines > sum * MUCH_LARGER) {
      if (chosen.length > 1) break;
      chosen.length = 0;
      sum = 0;
    }
    chosen.push(run);
    sum += run.lines;
  }
  return chosen;
}

/** Blocks of a merge that was broken off. Those of an import come with their run, in one transaction. */
function dropStrays(db: Database): Promise<void> {
  return writingIn(db, [db.termRuns, db.termBlocks], async () => {
    const [runs, keys] = await Promise.all([
      db.termRuns.toCollection().primaryKeys(),
      db.termBlocks.toCollection().primaryKeys(),
    ]);
    const there = new Set(runs);
    await db.termBlocks.bulkDelete(keys.filter(([runId]) => !there.has(runId)));
  });
}

/** False where the runs were changed meanwhile: what was made is thrown away, and made anew another time. */
async function merge(
  db: Database,
  table: FoundTable,
  runs: readonly TermRun[],
  slice: Slices,
): Promise<boolean> {
  await dropStrays(db);
  const stem = stemOf(runs.map((run) => run.stem));
  const made = new RunWriter(db, newId());
  for await (const lines of mergedLines(db, runs, stem)) {
    await made.add(lines);
    if (slice.over()) await slice.rest();
  }
  const importIds = [...new Set(runs.flatMap((run) => run.importIds))];
  const run: TermRun = { ...(await made.end()), table, importIds, stem, edition: 0 };
  return writingIn(db, [db.termRuns, db.termBlocks], async () => {
    const now = await db.termRuns.bulkGet(runs.map(({ id }) => id));
    const written = await blocksIn(db, run.id).count();
    const same = runs.every(({ edition }, at) => now[at]?.edition === edition);
    // Another page that merges takes blocks that no run has for strays: what lacks one is no run.
    const whole = same && written === run.firsts.length;
    if (whole) {
      await db.termRuns.add(run);
      await dropRuns(db, runs);
    } else await blocksIn(db, run.id).delete(); // or somebody was erased, or an import taken back
    return whole;
  });
}

/** Lines of all runs in one order, some at a time: as far as every run is read. */
async function* mergedLines(db: Database, runs: readonly TermRun[], stem: string): AsyncGenerator<string[]> {
  const readers = runs.map((run) => new RunReader(db, run, stem));
  for (;;) {
    await Promise.all(readers.map((reader) => reader.fill()));
    const open = readers.filter((reader) => reader.lines.length > 0);
    if (open.length === 0) return;
    // Of the last lines that were read of each run the first: what is not above it can no longer be overtaken.
    const bound = open
      .map(({ lines }) => lines.at(-1) ?? '')
      .reduce((least, line) => (line < least ? line : least));
    yield open.flatMap((reader) => reader.take(bound)).sort();
  }
}

/** Reads a run from its first block to its last. */
class RunReader {
  lines: string[] = [];
  #next = 0;
  constructor(
    readonly db: Database,
    readonly run: TermRun,
    readonly stem: string,
  ) {}

  async fill(): Promise<void> {
    while (this.lines.length === 0 && this.#next < this.run.firsts.length) {
      const blocks = await blocksIn(this.db, this.run.id, this.#next, this.#next + READ).toArray();
      this.#next += READ;
      this.lines = withStem(blocks.flatMap(unpackLines), this.run.stem, this.stem);
    }
  }

  /** What is not above the bound, and lets it go. */
  take(bound: string): string[] {
    const end = this.lines.findIndex((line) => line > bound);
    const taken = end < 0 ? this.lines : this.lines.slice(0, end);
    this.lines = end < 0 ? [] : this.lines.slice(end);
    return taken;
  }
}

/** Writes sorted lines as the blocks of a run that nobody knows of yet. */
class RunWriter {
  #firsts: string[] = [];
  #lines = 0;
  #rest: string[] = [];
  #blocks: TermBlock[] = [];
  constructor(
    readonly db: Database,
    readonly id: string,
  ) {}

  async add(lines: readonly string[]): Promise<void> {
    const all = [...this.#rest, ...lines];
    const whole = all.length - (all.length % BLOCK_LINES);
    for (const block of blocksOf(all.slice(0, whole))) this.#cut(block);
    this.#rest = all.slice(whole);
    if (this.#blocks.length >= WRITTEN) await this.#write();
  }

  async end(): Promise<Pick<TermRun, 'id' | 'firsts' | 'lines'>> {
    if (this.#rest.length > 0) this.#cut(this.#rest);
    await this.#write();
    return { id: this.id, firsts: this.#firsts, lines: this.#lines };
  }

  #cut(lines: readonly string[]): void {
    this.#blocks.push(blockOf(this.id, this.#firsts.length, lines));
    this.#firsts.push(firstTerm(lines));
    this.#lines += lines.length;
  }

  async #write(): Promise<void> {
    const blocks = this.#blocks.splice(0);
    await writingIn(
      this.db,
      [this.db.termBlocks],
      async () => void (await this.db.termBlocks.bulkAdd(blocks)),
    );
  }
}
