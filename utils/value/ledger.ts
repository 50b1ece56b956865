import * as z from 'zod/mini';
import { CalendarDate, stamped } from '../customer/model';
import { Id, isId } from '../id';
import { Money } from '../money';
import { dayNumber } from './days';

/** What a ledger entry can be, and which way it moves the customer's value (DOMAIN: the ledger). */
export const ENTRY_SIGNS = {
  sale: 1,
  refund: -1,
  acquisition: -1,
  service: -1,
  'bad-debt': -1,
  dispute: -1,
} as const;
export type EntryKind = keyof typeof ENTRY_SIGNS;
export const ENTRY_KINDS = Object.keys(ENTRY_SIGNS) as [EntryKind, ...EntryKind[]];

export const SALE_CLASSES = ['first', 'repeat', 'upsell', 'cross-sell', 'referral'] as const;
export type SaleClass = (typeof SALE_CLASSES)[number];

const LONGEST_TEXT = 20_000;
const text = z.string().check(z.maxLength(LONGEST_TEXT));

/** One fact of a customer's ledger. The amount is never negative: the kind gives the sign. */
export const LedgerEntry = z.object({
  date: CalendarDate,
  kind: z.enum(ENTRY_KINDS),
  amount: Money.check(
    z.refine((m) => m.minor >= 0, { error: 'an amount is not negative: the kind gives the sign' }),
  ),
  product: text,
  category: text,
  /** Cost of goods of a sale, in minor units of the entry's currency; null where unknown. */
  costMinor: z.nullable(z.int().check(z.nonnegative())),
  /** The class that the user gave a sale; null: as derived. */
  saleClass: z.nullable(z.enum(SALE_CLASSES)),
  note: text,
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** An entry as it is kept: with an id of its own, and the import that brought it (the id of that change; null: typed in). `order`: the order's or invoice's number. */
export const Entry = z.extend(LedgerEntry, { id: Id, importId: z.nullable(Id), order: z.optional(text) });
export type Entry = z.infer<typeof Entry>;

const KINDS = new Set<string>(ENTRY_KINDS);
const CLASSES = new Set<string | null>([...SALE_CLASSES, null]);
const CODE = /^[A-Z]{3}$/;
const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= LONGEST_TEXT;
const isMinor = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** What {@link Entry} says in a fiftieth of its time, for the million of an import; a no is no reason yet. */
export function isEntry(given: Entry): boolean {
  const { id, importId, date, kind, amount, costMinor, saleClass, order } = given;
  return (
    isId(id) &&
    (importId === null || isId(importId)) &&
    dayNumber(date) !== undefined &&
    KINDS.has(kind) &&
    isMinor(amount.minor) &&
    CODE.test(amount.currency) &&
    (costMinor === null || isMinor(costMinor)) &&
    CLASSES.has(saleClass) &&
    isText(given.product) &&
    isText(given.category) &&
    isText(given.note) &&
    (order === undefined || isText(order))
  );
}

/** More is no customer's history but a file that went wrong. */
export const MOST_ENTRIES = 100_000;

/** All entries of one customer, in one row (id = the customer's): read whole, by date and then as they were entered. */
export const Ledger = z.object({
  ...stamped,
  customerId: Id,
  entries: z.array(Entry).check(z.maxLength(MOST_ENTRIES)),
});
export type Ledger = z.infer<typeof Ledger>;

/**
 * The class of each sale, in the order of the entries (null for what is no sale). Any sale to a referred customer is `referral`; else all of the first day are `first`;
 * then the same product again is `repeat`, a category not bought before `cross-sell`, another product of a known category
 * `upsell`. A sale that names neither product nor category is `repeat`. What the user set stands.
 */
export function classifySales(entries: readonly LedgerEntry[], referred: boolean): Array<SaleClass | null> {
  const classes = new Array<SaleClass | null>(entries.length).fill(null);
  const sales = entries
    .map((entry, at) => ({ entry, at }))
    .filter(({ entry }) => entry.kind === 'sale')
    .sort((a, b) => (a.entry.date < b.entry.date ? -1 : a.entry.date > b.entry.date ? 1 : a.at - b.at));
  const firstDate = sales[0]?.entry.date;
  const products = new Set<string>();
  const categories = new Set<string>();
  for (const { entry, at } of sales) {
    const derived = (): SaleClass => {
      if (referred) return 'referral';
      if (entry.date === firstDate) return 'first';
      if (entry.product && products.has(entry.product)) return 'repeat';
      if (entry.category && !categories.has(entry.category)) return 'cross-sell';
      if (entry.product && entry.category) return 'upsell';
      // a new product without a category is new to the customer, as far as anybody can tell
      return entry.product ? 'cross-sell' : 'repeat';
    };
    classes[at] = entry.saleClass ?? derived();
    if (entry.product) products.add(entry.product);
    if (entry.category) categories.add(entry.category);
  }
  return classes;
}
