import { type DecimalSign, decimalSignOf } from '../transfer/amount';
import type { FileRow } from '../transfer/csv-stream';
import { CustomerReader, type ReadCustomer } from '../transfer/customer-row';
import { type DayOrder, dayOrderOf } from '../transfer/date';
import { EntryReader, type ReadEntry } from '../transfer/entry-row';
import { type Reason, reason } from '../transfer/reasons';
import type { Source } from '../transfer/source';
import { dataRows, type Plan } from './plan';
import { Seen } from './seen';

/** A row as it would be read. */
export interface PreviewRow {
  line: number;
  cells: string[];
  read: ReadEntry | ReadCustomer | Reason;
}

/** What a plan would make of a file, as far as the file alone tells: who is there already is not asked. */
export interface Check {
  /** Bytes looked at so far. */
  bytes: number;
  done: boolean;
  rows: number;
  rejected: number;
  reasons: Record<string, number>;
  turned: number;
  rounded: number;
  repeated: number;
  currencies: Record<string, number>;
  /** First and last date of transactions; '' while there is none. */
  from: string;
  to: string;
  preview: PreviewRow[];
  /** What the whole file says about 3/4/2025 and 1.234; undefined where it leaves it open. */
  order: DayOrder | undefined;
  decimals: DecimalSign;
  /** The file has dates that can only be day first and others that can only be month first. */
  mixedDates: boolean;
}

const PREVIEW = 50;

/** A row by its plan; a row that the file itself breaks is refused before. */
export function rowReader(plan: Plan): (row: FileRow) => ReadEntry | ReadCustomer | Reason {
  const reader =
    plan.kind === 'transactions'
      ? new EntryReader(plan.columns, plan)
      : new CustomerReader(plan.columns, plan);
  return (row) => (row.broken ? reason('broken-quotes') : reader.read(row.cells));
}

export const isRefused = (read: ReadEntry | ReadCustomer | Reason): read is Reason =>
  'id' in read && !('name' in read) && !('who' in read);

/** Reads a whole file as a plan would, writing nothing; tells how it goes after every slice. */
export async function* check(source: Source, plan: Plan): AsyncGenerator<Check> {
  const checker = new Checker(plan);
  let state = checker.state(0, false);
  for await (const { rows, bytes } of dataRows(source, plan)) {
    for (const row of rows) checker.take(row);
    state = checker.state(bytes, false);
    yield state;
  }
  yield { ...state, done: true };
}

class Checker {
  readonly #plan: Plan;
  readonly #read: ReturnType<typeof rowReader>;
  readonly #seen = new Seen();
  readonly #dateAt: number;
  readonly #moneyAt: number;
  readonly #orderAt: number;
  readonly #counts = { rows: 0, rejected: 0, turned: 0, rounded: 0, repeated: 0, from: '', to: '' };
  readonly #reasons: Record<string, number> = Object.create(null);
  readonly #currencies: Record<string, number> = Object.create(null);
  readonly #preview: PreviewRow[] = [];
  /** Dates that can only be read one way, and amounts that show their decimals: counted, not kept. */
  #dayFirst = 0;
  #monthFirst = 0;
  #open = 0;
  #comma = 0;
  #point = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#read = rowReader(plan);
    this.#dateAt = plan.columns.indexOf(plan.kind === 'transactions' ? 'date' : 'lastContact');
    this.#moneyAt = plan.columns.indexOf(plan.columns.includes('amount') ? 'amount' : 'price');
    this.#orderAt = plan.columns.indexOf('order');
  }

  take(row: FileRow): void {
    let read = this.#read(row);
    this.#counts.rows++;
    this.#evidence(row.cells);
    if (this.#seen.add(row.cells) && !isRefused(read)) {
      const one = (row.cells[this.#orderAt] ?? '') !== '' || this.#plan.repeated === 'skip';
      if (one) read = reason('duplicate');
      else this.#counts.repeated++;
    }
    if (this.#preview.length < PREVIEW) this.#preview.push({ line: row.line, cells: row.cells, read });
    if (isRefused(read)) {
      this.#counts.rejected++;
      this.#reasons[read.id] = (this.#reasons[read.id] ?? 0) + 1;
    } else if ('who' in read) this.#entry(read);
  }

  #entry(read: ReadEntry): void {
    const counts = this.#counts;
    if (read.turned) counts.turned++;
    if (read.rounded) counts.rounded++;
    this.#currencies[read.currency] = (this.#currencies[read.currency] ?? 0) + 1;
    if (counts.from === '' || read.date < counts.from) counts.from = read.date;
    if (read.date > counts.to) counts.to = read.date;
  }

  #evidence(cells: readonly string[]): void {
    const date = cells[this.#dateAt] ?? '';
    if (date !== '' && !/^\d{4}/.test(date)) {
      const order = dayOrderOf([date]);
      if (order === 'day-first') this.#dayFirst++;
      else if (order === undefined) this.#open++;
      else if (/^\s*\d{1,2}[-/]\d{1,2}[-/]/.test(date)) this.#monthFirst++;
    }
    const money = cells[this.#moneyAt] ?? '';
    if (money.includes(',') && /,\d{1,2}\D*$/.test(money)) this.#comma++;
    else if (money.includes('.') && decimalSignOf([money]) === 'point' && /\.\d{1,2}\D*$/.test(money))
      this.#point++;
  }

  state(bytes: number, done: boolean): Check {
    const sure = this.#dayFirst > 0 || this.#monthFirst > 0;
    const order = this.#dayFirst >= this.#monthFirst ? 'day-first' : 'month-first';
    return {
      ...this.#counts,
      bytes,
      done,
      reasons: { ...this.#reasons },
      currencies: { ...this.#currencies },
      preview: this.#preview,
      order: sure ? order : this.#open > 0 ? undefined : 'month-first',
      decimals: this.#comma > this.#point ? 'comma' : 'point',
      mixedDates: this.#dayFirst > 0 && this.#monthFirst > 0,
    };
  }
}
