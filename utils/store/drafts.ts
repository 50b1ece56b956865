import { newId } from '../id';
import type { Entry } from '../value/ledger';
import type { Rate } from '../value/rates';
import type { Draft } from './types';

/** A customer of whom only what is given is known; all else is empty or unknown. */
export function newCustomer(known: Partial<Draft<'customers'>> & { name: string }): Draft<'customers'> {
  return {
    id: newId(),
    kind: 'person',
    relation: 'direct',
    aliases: [],
    company: '',
    title: '',
    emails: [],
    domains: [],
    phones: [],
    codes: [],
    addresses: [],
    owner: '',
    stage: 'potential',
    tier: null,
    valueToDate: null,
    valueNext12: null,
    valueReferred: null,
    riskLevel: null,
    riskReasons: [],
    riskNote: '',
    needs: [],
    tags: [],
    cadenceDays: null,
    lastContactAt: 0,
    country: '',
    sample: false,
    ...known,
  };
}

type Hanging<T extends 'contacts' | 'interactions' | 'reminders' | 'complaints'> = Partial<Draft<T>> & {
  customerId: string;
};

/** A person at a company. */
export function newContact(known: Hanging<'contacts'> & { name: string }): Draft<'contacts'> {
  return { id: newId(), title: '', emails: [], phones: [], ...known };
}

/** Something that happened; a plain note unless said otherwise. */
export function newInteraction(known: Hanging<'interactions'> & { at: number }): Draft<'interactions'> {
  return { id: newId(), kind: 'note', text: '', page: null, ...known };
}

/** An open reminder that does not repeat. */
export function newReminder(
  known: Hanging<'reminders'> & { local: string; zone: string },
): Draft<'reminders'> {
  return { id: newId(), reason: '', repeat: null, snoozedTo: null, state: 'open', doneAt: null, ...known };
}

/** An open complaint without a due date. */
export function newComplaint(
  known: Hanging<'complaints'> & { text: string; openedAt: number },
): Draft<'complaints'> {
  return {
    id: newId(),
    page: null,
    dueDate: null,
    status: 'open',
    resolvedAt: null,
    resolution: '',
    ...known,
  };
}

/** A ledger without entries, or with these. */
export const newLedger = (customerId: string, entries: Entry[] = []): Draft<'ledgers'> => ({
  id: customerId,
  customerId,
  entries,
});

/** An entry of which only what is given is known. */
export function newEntry(known: Partial<Entry> & Pick<Entry, 'date' | 'kind' | 'amount'>): Entry {
  const blank = { product: '', category: '', costMinor: null, saleClass: null, note: '', importId: null };
  return { id: newId(), ...blank, ...known };
}

/** What one unit of `currency` was worth in `base` from `date` on. */
export const newRate = (
  known: Partial<Draft<'rates'>> & Pick<Rate, 'currency' | 'base' | 'date' | 'rate'>,
): Draft<'rates'> => ({ id: newId(), sample: false, ...known });

/** Two customers told apart. */
export const newDistinction = (customerId: string, otherId: string): Draft<'distinctions'> => ({
  id: newId(),
  customerId,
  otherId,
});
