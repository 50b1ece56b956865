import { Entry } from '../value/ledger';
import type { EntryBatch } from './api-value';
import { InvalidRow } from './errors';
import type { InboxPart } from './stored';

/** Buckets of customers: each is filed from memory. */
export const BUCKETS = 32;

/** Customers that one import brought have ids that count on: 256 neighbours share a bucket, and are read in one request. */
const bucketOf = (customerId: string): number => Number.parseInt(customerId.slice(-4, -2), 16) % BUCKETS || 0;

export interface Waiting {
  customerId: string;
  entry: Entry;
}

/** The entries of a part by bucket. Throws InvalidRow for an entry that is none. */
export function inboxParts(importId: string, part: number, entries: EntryBatch['entries']): InboxPart[] {
  const buckets = new Map<number, Waiting[]>();
  for (const { customerId, entry } of entries) {
    const bucket = bucketOf(customerId);
    const into = buckets.get(bucket);
    const one = { customerId, entry: checkedEntry(customerId, { ...entry, importId }) };
    if (into) into.push(one);
    else buckets.set(bucket, [one]);
  }
  return [...buckets].map(([bucket, some]) => ({ importId, bucket, part, entries: JSON.stringify(some) }));
}

/** What waits in a part. */
export const waitingIn = ({ entries }: InboxPart): Waiting[] => JSON.parse(entries) as Waiting[];

function checkedEntry(customerId: string, given: object): Entry {
  const parsed = Entry.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = ['entries', ...(issue?.path ?? [])].map(String).join('.');
  throw new InvalidRow('ledgers', customerId, field, issue?.message ?? 'invalid');
}
