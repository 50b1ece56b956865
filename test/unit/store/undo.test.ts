import { describe, expect, test } from 'vitest';
import { newId } from '../../../utils/id';
import * as actions from '../../../utils/store/actions';
import { UndoConflict } from '../../../utils/store/errors';
import type { Store } from '../../../utils/store/index';
import { added, freshStore, nextMillisecond, source, theCard, theCustomer } from './help';

const it = freshStore();
const local = '2026-12-01T09:00';

/** What a person sees of a customer, without stamps. */
async function view(store: Store, id: string) {
  const card = await store.card(id);
  return JSON.parse(JSON.stringify(card, (key, value) => (key === 'updatedAt' ? undefined : value)));
}

describe('every kind of change can be undone', () => {
  type Act = (store: Store, id: string) => Promise<string>;
  const kinds: Array<[string, Act]> = [
    [
      'customer edited',
      (store, id) =>
        actions.editCustomer(store, source, id, { name: 'B', emails: ['b@x.example'], tier: 'core' }),
    ],
    ['customer removed', (store, id) => actions.removeCustomer(store, source, id)],
    ['contact added', (store, id) => actions.addContact(store, source, { customerId: id, name: 'N' })],
    [
      'contact edited',
      async (store, id) =>
        actions.editContact(store, source, (await theCard(store, id)).contacts[0]?.id ?? '', { emails: [] }),
    ],
    [
      'contact removed',
      async (store, id) =>
        actions.removeContact(store, source, (await theCard(store, id)).contacts[0]?.id ?? ''),
    ],
    [
      'note added',
      (store, id) => actions.addNote(store, source, id, { kind: 'call', text: 'x', page: null }),
    ],
    [
      'note edited',
      async (store, id) =>
        actions.editNote(store, source, (await theCard(store, id)).interactions[0]?.id ?? '', { text: 'y' }),
    ],
    [
      'note removed',
      async (store, id) =>
        actions.removeNote(store, source, (await theCard(store, id)).interactions[0]?.id ?? ''),
    ],
    ['contacted', (store, id) => actions.markContacted(store, source, id, Date.now(), 'call')],
    [
      'reminder added',
      (store, id) => actions.addReminder(store, source, { customerId: id, local, zone: 'UTC' }),
    ],
    [
      'reminder edited',
      async (store, id) =>
        actions.editReminder(store, source, (await theCard(store, id)).reminders[0]?.id ?? '', { local }),
    ],
    [
      'reminder done',
      async (store, id) =>
        actions.doneReminder(store, source, (await theCard(store, id)).reminders[0]?.id ?? '', Date.now()),
    ],
    [
      'reminder snoozed',
      async (store, id) =>
        actions.snoozeReminder(store, source, (await theCard(store, id)).reminders[0]?.id ?? '', local),
    ],
    [
      'reminder removed',
      async (store, id) =>
        actions.removeReminder(store, source, (await theCard(store, id)).reminders[0]?.id ?? ''),
    ],
    [
      'complaint added',
      (store, id) => actions.addComplaint(store, source, { customerId: id, text: 'late', openedAt: 1 }),
    ],
    [
      'complaint edited',
      async (store, id) =>
        actions.editComplaint(store, source, (await theCard(store, id)).complaints[0]?.id ?? '', {
          status: 'resolved',
          resolvedAt: 9,
        }),
    ],
    [
      'complaint removed',
      async (store, id) =>
        actions.removeComplaint(store, source, (await theCard(store, id)).complaints[0]?.id ?? ''),
    ],
  ];

  test.each(kinds)('%s, and the undo too', async (_, act) => {
    const id = await added(it(), { name: 'A', emails: ['a@x.example'], tier: 'ordinary' });
    await actions.addContact(it(), source, { customerId: id, name: 'C', emails: ['c@x.example'] });
    await actions.addNote(it(), source, id, { kind: 'note', text: 'first', page: null });
    const repeat = { every: 1, unit: 'month' } as const;
    await actions.addReminder(it(), source, {
      customerId: id,
      local: '2026-01-31T09:00',
      zone: 'UTC',
      repeat,
    });
    await actions.addComplaint(it(), source, {
      customerId: id,
      text: 'broken',
      openedAt: 1,
      dueDate: '2026-01-01',
    });
    const before = await view(it(), id);
    const changeId = await act(it(), id);
    const after = await view(it(), id);
    expect(after).not.toEqual(before);
    const undoId = await it().undo(changeId, source);
    expect(await view(it(), id)).toEqual(before);
    expect((await it().byKeys(['e:a@x.example', 'e:c@x.example'])).length).toBe(2);
    await it().undo(undoId, source);
    expect(await view(it(), id)).toEqual(after);
  });

  test('customer added', async () => {
    const { customerId, changeId } = await actions.addCustomer(
      it(),
      source,
      { name: 'A' },
      { text: 'met', page: null, at: 5 },
    );
    const undoId = await it().undo(changeId, source);
    expect(await it().card(customerId)).toBeNull();
    expect(await it().count()).toBe(0);
    await it().undo(undoId, source);
    expect((await theCard(it(), customerId)).interactions.length).toBe(1);
  });
});

