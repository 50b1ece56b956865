import { cadenceStart, DAY_MS, dueInstant } from '../contact';
import { keysOfContact, keysOfCustomer } from '../customer/identifiers';
import type { Complaint, Contact, Customer, Interaction, Reminder, Stage, Tier } from '../customer/model';
import { noteWords } from '../customer/note-words';
import { searchTerms, sortName } from '../customer/terms';
import { guardDueAt, keyTierOf } from '../retention/guard';
import type { Guard } from '../retention/model';
import { tierOf } from '../retention/shown';
import { InvalidRow } from './errors';
import {
  DERIVATION,
  type StoredComplaint,
  type StoredContact,
  type StoredCustomer,
  type StoredGuard,
  type StoredInteraction,
  type StoredReminder,
} from './stored';

/** From a row of the model to the row as stored: keys, terms, due instants and what the indexes need. */

/** Where a customer stands of whom nothing is known; see {@link StoredCustomer.stageMark}. */
export const FIRST_STAGE: Stage = 'potential';

/**
 * `reminded`: an open reminder exists, so that no cadence counts. `ranked`: the tier as the ledger ranks it; who writes insights
 * sets it right where it moves (see insights.ts). A removed row is in no index.
 */
export function storedCustomer(row: Customer, reminded: boolean, ranked?: Tier): StoredCustomer {
  if (row.deletedAt !== null) return { ...row, keys: [], terms: [], dv: DERIVATION };
  const stored: StoredCustomer = {
    ...row,
    keys: keysOfCustomer(row),
    terms: searchTerms(row, row.country),
    dv: DERIVATION,
    sortName: sortName(row.name),
  };
  if (row.sample) stored.sampleMark = 1;
  if (row.stage !== FIRST_STAGE) stored.stageMark = row.stage;
  const key = keyTierOf(shownTier(row, ranked));
  if (key) stored.keyTier = key;
  return reminded ? stored : { ...stored, ...cadenceFields(row, ranked) };
}

const shownTier = (row: Customer, ranked: Tier | undefined): Tier | null =>
  tierOf(row, ranked && { rankedTier: ranked });

function cadenceFields(
  row: Customer,
  ranked: Tier | undefined,
): Pick<StoredCustomer, 'cadenceTier' | 'cadenceFrom' | 'ownDueAt'> {
  const from = cadenceStart(row);
  const tier = shownTier(row, ranked);
  if (row.cadenceDays === null) return tier ? { cadenceTier: tier, cadenceFrom: from } : {};
  return row.cadenceDays > 0 ? { ownDueAt: from + row.cadenceDays * DAY_MS } : {};
}

/** `country`: the company's, for national phone numbers. */
export function storedContact(row: Contact, country: string): StoredContact {
  if (row.deletedAt !== null) return { ...row, keys: [], terms: [], dv: DERIVATION };
  return { ...row, keys: keysOfContact(row, country), terms: searchTerms(row, country), dv: DERIVATION };
}

export const storedInteraction = (row: Interaction): StoredInteraction =>
  row.deletedAt === null ? { ...row, words: noteWords(row.text) } : row;
export function toInteraction(stored: StoredInteraction): Interaction {
  const { words, ...row } = stored;
  return row;
}

/** Throws InvalidRow for an instant that is out of the range of dates (schemas check the rest). */
export function storedReminder(row: Reminder): StoredReminder {
  const dueAt = instantOf(row);
  const stored = { ...row, dueAt };
  if (row.deletedAt !== null || row.state !== 'open') return stored;
  return { ...stored, openDueAt: dueAt, openFor: row.customerId };
}

function instantOf(row: Reminder): number {
  try {
    return dueInstant(row.snoozedTo ?? row.local, row.zone);
  } catch {
    throw new InvalidRow('reminders', row.id, row.snoozedTo ? 'snoozedTo' : 'local', 'no such instant');
  }
}

export function storedComplaint(row: Complaint): StoredComplaint {
  const open = row.deletedAt === null && (row.status === 'open' || row.status === 'in-progress');
  return open && row.dueDate !== null ? { ...row, openDueDate: row.dueDate } : row;
}

/** A stored row without what only the indexes need. */
export function toCustomer(stored: StoredCustomer): Customer {
  const { dv, sortName, cadenceTier, cadenceFrom, ownDueAt, keyTier, sampleMark, stageMark, filed, ...row } =
    stored;
  return row;
}
export function toContact(stored: StoredContact): Contact {
  const { dv, filed, ...row } = stored;
  return row;
}
export function toReminder(stored: StoredReminder): Reminder {
  const { openDueAt, openFor, ...row } = stored;
  return row;
}
export function toComplaint(stored: StoredComplaint): Complaint {
  const { openDueDate, ...row } = stored;
  return row;
}

export const storedGuard = (row: Guard): StoredGuard =>
  row.deletedAt === null ? { ...row, checkDueAt: guardDueAt(row) } : row;
export function toGuard(stored: StoredGuard): Guard {
  const { checkDueAt, ...row } = stored;
  return row;
}
