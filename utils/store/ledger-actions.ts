/** What people do with ledgers, each one change; see actions.ts. Every function returns the change's id. */
import { newId } from '../id';
import type { LedgerEntry } from '../value/ledger';
import type { Store } from './api';
import { newRate } from './drafts';
import { oneChange, type Source } from './one-change';

/** Adds entries that were typed in. */
export const addEntries = (
  store: Store,
  source: Source,
  customerId: string,
  entries: readonly LedgerEntry[],
) =>
  oneChange(store, 'entries-added', source, [
    {
      op: 'entries',
      customerId,
      put: entries.map((entry) => ({ ...entry, id: newId(), importId: null })),
      remove: [],
    },
  ]);

/** Puts an entry in the place of the one with its id. */
export const editEntry = (
  store: Store,
  source: Source,
  customerId: string,
  entry: LedgerEntry & { id: string; importId: string | null },
) => oneChange(store, 'entries-edited', source, [{ op: 'entries', customerId, put: [entry], remove: [] }]);

export const removeEntry = (store: Store, source: Source, customerId: string, id: string) =>
  oneChange(store, 'entries-removed', source, [{ op: 'entries', customerId, put: [], remove: [id] }]);

/** Adds a dated exchange rate. */
export const addRate = (store: Store, source: Source, rate: Parameters<typeof newRate>[0]) =>
  oneChange(store, 'rates-changed', source, [{ op: 'add', table: 'rates', row: newRate(rate) }]);

export const removeRate = (store: Store, source: Source, id: string) =>
  oneChange(store, 'rates-changed', source, [{ op: 'remove', table: 'rates', id }]);
