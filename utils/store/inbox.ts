import { Entry } from '../value/ledger';
import type { EntryBatch } from './api-value';
import { InvalidRow } from './errors';
import type { InboxPart } from './stored';

/** Buckets of customers: each is filed from memory. */
export const BUCKETS = 32;
const bucketOf = (customerId: string): number => Number.parseInt(customerId.slice(-2), 16) % BUCKETS || 0;

/** The entries of a part by bucket. Throws InvalidRow for an entry that is none. */
export function inboxParts(importId: string, part: number, entries: EntryBatch['entries']): InboxPart[] {
  const buckets = new Map<number, InboxPart>();
  for (const { customerId, entry } of entries) {
    const bucket = bucketOf(customerId);
    const into = buckets.get(bucket) ?? { importId, bucket, part, entries: [] };
    buckets.set(bucket, into);
    into.entries.push({ customerId, entry: checkedEntry(customerId, { ...entry, importId }) });
  }
  return [...buckets.values()];
}

function checkedEntry(customerId: string, given: object): InboxPart['entries'][number]['entry'] {
  const parsed = Entry.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = ['entries', ...(issue?.path ?? [])].map(String).join('.');
  throw new InvalidRow('ledgers', customerId, field, issue?.message ?? 'invalid');
}
