import Papa from 'papaparse';
import { decode } from './decode';

/** A row that could not be taken over, with its line in the file (the header is line 1) and why. */
export interface Reject {
  line: number;
  reason: string;
}

export interface Table {
  headers: string[];
  rows: Array<{ line: number; cells: string[] }>;
  rejects: Reject[];
}

/**
 * Reads a delimited file whole: encoding and delimiter (comma, semicolon, tab, bar) are detected, quoted cells may
 * span lines, empty lines are left out. Rows with cells beyond the headers, or with quotes that never close, are rejected.
 */
export function readTable(bytes: Uint8Array): Table {
  const parsed = Papa.parse<string[]>(decode(bytes), {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: false,
  });
  const broken = new Set(
    parsed.errors.flatMap((e) => (e.type === 'Quotes' && e.row !== undefined ? [e.row] : [])),
  );
  const table: Table = { headers: [], rows: [], rejects: [] };
  let line = 1;
  parsed.data.forEach((cells, i) => {
    const at = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    if (cells.every((cell) => cell.trim() === '')) return;
    if (table.headers.length === 0) {
      table.headers = cells.map((cell) => cell.trim());
    } else if (broken.has(i)) {
      table.rejects.push({
        line: at,
        reason: 'a quote is opened and never closed, or closed in the middle of a cell',
      });
    } else if (cells.slice(table.headers.length).some((cell) => cell.trim() !== '')) {
      table.rejects.push({ line: at, reason: `${cells.length} cells under ${table.headers.length} headers` });
    } else {
      table.rows.push({ line: at, cells });
    }
  });
  return table;
}
