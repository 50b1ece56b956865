import { minorDigits } from '../money';
import { ENTRY_KINDS, type EntryKind } from '../value/ledger';
import { type DecimalSign, parseAmount } from './amount';
import { type Columns, fold, type LedgerColumn } from './columns';
import { currencyOf, currencyWithin } from './currency';
import { type DayOrder, parseDate } from './date';
import { KIND_OF } from './kinds';
import { type Reason, reason } from './reasons';

/** How the cells of a file are to be read: detected, and the user's to change. */
export interface Conventions {
  order: DayOrder;
  decimals: DecimalSign;
  /** ISO 4217: of amounts that name no currency. */
  currency: string;
  /** `YYYY-MM-DD`: later dates are refused. */
  latest: string;
}

/** Who a transaction is with, as far as its row tells; '' where it does not. */
export interface CustomerRef {
  /** Of a column that may hold a code, a name, an address or a number. */
  any: string;
  name: string;
  email: string;
  phone: string;
}

/** One transaction as a row says it. Minor units of `currency`, never negative: the kind gives the sign. */
export interface ReadEntry {
  who: CustomerRef;
  date: string;
  kind: EntryKind;
  minor: number;
  currency: string;
  costMinor: number | null;
  product: string;
  category: string;
  note: string;
  /** '' where the file gives no order number. */
  order: string;
  /** A sale with a negative amount, taken as a refund. */
  turned: boolean;
  /** The file was more precise than the currency. */
  rounded: boolean;
}

export const isReason = (read: object): read is Reason => 'id' in read && 'text' in read && !('who' in read);

const EARLIEST = '1900-01-01';
const LONGEST = 20_000;
/** Dates, kinds and products repeat: what was read once is not read again, up to so many. */
const REMEMBERED = 20_000;

/** Reads the rows of one transaction file. */
export class EntryReader {
  readonly #at: Map<LedgerColumn, number>;
  readonly #how: Conventions;
  readonly #width: number;
  readonly #dates = new Map<string, string | Reason>();
  readonly #kinds = new Map<string, EntryKind | null>();
  readonly #texts = new Map<string, string>();
  readonly #scales = new Map<string, number>();
  readonly #priced: boolean;

  constructor(columns: Columns, how: Conventions) {
    this.#how = how;
    this.#width = columns.length;
    this.#at = new Map();
    columns.forEach((field, at) => {
      if (field !== null) this.#at.set(field as LedgerColumn, at);
    });
    this.#priced = !this.#at.has('amount');
  }

  /** The transaction of a row, or why there is none. */
  read(cells: readonly string[]): ReadEntry | Reason {
    if (cells.length > this.#width && cells.slice(this.#width).some((cell) => cell.trim() !== ''))
      return reason('too-many-cells', String(cells.length));
    if (cells.some((cell) => cell.length > LONGEST)) return reason('too-long');
    const who = this.#who(cells);
    if (!who) return reason('no-customer');
    const date = this.#date(this.#cell(cells, 'date'));
    if (typeof date !== 'string') return date;
    const kind = this.#kind(this.#cell(cells, 'kind'));
    if (typeof kind !== 'string') return kind;
    const money = this.#money(cells);
    if ('id' in money) return money;
    return { who, date, ...this.#sided(kind, money), ...this.#texted(cells) };
  }

  #cell(cells: readonly string[], column: LedgerColumn): string {
    const at = this.#at.get(column);
    return at === undefined ? '' : (cells[at] ?? '').trim();
  }

  #who(cells: readonly string[]): CustomerRef | null {
    const who = {
      any: this.#cell(cells, 'customer'),
      name: this.#cell(cells, 'name'),
      email: this.#cell(cells, 'email'),
      phone: this.#cell(cells, 'phone'),
    };
    return who.any || who.name || who.email || who.phone ? who : null;
  }

  #date(cell: string): string | Reason {
    const known = this.#dates.get(cell);
    if (known !== undefined) return known;
    const date = parseDate(cell, this.#how.order);
    const answer = !date || date < EARLIEST ? reason(cell ? 'bad-date' : 'no-date', cell) : date;
    const told =
      typeof answer === 'string' && answer > this.#how.latest ? reason('future-date', cell) : answer;
    if (this.#dates.size < REMEMBERED) this.#dates.set(cell, told);
    return told;
  }

  #kind(cell: string): EntryKind | Reason {
    if (cell === '') return 'sale';
    let kind = this.#kinds.get(cell);
    if (kind === undefined) {
      kind = KIND_OF.get(fold(cell)) ?? ENTRY_KINDS.find((one) => one === cell) ?? null;
      if (this.#kinds.size < REMEMBERED) this.#kinds.set(cell, kind);
    }
    return kind ?? reason('unknown-kind', cell);
  }

  #money(cells: readonly string[]): Money | Reason {
    const { decimals } = this.#how;
    const text = this.#cell(cells, this.#priced ? 'price' : 'amount');
    const price = parseAmount(text, decimals);
    const count = this.#priced ? parseAmount(this.#cell(cells, 'quantity'), decimals) : 1;
    if (price === undefined || count === undefined)
      return reason(
        text ? 'bad-amount' : 'no-amount',
        this.#priced ? `${this.#cell(cells, 'quantity')} × ${text}` : text,
      );
    const currency = this.#currency(this.#cell(cells, 'currency'), text);
    if (!currency) return reason('bad-currency', this.#cell(cells, 'currency'));
    const costText = this.#cell(cells, 'cost');
    const cost = costText ? parseAmount(costText, decimals) : null;
    if (cost === undefined) return reason('bad-cost', costText);
    const scale = this.#scale(currency);
    const minor = minorOf(price * count, scale);
    const costMinor = cost === null ? null : Math.abs(minorOf(cost, scale));
    if (!Number.isSafeInteger(minor) || !Number.isSafeInteger(costMinor ?? 0))
      return reason('too-large', text);
    const rounded = Math.abs(minor - price * count * scale) > 1e-6 * Math.max(1, Math.abs(minor));
    return { minor, costMinor, currency, rounded };
  }

  #currency(cell: string, amount: string): string | undefined {
    const own = this.#how.currency;
    return cell === '' ? (currencyWithin(amount, own) ?? own) : currencyOf(cell, own);
  }

  #scale(currency: string): number {
    const known = this.#scales.get(currency) ?? 10 ** minorDigits(currency);
    this.#scales.set(currency, known);
    return known;
  }

  #sided(kind: EntryKind, { minor, ...money }: Money) {
    const turned = kind === 'sale' && minor < 0;
    return { ...money, kind: turned ? ('refund' as const) : kind, minor: Math.abs(minor), turned };
  }

  #texted(cells: readonly string[]) {
    return {
      product: this.#once(this.#cell(cells, 'product')),
      category: this.#once(this.#cell(cells, 'category')),
      note: this.#cell(cells, 'note'),
      order: this.#cell(cells, 'order'),
    };
  }

  /** The same text as the same string: a million rows of forty products hold forty names. */
  #once(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size < REMEMBERED) this.#texts.set(text, text);
    return text;
  }
}

interface Money {
  minor: number;
  costMinor: number | null;
  currency: string;
  rounded: boolean;
}

/** A product of decimal fractions may miss by the last bit: 1.005 × 100 is 100.49999999999999. */
const minorOf = (major: number, scale: number): number => {
  const exact = Number((major * scale).toPrecision(15));
  return Math.sign(exact) * Math.round(Math.abs(exact)) + 0;
};
