import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { rows: { type: 'string' } },
  allowPositionals: true,
});

/** The benches that were asked for by name; none: all. */
export const asked: readonly string[] = positionals;

/** So many ledger entries, or customers of the benches that store no entries, `--rows N`: a smaller or larger run of the same. */
export function rowsAsked(usual: number): number {
  const rows = Number(values.rows ?? usual);
  if (!Number.isInteger(rows) || rows < 1_000)
    throw new Error(`--rows ${values.rows}: a whole number from 1000 on`);
  return rows;
}
