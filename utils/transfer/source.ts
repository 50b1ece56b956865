import { csvRows, type Dialect, dialectOf, type FileRow, type RowBatch } from './csv-stream';
import { type Encoding, encodingOf, SLICE } from './decode';
import { FileProblem } from './problem';
import { sheetRows } from './xlsx/sheet';
import { looksOldExcel, looksZipped, readWorkbook, type Workbook } from './xlsx/workbook';

/** How to read a file's rows: settled once, kept with the import, so that a resumed one reads the same rows. */
export type Reading = { form: 'csv'; dialect: Dialect } | { form: 'xlsx'; sheet: string };

/** A file that can be read, and what it offers. */
export interface Source {
  reading: Reading;
  /** Names of the sheets of a workbook; none for text. */
  sheets: string[];
  rows: (reading: Reading) => AsyncGenerator<RowBatch>;
}

/** Looks into a file, by its bytes and not by its name. Throws {@link FileProblem}. */
export async function openSource(file: Blob): Promise<Source> {
  if (file.size === 0) throw new FileProblem('empty');
  const first = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (looksOldExcel(first)) throw new FileProblem('old-excel');
  return looksZipped(first) ? workbookSource(file, await readWorkbook(file)) : textSource(file);
}

function workbookSource(file: Blob, book: Workbook): Source {
  return {
    reading: { form: 'xlsx', sheet: book.sheets[0]?.name ?? '' },
    sheets: book.sheets.map(({ name }) => name),
    rows: (reading) => {
      const name = reading.form === 'xlsx' ? reading.sheet : '';
      const sheet = book.sheets.find((one) => one.name === name) ?? book.sheets[0];
      if (!sheet) throw new FileProblem('no-sheets');
      return sheetRows(file, book, sheet.part);
    },
  };
}

async function textSource(file: Blob): Promise<Source> {
  const dialect = await dialectFor(file, await encodingOf(file));
  return {
    reading: { form: 'csv', dialect },
    sheets: [],
    rows: (reading) => csvRows(file, reading.form === 'csv' ? reading.dialect : dialect),
  };
}

/** Delimiter and line ends, once the encoding is settled (by detection or by the user). */
export async function dialectFor(file: Blob, encoding: Encoding): Promise<Dialect> {
  const bytes = await file.slice(0, SLICE).arrayBuffer();
  const text = new TextDecoder(encoding).decode(bytes);
  if (controlShare(text) > 0.02) throw new FileProblem('not-a-table');
  return { encoding, ...dialectOf(text) };
}

/** Share of characters that no text has: a picture or program that was chosen by mistake. */
function controlShare(text: string): number {
  const sample = text.slice(0, 20_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return (sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0) / Math.max(1, sample.length);
}

export const isBlank = ({ cells }: FileRow): boolean => cells.every((cell) => cell.trim() === '');

/** The headers of a table and the rows under them. */
export interface Head {
  headers: string[];
  /** Line of the header. */
  line: number;
}

/**
 * The header is the first row that is not empty; where a title stands above the table (one lone cell), the first row
 * with as many cells as most of the next ones.
 */
export function headOf(rows: readonly FileRow[]): Head | null {
  const filled = rows.filter((row) => !isBlank(row)).slice(0, 30);
  const width = ({ cells }: FileRow) => cells.filter((cell) => cell.trim() !== '').length;
  const first = filled[0];
  if (!first) return null;
  const usual = width(
    [...filled].sort((a, b) => width(b) - width(a))[Math.floor(filled.length / 4)] ?? first,
  );
  const head = width(first) > 1 || usual < 3 ? first : (filled.find((row) => width(row) > 1) ?? first);
  return { headers: head.cells.map((cell) => cell.trim()), line: head.line };
}
