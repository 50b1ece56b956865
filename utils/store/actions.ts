import { dueInstant, nextOccurrence } from '../contact';
import type { Choices } from '../customer/merge';
import type { Customer, InteractionKind, PageRef, Reminder } from '../customer/model';
import type { Store } from './api';
import { newComplaint, newContact, newCustomer, newDistinction, newInteraction, newReminder } from './drafts';
import { RowMissing } from './errors';
import { oneChange, type Source } from './one-change';
import type { Draft, Op, TableName } from './types';

/**
 * What people do, each one change: all of it lands or nothing does, and one undo takes it back.
 * Every function returns the change's id (for the undo toast) and throws the errors of {@link Store.commit}.
 */
type Patch<T extends TableName> = Partial<Omit<Draft<T>, 'id'>>;

/** Adds a customer and, where `note` is given, a first note with them. */
export async function addCustomer(
  store: Store,
  source: Source,
  draft: Partial<Draft<'customers'>> & { name: string },
  note?: { text: string; page: PageRef | null; at: number },
): Promise<{ customerId: string; changeId: string }> {
  const row = newCustomer(draft);
  const ops: Op[] = [{ op: 'add', table: 'customers', row }];
  if (note)
    ops.push({ op: 'add', table: 'interactions', row: newInteraction({ customerId: row.id, ...note }) });
  return { customerId: row.id, changeId: await oneChange(store, 'customer-added', source, ops) };
}

export const editCustomer = (store: Store, source: Source, id: string, patch: Patch<'customers'>) =>
  oneChange(store, 'customer-edited', source, [{ op: 'edit', table: 'customers', id, patch }]);

/** Removes a customer and all that hangs on it. */
export const removeCustomer = (store: Store, source: Source, id: string) =>
  oneChange(store, 'customer-removed', source, [{ op: 'remove', table: 'customers', id }]);

export const addContact = (store: Store, source: Source, draft: Parameters<typeof newContact>[0]) =>
  oneChange(store, 'contact-added', source, [{ op: 'add', table: 'contacts', row: newContact(draft) }]);

export const editContact = (store: Store, source: Source, id: string, patch: Patch<'contacts'>) =>
  oneChange(store, 'contact-edited', source, [{ op: 'edit', table: 'contacts', id, patch }]);

export const removeContact = (store: Store, source: Source, id: string) =>
  oneChange(store, 'contact-removed', source, [{ op: 'remove', table: 'contacts', id }]);

async function customerOf(store: Store, id: string): Promise<Customer> {
  const [customer] = await store.customers([id]);
  if (!customer) throw new RowMissing('customers', id);
  return customer;
}

/** The step that moves the last contact to `at`; none where a later one is known. */
function contactedAt(customer: Customer, at: number): Op[] {
  if (customer.lastContactAt >= at) return [];
  return [{ op: 'edit', table: 'customers', id: customer.id, patch: { lastContactAt: at } }];
}

/** Adds a note. One of kind mail, call, meeting or visit is a contact and moves `lastContactAt`. `at`: now. */
export async function addNote(
  store: Store,
  source: Source,
  customerId: string,
  note: { kind: InteractionKind; text: string; page: PageRef | null; at?: number },
): Promise<string> {
  const at = note.at ?? Date.now();
  const row = newInteraction({ ...note, customerId, at });
  const moved = note.kind === 'note' ? [] : contactedAt(await customerOf(store, customerId), at);
  return oneChange(store, 'note-added', source, [{ op: 'add', table: 'interactions', row }, ...moved]);
}

export const editNote = (store: Store, source: Source, id: string, patch: Patch<'interactions'>) =>
  oneChange(store, 'note-edited', source, [{ op: 'edit', table: 'interactions', id, patch }]);

export const removeNote = (store: Store, source: Source, id: string) =>
  oneChange(store, 'note-removed', source, [{ op: 'remove', table: 'interactions', id }]);

/** How a contact was made that is only ticked off, wherever that is done: nobody asks, and most are mails. */
const TICKED_OFF: InteractionKind = 'mail';

/** Logs that the customer was contacted at `at`. */
export async function markContacted(
  store: Store,
  source: Source,
  customerId: string,
  at: number,
  kind = TICKED_OFF,
): Promise<string> {
  const moved = contactedAt(await customerOf(store, customerId), at);
  const row = newInteraction({ customerId, kind, at });
  return oneChange(store, 'contacted', source, [{ op: 'add', table: 'interactions', row }, ...moved]);
}

export const addReminder = (store: Store, source: Source, draft: Parameters<typeof newReminder>[0]) =>
  oneChange(store, 'reminder-added', source, [{ op: 'add', table: 'reminders', row: newReminder(draft) }]);

