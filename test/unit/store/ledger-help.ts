import { newEntry } from '../../../utils/store/drafts';
import type { Store } from '../../../utils/store/index';
import type { Entry, EntryKind } from '../../../utils/value/ledger';
import { change } from './help';

/** An entry in whole units of a currency of two decimals. */
export const entry = (date: string, kind: EntryKind, units: number, known: Partial<Entry> = {}): Entry =>
  newEntry({ date, kind, amount: { minor: units * 100, currency: 'USD' }, ...known });

/** Puts entries into a customer's ledger; returns the change's id. */
export const put = (store: Store, customerId: string, ...entries: Entry[]): Promise<string> =>
  change(store, [{ op: 'entries', customerId, put: entries, remove: [] }], 'entries-added');

export const take = (store: Store, customerId: string, ...ids: string[]): Promise<string> =>
  change(store, [{ op: 'entries', customerId, put: [], remove: ids }], 'entries-removed');

export const entriesOf = async (store: Store, customerId: string): Promise<Entry[]> =>
  (await store.ledger(customerId))?.entries ?? [];