test('undoing twice undoes once', async () => {
  const { changeId } = await actions.addCustomer(it(), source, { name: 'A' });
  const first = await it().undo(changeId, source);
  expect(await it().undo(changeId, source)).toBe(first);
  expect((await it().history(10)).map(({ what, undoes }) => [what, undoes])).toEqual([
    ['undone', changeId],
    ['customer-added', null],
  ]);
});

test('what was changed again since is not undone over it', async () => {
  const id = await added(it(), { name: 'A' });
  const first = await actions.editCustomer(it(), source, id, { name: 'B' });
  const second = await actions.editCustomer(it(), source, id, { title: 'boss' });
  const error = await it()
    .undo(first, source)
    .catch((one: unknown) => one);
  expect(error).toBeInstanceOf(UndoConflict);
  expect((error as UndoConflict).rows).toEqual([{ table: 'customers', id }]);
  expect((await theCustomer(it(), id)).name).toBe('B');
  await it().undo(second, source);
  await it().undo(first, source);
  expect((await theCustomer(it(), id)).name).toBe('A');
});

test('undoing the adding of a customer takes along what was noted on it since', async () => {
  const { customerId, changeId } = await actions.addCustomer(it(), source, { name: 'A' });
  await actions.addNote(it(), source, customerId, { kind: 'note', text: 'kept', page: null });
  const undoId = await it().undo(changeId, source);
  expect(await it().card(customerId)).toBeNull();
  await it().undo(undoId, source);
  expect((await theCard(it(), customerId)).interactions.map(({ text }) => text)).toEqual(['kept']);
});

test('a note does not come back to a customer that is gone', async () => {
  const id = await added(it(), { name: 'A' });
  await actions.addNote(it(), source, id, { kind: 'note', text: 'x', page: null });
  const note = (await theCard(it(), id)).interactions[0]?.id ?? '';
  const removed = await actions.removeNote(it(), source, note);
  await actions.removeCustomer(it(), source, id);
  await expect(it().undo(removed, source)).rejects.toBeInstanceOf(UndoConflict);
});

test('an announcement is no change: it neither hinders an undo nor is it undone', async () => {
  const id = await added(it(), { name: 'A' });
  const changeId = await actions.addReminder(it(), source, {
    customerId: id,
    local: '2026-01-01T09:00',
    zone: 'UTC',
  });
  const reminder = (await theCard(it(), id)).reminders[0];
  const snoozed = await actions.snoozeReminder(it(), source, reminder?.id ?? '', '2026-01-02T09:00');
  await it().markAnnounced([reminder?.id ?? '']);
  await it().undo(snoozed, source);
  await it().undo(changeId, source);
  expect((await theCard(it(), id)).reminders).toEqual([]);
});

test('a change that is not in the journal cannot be undone', async () => {
  await expect(it().undo(newId(), source)).rejects.toBeInstanceOf(UndoConflict);
});

test('history shows every change, newest first, with source, of all or of one customer', async () => {
  const a = await added(it(), { name: 'A' });
  await nextMillisecond();
  await added(it(), { name: 'B' });
  await nextMillisecond();
  await actions.addNote(it(), { kind: 'popup', url: 'https://shop.example/' }, a, {
    kind: 'note',
    text: 'x',
    page: null,
  });
  expect((await it().history(10)).map(({ what }) => what)).toEqual([
    'note-added',
    'customer-added',
    'customer-added',
  ]);
  const own = await it().history(10, a);
  expect(own.map(({ what, source: from }) => [what, from.kind])).toEqual([
    ['note-added', 'popup'],
    ['customer-added', 'sidebar'],
  ]);
  expect(JSON.stringify(own)).not.toContain('"terms"');
  expect((await it().history(1)).length).toBe(1);
});
