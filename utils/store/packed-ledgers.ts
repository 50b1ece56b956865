import type { Ledger } from '../value/ledger';
import { type PackedEntry, packEntries, unpackEntries } from '../value/packed';
import type { Packing } from './packed-rows';

/** A ledger as it lies in the database. */
interface Packed extends Omit<Ledger, 'entries'> {
  /** JSON of the imports and the entries; see value/packed. */
  packed: string;
}

function pack(row: Ledger): Packed {
  const { entries, ...rest } = row;
  const imports: string[] = [];
  const list = packEntries(entries, imports);
  return { ...rest, packed: JSON.stringify([imports, list]) };
}

/** Rows of older databases are not packed until they are written again. */
export function unpackLedger(row: Ledger | Packed | undefined): Ledger | undefined {
  if (!row || !('packed' in row)) return row;
  const { packed, ...rest } = row;
  const [imports, list] = JSON.parse(packed) as [string[], PackedEntry[]];
  return { ...rest, entries: unpackEntries(list, imports) };
}

/** Ledgers lie packed. */
export const LEDGER_PACKING = { lay: pack, read: unpackLedger } satisfies Packing;
