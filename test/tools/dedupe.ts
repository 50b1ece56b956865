/**
 * Runs the shipped duplicate engine over a file.
 *   npm run -s dedupe -- CUSTOMERS.csv      → id1,id2,score,band,reasons
 *   npm run -s dedupe -- --pairs PAIRS.csv  → id,score (PAIRS.csv: id,name1,name2)
 * Rows that cannot be read are told on stderr with their line, and left out.
 *
 * The switches in package.json (2026-11, Node 20): its V8 has no compiler between the simple one and the best, and the
 * best, which inlines all that it can, took half of the CPU time of a run; and it lets a heap double before it looks
 * for what is free.
 */
import { readFileSync, writeSync } from 'node:fs';
import { DuplicateSearch, type Proposal, scoreNames } from '../../utils/customer/duplicates';
import { readTable, type Table } from '../../utils/transfer/table';
import { hasCustomers, placesOf, recordOfRow } from './dedupe-columns';

const USAGE = 'usage: npm run -s dedupe -- CUSTOMERS.csv | --pairs PAIRS.csv';

function tableIn(file: string): Table {
  const table = readTable(readFileSync(file));
  for (const { line, reason } of table.rejects) console.error(`${file}, line ${line}: ${reason}; left out`);
  return table;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Writes rows as CSV, a few thousand at a time; a reader that went away ends it. */
function write(header: string, rows: Iterable<readonly string[]>): void {
  let text = `${header}\n`;
  for (const row of rows) {
    text += `${row.map(quoted).join(',')}\n`;
    if (text.length < 100_000) continue;
    writeAll(text);
    text = '';
  }
  writeAll(text);
}

function writeAll(text: string): void {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(1, bytes, from);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error; // a pipe that is full: try again
    }
  }
}

function* lines(proposals: readonly Proposal[]): Generator<string[]> {
  for (const { id1, id2, score, band, reasons } of proposals) {
    const why = reasons.map(
      ({ field, level, bits }) => `${field} ${level} ${bits > 0 ? '+' : ''}${bits.toFixed(1)}`,
    );
    yield [id1, id2, score.toFixed(6), band, why.join('; ')];
  }
}

/** Reads the customers into a search. Nothing of the file is held when it returns. */
function searchOver(file: string): DuplicateSearch {
  const { headers, rows } = tableIn(file);
  const places = placesOf(headers);
  if (headers.length > 0 && !hasCustomers(places))
    throw new Error(`${file}: no column is known among ${headers.join(', ')}`);
  const search = new DuplicateSearch();
  const lineOf = new Map<string, number>();
  for (const { line, cells } of rows) {
    const record = recordOfRow(cells, places, `line ${line}`);
    const taken = lineOf.get(record.id);
    if (taken !== undefined) {
      console.error(
        `${file}, line ${line}: the id ${record.id} is taken by line ${taken}; read as "line ${line}"`,
      );
      record.id = `line ${line}`;
    }
    lineOf.set(record.id, line);
    search.add(record);
  }
  return search;
}

function customers(file: string): void {
  const run = searchOver(file).run();
  for (let step = run.next(); ; step = run.next()) {
    if (!step.done) continue;
    write('id1,id2,score,band,reasons', lines(step.value.proposals));
    return;
  }
}

function pairs(file: string): void {
  const { headers, rows } = tableIn(file);
  const at = (name: string) => {
    const place = headers.findIndex((header) => header.toLowerCase() === name);
    if (place < 0 && rows.length > 0) throw new Error(`${file}: no column ${name}`);
    return place;
  };
  const [id, name1, name2] = [at('id'), at('name1'), at('name2')];
  write(
    'id,score',
    rows.map(({ cells }) => [cells[id] ?? '', scoreNames(cells[name1] ?? '', cells[name2] ?? '').toFixed(6)]),
  );
}

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--'));
const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--pairs');
try {
  if (file === undefined || unknown !== undefined) throw new Error(USAGE);
  if (args.includes('--pairs')) pairs(file);
  else customers(file);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
