import { blocksOf, firstTerm, linesOf, restOf } from '../customer/term-blocks';
import { newId } from '../id';
import type { Tables } from './database';
import type { Found, FoundTable, TermBlock, TermRun } from './stored';

/**
 * Search terms of rows that came together. Each entry of an index costs the browser as much as a third of a row (Chromium 156,
 * 2026-11: 30 µs of 90), and a customer has twenty terms: what an import brings is filed as sorted blocks in the same transaction,
 * and its rows are in the index of terms only once they are written again. What a run says is a hint: a search checks it by the row.
 */

/** Fewer rows go into the index: many small runs would be asked at every keystroke. */
const FEW = 200;

type Runs = Pick<Tables, 'termRuns' | 'termBlocks'>;

/** Terms of a row, wherever they are kept. */
export const termsOf = (row: Found): readonly string[] => row.filed ?? row.terms;

/** The row out of the index of terms; they are in a run. */
const asFiled = <R extends Found>(row: R): R => ({ ...row, terms: [], filed: row.terms });

/** Rows on their way in: filed where they are many. `put` writes what became of them. */
export function filing<R extends Found>(
  db: Tables,
  table: FoundTable,
  importId: string,
  count: number,
): { take: (rows: R[]) => R[]; put: () => PromiseLike<unknown>[] } {
  const taken: Array<{ id: string; terms: readonly string[] }> = [];
  if (count < FEW) return { take: (rows) => rows, put: () => [] };
  return {
    take: (rows) => {
      for (const { id, terms } of rows) taken.push({ id, terms });
      return rows.map(asFiled);
    },
    put: () => {
      const { run, blocks } = runOf(table, importId, taken);
      return [db.termRuns.add(run), db.termBlocks.bulkAdd(blocks)];
    },
  };
}

function runOf(
  table: FoundTable,
  importId: string,
  rows: ReadonlyArray<{ id: string; terms: readonly string[] }>,
): { run: TermRun; blocks: TermBlock[] } {
  const id = newId();
  const { stem, lines } = linesOf(rows);
  const all = [...blocksOf(lines)];
  const firsts = all.map(firstTerm);
  const run = { id, table, importIds: [importId], stem, firsts, lines: lines.length, edition: 0 };
  return { run, blocks: all.map((block, at) => blockOf(id, at, block)) };
}

/** The blocks of a run, `from` and before `to`. */
export const blocksIn = (
  db: Pick<Tables, 'termBlocks'>,
  runId: string,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
) => db.termBlocks.where('[runId+at]').between([runId, from], [runId, to], true, false);

export const blockOf = (runId: string, at: number, lines: readonly string[]): TermBlock => ({
  runId,
  at,
  lines: JSON.stringify(lines),
});
export const unpackLines = ({ lines }: TermBlock): string[] => JSON.parse(lines);

/** Runs whose rows all came by an import that is taken back: who comes back later is indexed by themselves. */
export async function dropRunsOf(db: Runs, importId: string): Promise<void> {
  const runs = await db.termRuns.toArray();
  await dropRuns(
    db,
    runs.filter(({ importIds }) => importIds.every((id) => id === importId)),
  );
}

export async function dropRuns(db: Runs, runs: readonly TermRun[]): Promise<void> {
  for (const { id } of runs) await blocksIn(db, id).delete();
  await db.termRuns.bulkDelete(runs.map(({ id }) => id));
}

/** Takes every line of these rows out of the runs: who is erased stands nowhere. */
export async function eraseFromRuns(db: Runs, ids: ReadonlySet<string>): Promise<void> {
  for (const run of await db.termRuns.toArray()) {
    const rests = [...ids].filter((id) => id.startsWith(run.stem)).map((id) => id.slice(run.stem.length));
    if (rests.length > 0) await eraseFrom(db, run, new Set(rests));
  }
}

const BATCH = 64;

async function eraseFrom(db: Runs, run: TermRun, rests: ReadonlySet<string>): Promise<void> {
  const firsts = [...run.firsts];
  let gone = 0;
  for (let from = 0; from < firsts.length; from += BATCH)
    for (const block of await blocksIn(db, run.id, from, from + BATCH).toArray()) {
      const before = unpackLines(block);
      const left = before.filter((line) => !rests.has(restOf(line)));
      if (left.length === before.length) continue;
      gone += before.length - left.length;
      await db.termBlocks.put(blockOf(run.id, block.at, left));
      // an empty block stands where the one before it begins: nothing is sought in it that is not sought there
      firsts[block.at] = left.length > 0 ? firstTerm(left) : (firsts[block.at - 1] ?? '');
    }
  if (gone > 0) await db.termRuns.put({ ...run, firsts, lines: run.lines - gone, edition: run.edition + 1 });
}