/** A new `local` starts a recurrence anew and ends a snooze, unless the patch says otherwise. */
export function editReminder(
  store: Store,
  source: Source,
  id: string,
  patch: Patch<'reminders'>,
): Promise<string> {
  const fresh = patch.local === undefined ? {} : { anchor: null, snoozedTo: null };
  return oneChange(store, 'reminder-edited', source, [
    { op: 'edit', table: 'reminders', id, patch: { ...fresh, ...patch } },
  ]);
}

export const removeReminder = (store: Store, source: Source, id: string) =>
  oneChange(store, 'reminder-removed', source, [{ op: 'remove', table: 'reminders', id }]);

/**
 * Done: closes the reminder, logs it as an interaction of `kind`, moves the last contact to `now` and, where it
 * recurs, opens the next occurrence after both `now` and the one that was meant.
 */
export async function doneReminder(
  store: Store,
  source: Source,
  reminderId: string,
  now: number,
  kind = TICKED_OFF,
): Promise<string> {
  const reminder = await openReminder(store, reminderId);
  const { customerId, reason } = reminder;
  const log = newInteraction({ customerId, kind, at: now, text: reason });
  const ops: Op[] = [
    { op: 'edit', table: 'reminders', id: reminderId, patch: { state: 'done', doneAt: now } },
    { op: 'add', table: 'interactions', row: log },
    ...contactedAt(await customerOf(store, customerId), now),
    ...nextOf(reminder, now),
  ];
  return oneChange(store, 'reminder-done', source, ops);
}

async function openReminder(store: Store, id: string): Promise<Reminder> {
  const reminder = await store.reminder(id);
  if (reminder?.state !== 'open') throw new RowMissing('reminders', id);
  return reminder;
}

function nextOf(reminder: Reminder, now: number): Op[] {
  const { customerId, reason, zone, repeat, local } = reminder;
  const next = nextOccurrence(reminder, Math.max(now, dueInstant(local, zone)));
  if (!next) return [];
  const anchor = reminder.anchor ?? local;
  const row = newReminder({ customerId, reason, zone, repeat, anchor, local: next.local });
  return [{ op: 'add', table: 'reminders', row }];
}

/** Puts a reminder off to `local`, a date-time in the reminder's own zone. */
export const snoozeReminder = (store: Store, source: Source, reminderId: string, local: string) =>
  oneChange(store, 'reminder-snoozed', source, [
    { op: 'edit', table: 'reminders', id: reminderId, patch: { snoozedTo: local } },
  ]);

export const addComplaint = (store: Store, source: Source, draft: Parameters<typeof newComplaint>[0]) =>
  oneChange(store, 'complaint-added', source, [{ op: 'add', table: 'complaints', row: newComplaint(draft) }]);

export const editComplaint = (store: Store, source: Source, id: string, patch: Patch<'complaints'>) =>
  oneChange(store, 'complaint-edited', source, [{ op: 'edit', table: 'complaints', id, patch }]);

export const removeComplaint = (store: Store, source: Source, id: string) =>
  oneChange(store, 'complaint-removed', source, [{ op: 'remove', table: 'complaints', id }]);

/** Makes `merged` part of `survivor`; `choices` says by field whose value is taken. Throws MergeRefused. */
export const mergeCustomers = (
  store: Store,
  source: Source,
  { survivor, merged, choices = {} }: { survivor: string; merged: string; choices?: Choices },
) => oneChange(store, 'customers-merged', source, [{ op: 'merge', survivor, merged, choices }]);

/**
 * Makes several records one, in one change. `picks` names by field the record whose value is taken; a field that is not
 * named takes its default. Throws MergeRefused.
 */
export const mergeGroup = (
  store: Store,
  source: Source,
  { survivor, merged, picks = {} }: { survivor: string; merged: string[]; picks?: Record<string, string> },
) =>
  oneChange(
    store,
    'customers-merged',
    source,
    merged.map((id) => {
      const side = ([field, from]: [string, string]) => [field, from === id ? 'merged' : 'survivor'] as const;
      return {
        op: 'merge',
        survivor,
        merged: id,
        choices: Object.fromEntries(Object.entries(picks).map(side)),
      };
    }),
  );

/** Remembers that a customer is not the same as any of these: they are not proposed again. */
export const tellGroupApart = (store: Store, source: Source, one: string, others: string[]) =>
  oneChange(
    store,
    'told-apart',
    source,
    others.map((other) => ({ op: 'add', table: 'distinctions', row: newDistinction(one, other) })),
  );

/** The same of two customers. */
export const tellApart = (store: Store, source: Source, one: string, other: string) =>
  tellGroupApart(store, source, one, [other]);
