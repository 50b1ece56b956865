import type { Contact, Customer, Interaction } from '../../customer/model';
import { minorDigits } from '../../money';
import type { Ledger } from '../../value/ledger';
import type { CustomerField } from '../headers';

/** Rows of CSV files. Their columns are those of the import, so that what is exported can be read in again. */

/** Several values in one cell, as the import parts them. */
const joined = (values: readonly string[]): string => values.join('; ');
const day = (epochMs: number): string => (epochMs > 0 ? new Date(epochMs).toISOString().slice(0, 10) : '');

/** An amount as a plain decimal: 1234.50, without the currency. */
export function decimal(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return minor < 0 ? `-${whole}` : whole;
}

export const CUSTOMER_COLUMNS = [
  ...(['code', 'name', 'kind', 'alias', 'company', 'title', 'email', 'phone', 'website'] as const),
  ...([
    'address',
    'country',
    'relation',
    'tier',
    'stage',
    'tags',
    'owner',
    'referredBy',
    'lastContact',
  ] as const),
] satisfies CustomerField[];

/** `referrer`: code or name of who referred them; '' nobody. */
export const customerCells = (row: Customer, referrer: string): string[] => [
  joined(row.codes),
  row.name,
  row.kind,
  joined(row.aliases),
  row.company,
  row.title,
  joined(row.emails),
  joined(row.phones),
  joined(row.domains),
  joined(row.addresses),
  row.country,
  row.relation,
  row.tier ?? '',
  row.stage,
  joined(row.tags),
  row.owner,
  referrer,
  day(row.lastContactAt),
];

export const ENTRY_COLUMNS = [
  ...([
    'customer',
    'name',
    'date',
    'kind',
    'amount',
    'currency',
    'product',
    'category',
    'cost',
    'order',
    'note',
  ] as const),
];

/** All entries of one customer; `customer`: their code, else their name. */
export const entryCells = ({ entries }: Ledger, customer: string, name: string): string[][] =>
  entries.map((entry) => [
    customer,
    name,
    entry.date,
    entry.kind,
    decimal(entry.amount.minor, entry.amount.currency),
    entry.amount.currency,
    entry.product,
    entry.category,
    entry.costMinor === null ? '' : decimal(entry.costMinor, entry.amount.currency),
    entry.order ?? '',
    entry.note,
  ]);

export const noteCells = (row: Interaction, name: string): string[] => [
  name,
  new Date(row.at).toISOString(),
  row.kind,
  row.text,
  row.page?.url ?? '',
  row.page?.title ?? '',
];

export const contactCells = (row: Contact, name: string): string[] => [
  name,
  row.name,
  row.title,
  joined(row.emails),
  joined(row.phones),
];

/** Any row, a cell for each field; what is no text or number stands as JSON. */
export const plainCells = (row: object, fields: readonly string[]): string[] =>
  fields.map((field) => {
    const value = (row as Record<string, unknown>)[field];
    if (value === undefined || value === null) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
