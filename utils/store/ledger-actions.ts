import { newId } from '../id';
import type { LedgerEntry } from '../value/ledger';
import type { Store } from './api';
import { newRate } from './drafts';
import type { Change, ChangeWhat, Op } from './types';

/** What people do with ledgers, each one change; see actions.ts. Every function returns the change's id. */
type Source = Change['source'];

async function commit(store: Store, what: ChangeWhat, source: Source, op: Op): Promise<string> {
  const id = newId();
  await store.commit({ id, what, source, ops: [op] });
  return id;
}

/** Adds entries that were typed in. */
export const addEntries = (
  store: Store,
  source: Source,
  customerId: string,
  entries: readonly LedgerEntry[],
) =>
  commit(store, 'entries-added', source, {
    op: 'entries',
    customerId,
    put: entries.map((entry) => ({ ...entry, id: newId(), importId: null })),
    remove: [],
  });

/** Puts an entry in the place of the one with its id. */
export const editEntry = (
  store: Store,
  source: Source,
  customerId: string,
  entry: LedgerEntry & { id: string; importId: string | null },
) => commit(store, 'entries-edited', source, { op: 'entries', customerId, put: [entry], remove: [] });

export const removeEntry = (store: Store, source: Source, customerId: string, id: string) =>
  commit(store, 'entries-removed', source, { op: 'entries', customerId, put: [], remove: [id] });

/** Adds a dated exchange rate. */
export const addRate = (store: Store, source: Source, rate: Parameters<typeof newRate>[0]) =>
  commit(store, 'rates-changed', source, { op: 'add', table: 'rates', row: newRate(rate) });

export const removeRate = (store: Store, source: Source, id: string) =>
  commit(store, 'rates-changed', source, { op: 'remove', table: 'rates', id });
