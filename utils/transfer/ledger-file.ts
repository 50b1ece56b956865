import type { EntryKind } from '../value/ledger';
import { type DecimalSign, decimalSignOf, parseAmount } from './amount';
import { fold, type LedgerColumn, ledgerColumns } from './columns';
import { type DayOrder, dayOrderOf, parseDate } from './date';
import { KIND_OF } from './kinds';
import { type Reject, readTable, type Table } from './table';

/** One fact from a ledger file. Amounts in major units, not negative: the kind gives the sign. */
export interface FileEntry {
  line: number;
  customer: string;
  date: string;
  kind: EntryKind;
  amount: number;
  product: string;
  category: string;
  /** Cost of goods of a sale; undefined where the file does not say. */
  cost?: number;
}

export interface LedgerFile {
  entries: FileEntry[];
  rejects: Reject[];
  /** What was settled by guess or changed on the way, in sentences. */
  notices: string[];
}

/** A file that cannot be read as a ledger at all: what is missing, and what it has instead. */
export class LedgerFileError extends Error {
  override name = 'LedgerFileError';
}

/**
 * Reads a ledger from CSV bytes: headers in any order, English or Chinese; a bad row is rejected with its line and reason and the rest goes on.
 * A sale with a negative amount is a refund of it. Throws {@link LedgerFileError} where a needed column is missing.
 */
export function readLedgerFile(bytes: Uint8Array): LedgerFile {
  const table = readTable(bytes);
  const columns = ledgerColumns(table.headers);
  requireColumns(table, columns);
  const cell = (cells: readonly string[], column: LedgerColumn): string =>
    (cells[columns.get(column) ?? -1] ?? '').trim();
  const all = (column: LedgerColumn) => table.rows.map((row) => cell(row.cells, column));
  const money = columns.has('amount') ? 'amount' : 'price';
  const order = dayOrderOf(all('date'));
  const how = { order: order ?? 'month-first', decimals: decimalSignOf(all(money)) } as const;
  const notices = order
    ? []
    : ['dates like 03/04/2025 are read month first: nothing in the file says otherwise'];
  const file: LedgerFile = { entries: [], rejects: [...table.rejects], notices };
  let turned = 0;
  for (const { line, cells } of table.rows) {
    const read = entryOf((column) => cell(cells, column), columns.has('amount'), how);
    if (typeof read === 'string') file.rejects.push({ line, reason: read });
    else {
      if (read.turned) turned++;
      file.entries.push({ line, ...read.entry });
    }
  }
  file.rejects.sort((a, b) => a.line - b.line);
  if (turned > 0) notices.push(`${turned} sales with a negative amount are taken as refunds`);
  return file;
}

function requireColumns(table: Table, columns: ReadonlyMap<LedgerColumn, number>): void {
  if (table.headers.length === 0) throw new LedgerFileError('the file is empty: a header row is needed');
  const amount = columns.has('amount') || (columns.has('quantity') && columns.has('price'));
  const missing = [
    ...(['customer', 'date'] as const).filter((column) => !columns.has(column)),
    ...(amount ? [] : ['amount']),
  ];
  if (missing.length > 0) {
    throw new LedgerFileError(
      `no column for ${missing.join(', ')}; the file has: ${table.headers.join(', ')}`,
    );
  }
}

type Read = { entry: Omit<FileEntry, 'line'>; turned: boolean };

/** The entry of a row, or why there is none. */
function entryOf(
  cell: (column: LedgerColumn) => string,
  hasAmount: boolean,
  how: { order: DayOrder; decimals: DecimalSign },
): Read | string {
  const customer = cell('customer');
  if (!customer) return 'no customer';
  const date = parseDate(cell('date'), how.order);
  if (!date) return cell('date') ? `no such date: ${short(cell('date'))}` : 'no date';
  const named = cell('kind');
  const kind = named ? KIND_OF.get(fold(named)) : 'sale';
  if (!kind) return `unknown kind: ${short(named)}`;
  const text = hasAmount ? cell('amount') : `${cell('quantity')} × ${cell('price')}`;
  const amount = hasAmount
    ? parseAmount(text, how.decimals)
    : times(parseAmount(cell('quantity'), how.decimals), parseAmount(cell('price'), how.decimals));
  if (amount === undefined) return text ? `not an amount: ${short(text)}` : 'no amount';
  const costText = cell('cost');
  const cost = costText ? parseAmount(costText, how.decimals) : undefined;
  if (costText && cost === undefined) return `not a cost: ${short(costText)}`;
  const turned = kind === 'sale' && amount < 0;
  return {
    turned,
    entry: {
      customer,
      date,
      kind: turned ? 'refund' : kind,
      amount: Math.abs(amount),
      product: cell('product'),
      category: cell('category'),
      ...(cost !== undefined && { cost: Math.abs(cost) }),
    },
  };
}

const times = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : Number((a * b).toPrecision(12));

const short = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
