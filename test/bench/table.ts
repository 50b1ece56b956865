import { cpus, totalmem } from 'node:os';

/** One figure of the bench: what it is, what was measured, what we promise, and whether it holds (null: no promise). */
export interface Row {
  name: string;
  measured: string;
  target: string;
  met: boolean | null;
}

/** A row with an upper bound. `digits` decimals, `unit` after the number. */
export function atMost(name: string, value: number, limit: number, unit: string, digits = 2): Row {
  const show = (number: number) => `${number.toFixed(digits)}${unit ? ` ${unit}` : ''}`;
  return { name, measured: show(value), target: `≤ ${limit} ${unit}`.trim(), met: value <= limit };
}

/** A row with a lower bound. */
export const atLeast = (name: string, value: number, limit: number, unit: string, digits = 1): Row => ({
  name,
  measured: `${value.toFixed(digits)} ${unit}`,
  target: `≥ ${limit} ${unit}`,
  met: value >= limit,
});

/** A row that informs and promises nothing. */
export const told = (name: string, measured: string): Row => ({ name, measured, target: '', met: null });

/** The p-quantile (0..1) of the values, nearest rank. Throws where there are none. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))];
  if (found === undefined) throw new Error('no measurements');
  return found;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const machineLine = (browser: string): string => {
  const all = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${all.length} × ${all[0]?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${process.platform}, Node ${process.versions.node}, ${browser}`;
};

const verdict = (row: Row): string => (row.met === null ? '' : row.met ? 'met' : 'MISSED');

/** One row by itself, as it is told while the others are still measured. */
export const lineOf = (row: Row): string =>
  `  ${row.name}: ${row.measured}${row.target && `  (${row.target}: ${verdict(row)})`}`;

/** The rows as one aligned table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['', 'measured', 'target', ''],
    ...rows.map((row) => [row.name, row.measured, row.target, verdict(row)]),
  ];
  const width = (column: number) => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  const widths = [0, 1, 2, 3].map(width);
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((length) => '-'.repeat(length)).join('  ');
  return [text[0], rule, ...text.slice(1)].join('\n');
}

/** The same values in random order (Fisher–Yates): what changes on the machine meanwhile hits all alike. */
export function shuffled<T>(values: readonly T[]): T[] {
  const mixed = [...values];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}
