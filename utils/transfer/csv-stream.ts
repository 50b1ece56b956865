import Papa from 'papaparse';
import { type Encoding, slices } from './decode';

/** How a delimited file is written. */
export interface Dialect {
  encoding: Encoding;
  delimiter: string;
  newline: '\n' | '\r';
}

/** A row of a file: its line (the first of the file is 1) and its cells; `broken` where its quotes make no sense. */
export interface FileRow {
  line: number;
  cells: string[];
  broken?: true;
}

/** Rows read together, and how many bytes of the file they took, with all before them. */
export interface RowBatch {
  rows: FileRow[];
  bytes: number;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
/** A record longer than this has a quote that never closes: its first line is told, and reading goes on after it. */
const LONGEST_RECORD = 1_000_000;
const SHORT_LOOK = 256;
const SAMPLE_CHARS = 200_000;

/** Delimiter and line ends of a file, from the beginning of its text. */
export function dialectOf(text: string): Omit<Dialect, 'encoding'> {
  const sample = text.slice(0, SAMPLE_CHARS);
  const bare = sample.replace(/"(?:[^"]|"")*"/g, '');
  const newline = bare.includes('\r') && !bare.includes('\n') ? '\r' : '\n';
  const guessed = Papa.parse<string[]>(sample, {
    delimitersToGuess: [...DELIMITERS],
    newline,
    preview: 200,
  });
  return { delimiter: guessed.meta.delimiter || ',', newline };
}

interface Piece {
  rows: FileRow[];
  /** Characters of the text that the rows took. */
  used: number;
}

/**
 * Reads a delimited file in bounded memory: slices are decoded as a stream, a character or a quoted cell may lie across a border.
 * Every record comes out, empty ones and broken ones too, with the line it begins on.
 */
export async function* csvRows(file: Blob, dialect: Dialect): AsyncGenerator<RowBatch> {
  const reader = new CsvReader(dialect);
  const decoder = new TextDecoder(dialect.encoding);
  let bytes = 0;
  for await (const slice of slices(file)) {
    bytes += slice.length;
    yield { rows: reader.push(decoder.decode(slice, { stream: true })), bytes };
  }
  yield { rows: reader.end(decoder.decode()), bytes };
}

/** Takes text in pieces cut anywhere, gives rows as soon as they are whole. */
export class CsvReader {
  #rest = '';
  #line = 1;
  readonly #dialect: Omit<Dialect, 'encoding'>;

  constructor(dialect: Omit<Dialect, 'encoding'>) {
    this.#dialect = dialect;
  }

  push(text: string): FileRow[] {
    this.#rest += text;
    const rows = this.#takeWhole();
    while (this.#rest.length > LONGEST_RECORD) {
      rows.push(this.#giveUpLine(), ...this.#takeWhole());
    }
    return rows;
  }

  end(text = ''): FileRow[] {
    const rows = this.push(text);
    while (this.#rest !== '') {
      const last = this.#parse(this.#rest, false);
      if (last.errors.length === 0) {
        rows.push(...this.#numbered(last.data, this.#rest));
        this.#rest = '';
      } else {
        rows.push(this.#giveUpLine(), ...this.#takeWhole());
      }
    }
    return rows;
  }

  /** After a broken line only a little is looked at, then ever more: a file of broken lines is not read whole for each. */
  #takeWhole(): FileRow[] {
    const rows: FileRow[] = [];
    let at = 0;
    let window = this.#rest.length;
    while (at < this.#rest.length) {
      const seen = at + window;
      const piece = this.#piece(this.#rest.slice(at, seen));
      for (const row of piece.rows) rows.push(row);
      at += piece.used;
      if (piece.rows.at(-1)?.broken) window = SHORT_LOOK;
      else if (seen >= this.#rest.length) break;
      else window *= 2;
    }
    this.#rest = this.#rest.slice(at);
    return rows;
  }

  /** The whole rows at the beginning of a text; up to and with the first line that is broken. */
  #piece(text: string): Piece {
    const { data, errors, meta } = this.#parse(text, true);
    const bad = errors.reduce((least, error) => Math.min(least, error.row ?? 0), data.length);
    // quotes that make no sense in a record that is not whole yet: more of it mends nothing, unless the cut came right after a quote
    const hopeless = errors.some((error) => error.row === data.length) && !/"\s*$/.test(text.slice(-64));
    if (bad === data.length && !hopeless) return { rows: this.#numbered(data, text), used: meta.cursor };
    const before = bad === 0 ? 0 : this.#parse(text, true, bad).meta.cursor;
    const rows = this.#numbered(data.slice(0, bad), text);
    const end = this.#lineEnd(text, before);
    rows.push(this.#broken(text.slice(before, end)));
    return { rows, used: end };
  }

  #parse(text: string, ignoreLast: boolean, preview = 0): Papa.ParseResult<string[]> {
    const { delimiter, newline } = this.#dialect;
    const parser = new Papa.Parser({ delimiter, newline, ...(preview > 0 && { preview, fastMode: false }) });
    return parser.parse(text, 0, ignoreLast) as Papa.ParseResult<string[]>;
  }

  #lineEnd(text: string, from: number): number {
    const at = text.indexOf(this.#dialect.newline, from);
    return at < 0 ? text.length : at + 1;
  }

  #giveUpLine(): FileRow {
    const end = this.#lineEnd(this.#rest, 0);
    const row = this.#broken(this.#rest.slice(0, end));
    this.#rest = this.#rest.slice(end);
    return row;
  }

  #broken(text: string): FileRow {
    const cells = text.replace(/[\r\n]+$/, '').split(this.#dialect.delimiter);
    return { line: this.#line++, cells, broken: true };
  }

  #numbered(data: string[][], text: string): FileRow[] {
    const spans = text.includes('"'); // without quotes no cell spans lines
    const crlf = this.#dialect.newline === '\n';
    return data.map((cells) => {
      const last = cells.length - 1;
      const end = cells[last] ?? '';
      if (crlf && end.endsWith('\r')) cells[last] = end.slice(0, -1);
      const line = this.#line++;
      if (spans) for (const cell of cells) this.#line += linesWithin(cell);
      return { line, cells };
    });
  }
}

const linesWithin = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;
