import { Entry, isEntry } from '../value/ledger';
import { type PackedEntry, packEntries, unpackEntries } from '../value/packed';
import type { EntryBatch } from './api-value';
import { InvalidRow } from './errors';
import type { InboxPart } from './stored';

/** Buckets of customers: each is filed from memory. */
export const BUCKETS = 16;

/** Customers that one import brought have ids that count on: 256 neighbours share a bucket, and are read in one request. */
const bucketOf = (customerId: string): number => Number.parseInt(customerId.slice(-4, -2), 16) % BUCKETS || 0;

export interface Waiting {
  customerId: string;
  entry: Entry;
}
/** Of each customer their entries, in the order in which they came. */
export type Owned = Map<string, Entry[]>;

/** The entries of a part by bucket. Throws InvalidRow for an entry that is none. */
export function inboxParts(importId: string, part: number, entries: EntryBatch['entries']): InboxPart[] {
  const buckets = new Map<number, Owned>();
  for (const { customerId, entry } of entries) {
    const bucket = bucketOf(customerId);
    const into: Owned = buckets.get(bucket) ?? new Map();
    buckets.set(bucket, into);
    take(into, customerId, [checkedEntry(customerId, { ...entry, importId })]);
  }
  return [...buckets].map(([bucket, owned]) => {
    const list = [...owned].map(([id, some]) => [id, packEntries(some, [importId])]);
    return { importId, bucket, part, entries: JSON.stringify(list) };
  });
}

/** Puts what waits in a part to what is there. */
export function takeWaiting(into: Owned, { importId, entries }: InboxPart): void {
  for (const [id, list] of JSON.parse(entries) as Array<[string, PackedEntry[]]>)
    take(into, id, unpackEntries(list, [importId]));
}

function take(into: Owned, customerId: string, entries: Entry[]): void {
  const known = into.get(customerId);
  if (known) known.push(...entries);
  else into.set(customerId, entries);
}

function checkedEntry(customerId: string, given: Entry): Entry {
  if (isEntry(given)) return given;
  const parsed = Entry.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = ['entries', ...(issue?.path ?? [])].map(String).join('.');
  throw new InvalidRow('ledgers', customerId, field, issue?.message ?? 'invalid');
}
