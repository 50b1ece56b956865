/**
 * Runs the shipped duplicate engine over a file.
 *   npm run -s dedupe -- CUSTOMERS.csv      → id1,id2,score,band,reasons
 *   npm run -s dedupe -- --pairs PAIRS.csv  → id,score (PAIRS.csv: id,name1,name2)
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { findDuplicates } from '../../utils/customer/duplicates/find';
import { scoreNames } from '../../utils/customer/duplicates/pair';
import { recordOfRow } from './dedupe-columns';

const USAGE = 'usage: npm run -s dedupe -- CUSTOMERS.csv | --pairs PAIRS.csv';

function rows(file: string): Record<string, string>[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const parsed = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  });
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken) throw new Error(`${file}, row ${(broken.row ?? 0) + 2}: ${broken.message}`);
  return parsed.data;
}

function write(fields: readonly string[], data: readonly (readonly string[])[]): void {
  process.stdout.write(
    `${Papa.unparse({ fields: [...fields], data: data.map((row) => [...row]) }, { newline: '\n' })}\n`,
  );
}

function customers(file: string): void {
  const proposals = findDuplicates(rows(file).map((row, index) => recordOfRow(row, String(index + 1))));
  const data = proposals.map(({ id1, id2, score, band, reasons }) => {
    const why = reasons.map(
      ({ field, level, bits }) => `${field} ${level} ${bits > 0 ? '+' : ''}${bits.toFixed(1)}`,
    );
    return [id1, id2, score.toFixed(6), band, why.join('; ')];
  });
  write(['id1', 'id2', 'score', 'band', 'reasons'], data);
}

function pairs(file: string): void {
  write(
    ['id', 'score'],
    rows(file).map((row) => [row.id ?? '', scoreNames(row.name1 ?? '', row.name2 ?? '').toFixed(6)]),
  );
}

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--'));
try {
  if (file === undefined) throw new Error(USAGE);
  if (args.includes('--pairs')) pairs(file);
  else customers(file);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
