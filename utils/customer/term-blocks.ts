/**
 * Search terms of many rows, sorted and cut into blocks: what an index over them would answer ("begins with"), at a small part of its
 * cost. A line is a term and whose it is; ids that begin alike (one import's do) share their beginning, the stem.
 */

/** Lines of a block: the more, the more is read for one beginning; the fewer, the more rows are written. */
export const BLOCK_LINES = 512;
/** Ends the term of a line: below every character that a term has, so that an equal term stands before longer ones. */
const END = '\u0000';

/** A term that begins as was asked, and the id of the row that had it when it was filed. */
export interface TermHint {
  term: string;
  id: string;
}

/** The sorted terms of some rows. */
export interface TermLines {
  /** How all the ids begin. */
  stem: string;
  /** `term, END, rest of the id`, sorted by UTF-16 units as an index is. */
  lines: string[];
}

/** The longest beginning that all ids share. */
export function stemOf(ids: readonly string[]): string {
  let stem = ids[0] ?? '';
  for (const id of ids) while (!id.startsWith(stem)) stem = stem.slice(0, -1);
  return stem;
}

export function linesOf(rows: ReadonlyArray<{ id: string; terms: readonly string[] }>): TermLines {
  const stem = stemOf(rows.map(({ id }) => id));
  const lines: string[] = [];
  for (const { id, terms } of rows)
    for (const term of terms) lines.push(`${term}${END}${id.slice(stem.length)}`);
  return { stem, lines: lines.sort() };
}

/** The same lines where the ids share no more than `stem`. */
export const withStem = (lines: readonly string[], was: string, stem: string): string[] => {
  const lost = was.slice(stem.length);
  return lines.map((line) => {
    const end = line.lastIndexOf(END) + 1;
    return `${line.slice(0, end)}${lost}${line.slice(end)}`;
  });
};

/** What stands of the id in a line. */
export const restOf = (line: string): string => line.slice(line.lastIndexOf(END) + 1);

export const hintOf = (line: string, stem: string): TermHint => {
  const end = line.lastIndexOf(END);
  return { term: line.slice(0, end), id: stem + line.slice(end + 1) };
};

/** A sorted list cut into blocks. */
export function* blocksOf(lines: readonly string[]): Generator<string[]> {
  for (let from = 0; from < lines.length; from += BLOCK_LINES) yield lines.slice(from, from + BLOCK_LINES);
}

/** The first term of a block; '' of an empty one. */
export const firstTerm = (lines: readonly string[]): string => {
  const [line = END] = lines;
  return line.slice(0, line.lastIndexOf(END));
};

/** The blocks in which terms that begin so stand, by the first terms of all: from one to before another. */
export function blocksFor(firsts: readonly string[], start: string): { from: number; to: number } {
  const at = lowerBound(firsts, start);
  let to = at;
  while (firsts[to]?.startsWith(start)) to++;
  return { from: Math.max(0, at - 1), to };
}

/** Of a block the lines whose terms begin so. */
export function* beginningIn(lines: readonly string[], start: string): Generator<string> {
  for (let at = lowerBound(lines, start); lines[at]?.startsWith(start); at++) yield lines[at] ?? '';
}

/** The first place that is not below `value`. */
function lowerBound(sorted: readonly string[], value: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
