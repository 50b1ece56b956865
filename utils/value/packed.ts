import type { Entry, EntryKind, SaleClass } from './ledger';

/**
 * Entries as plain lists, for storing: a million objects with eleven named fields each take five times the room and the time. The imports
 * that they came by are named once in a list beside them, and of an id that begins as its import's does only the rest is kept.
 */
export type PackedEntry = [
  /** Place in the list of imports; -1 where it was typed in. */
  importAt: number,
  id: string,
  date: string,
  kind: EntryKind,
  minor: number,
  currency: string,
  product: string,
  category: string,
  ...rest: [costMinor?: number | null, saleClass?: SaleClass | null, note?: string, order?: string],
];

/** An import's ids differ in what comes behind so many characters. */
const SHARED = 24;

/** The entries in their order; imports that `imports` does not have yet are put behind it. */
export const packEntries = (entries: readonly Entry[], imports: string[]): PackedEntry[] =>
  entries.map((entry) => packed(entry, imports));

function packed(entry: Entry, imports: string[]): PackedEntry {
  const { importId, amount, date, kind, product, category, costMinor, saleClass, note, order } = entry;
  const importAt = importId === null ? -1 : placeOf(importId, imports);
  const shares = importId !== null && entry.id.startsWith(importId.slice(0, SHARED));
  const id = shares ? entry.id.slice(SHARED) : entry.id;
  const { minor, currency } = amount;
  if (order !== undefined)
    return [importAt, id, date, kind, minor, currency, product, category, costMinor, saleClass, note, order];
  if (note !== '')
    return [importAt, id, date, kind, minor, currency, product, category, costMinor, saleClass, note];
  if (saleClass !== null)
    return [importAt, id, date, kind, minor, currency, product, category, costMinor, saleClass];
  if (costMinor !== null) return [importAt, id, date, kind, minor, currency, product, category, costMinor];
  return [importAt, id, date, kind, minor, currency, product, category];
}

function placeOf(importId: string, imports: string[]): number {
  const known = imports.indexOf(importId);
  return known >= 0 ? known : imports.push(importId) - 1;
}

/** What {@link packEntries} was given. */
export const unpackEntries = (all: readonly PackedEntry[], imports: readonly string[]): Entry[] =>
  all.map((one) => unpacked(one, imports));

function unpacked(one: PackedEntry, imports: readonly string[]): Entry {
  const [importAt, id, date, kind, minor, currency, product, category] = one;
  const [, , , , , , , , costMinor = null, saleClass = null, note = '', order] = one;
  const importId = imports[importAt] ?? null;
  return {
    id: importId !== null && id.length < SHARED ? importId.slice(0, SHARED) + id : id,
    importId,
    date,
    kind,
    amount: { minor, currency },
    product,
    category,
    costMinor,
    saleClass,
    note,
    ...(order !== undefined && { order }),
  };
}
