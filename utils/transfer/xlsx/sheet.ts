import type { FileRow, RowBatch } from '../csv-stream';
import { FileProblem } from '../problem';
import { serialDate } from './formats';
import { unescaped } from './strings';
import type { Workbook } from './workbook';
import { xmlTaker } from './xml';
import { type OnBytes, unzip } from './zip';

/** Excel's own last column is 16 384; a cell reference beyond is a lie. */
const MOST_COLUMNS = 16_384;
const MOST_CELL_CHARS = 100_000;

/**
 * Rows of one sheet, as the file has them, in bounded memory: a formula's last value, a date as `YYYY-MM-DD`, numbers as written.
 * An error cell (#N/A) is its own text. `bytes` are of the file.
 */
export async function* sheetRows(file: Blob, book: Workbook, part: string): AsyncGenerator<RowBatch> {
  const reader = new SheetReader(book);
  const queue = new Handover();
  const reading = unzip(
    file,
    (name) => (name === part ? reader.taker() : undefined),
    async (bytes) => {
      await queue.give({ rows: reader.take(), bytes });
      return !(reader.done || queue.stopped);
    },
  ).then(
    () => queue.end(),
    (error: unknown) => queue.end(error),
  );
  try {
    for (let batch = await queue.next(); batch; batch = await queue.next()) yield batch;
  } finally {
    queue.stop();
    await reading;
  }
}

class SheetReader {
  done = false;
  readonly #book: Workbook;
  #rows: FileRow[] = [];
  #line = 0;
  #cells: string[] = [];
  #column = 0;
  #type = '';
  #style = 0;
  #text = '';
  #within = '';
  #hint = 0;

  constructor(book: Workbook) {
    this.#book = book;
  }

  take(): FileRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  taker(): OnBytes {
    const take = xmlTaker({
      open: (name, at) => this.#open(name, at),
      text: (text) => {
        if (this.#within !== '' && this.#hint === 0 && this.#text.length < MOST_CELL_CHARS)
          this.#text += text;
      },
      close: (name) => this.#close(name),
    });
    return (bytes, final) => {
      if (!this.done) take(bytes, final && !this.done);
      return !this.done;
    };
  }

  #open(name: string, at: Record<string, string>): void {
    if (name === 'row') {
      const given = Number(at.r);
      this.#line = Number.isInteger(given) && given > this.#line ? given : this.#line + 1;
      this.#cells = [];
      this.#column = -1;
    } else if (name === 'c') {
      const given = at.r ? columnOf(at.r) : this.#column + 1;
      if (given <= this.#column || given >= MOST_COLUMNS) throw new FileProblem('broken-sheet');
      this.#column = given;
      this.#type = at.t ?? 'n';
      this.#style = Number(at.s ?? 0);
      this.#text = '';
    } else if (name === 'rPh') this.#hint++;
    else if (name === 'v' || name === 't') this.#within = name;
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#within = '';
    else if (name === 'rPh') this.#hint--;
    else if (name === 'c') this.#setCell();
    else if (name === 'row') {
      for (let i = 0; i < this.#cells.length; i++) this.#cells[i] ??= '';
      this.#rows.push({ line: this.#line, cells: this.#cells });
    } else if (name === 'sheetData') this.done = true;
  }

  #setCell(): void {
    const text = this.#valueOf();
    if (text !== '') this.#cells[this.#column] = text;
  }

  #valueOf(): string {
    const text = this.#text;
    if (this.#type === 's') return this.#book.strings[Number(text)] ?? '';
    if (this.#type === 'inlineStr' || this.#type === 'str') return unescaped(text);
    if (this.#type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    if (this.#type === 'd') return text.slice(0, 10);
    if (this.#type === 'e' || text === '') return text;
    if (this.#book.dateStyles[this.#style]) return serialDate(Number(text), this.#book.from1904) ?? text;
    return plainNumber(text);
  }
}

/** A number as people write it: 1E+3 and 0.30000000000000004, as stored, are 1000 and 0.3. */
function plainNumber(text: string): string {
  if (!/[eE]|\d{16}/.test(text)) return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const short = String(Number(value.toPrecision(15)));
  return short.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 12 : 0) : short;
}

/** The column of a reference: A1 → 0, AB7 → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const char of reference) {
    const value = char.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

/** Hands batches from one that pushes to one that pulls, one at a time: nothing piles up between them. */
class Handover {
  stopped = false;
  #batch: RowBatch | null = null;
  #failure: unknown;
  #ended = false;
  #wake: () => void = () => undefined;
  #taken: () => void = () => undefined;

  give(batch: RowBatch): Promise<void> {
    if (this.stopped) return Promise.resolve();
    this.#batch = batch;
    this.#wake();
    return new Promise((resolve) => {
      this.#taken = resolve;
    });
  }

  end(failure?: unknown): void {
    this.#ended = true;
    this.#failure = failure;
    this.#wake();
  }

  stop(): void {
    this.stopped = true;
    this.#taken();
  }

  async next(): Promise<RowBatch | null> {
    this.#taken();
    while (!this.#batch && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const batch = this.#batch;
    this.#batch = null;
    if (batch) return batch;
    if (this.#failure) throw this.#failure;
    return null;
  }
}
