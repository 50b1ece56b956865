import { describe, expect, test } from 'vitest';
import * as actions from '../../../utils/store/actions';
import { RowMissing } from '../../../utils/store/errors';
import { added, freshStore, source, theCard, theCustomer } from './help';

const it = freshStore();
const at = (iso: string) => Date.parse(iso);

describe('contacts move the last contact', () => {
  test('a call does, a note does not, an older one does not', async () => {
    const id = await added(it(), { name: 'A' });
    const lastContact = async () => (await theCustomer(it(), id)).lastContactAt;
    await actions.addNote(it(), source, id, { kind: 'note', text: 'x', page: null, at: 100 });
    expect(await lastContact()).toBe(0);
    await actions.addNote(it(), source, id, { kind: 'call', text: 'x', page: null, at: 200 });
    await actions.addNote(it(), source, id, { kind: 'visit', text: 'x', page: null, at: 150 });
    expect(await lastContact()).toBe(200);
    await actions.markContacted(it(), source, id, 300);
    expect(await lastContact()).toBe(300);
    expect((await theCard(it(), id)).interactions.map((row) => row.at)).toEqual([300, 200, 150, 100]);
  });
  test('a note on a customer that is not there is refused', async () => {
    const id = await added(it(), { name: 'A' });
    await actions.removeCustomer(it(), source, id);
    const note = { kind: 'call', text: 'x', page: null } as const;
    await expect(actions.addNote(it(), source, id, note)).rejects.toBeInstanceOf(RowMissing);
  });
});

describe('a reminder that is done', () => {
  const remind = async (more: object) => {
    const id = await added(it(), { name: 'A' });
    const draft = { customerId: id, zone: 'UTC', reason: 'renewal', local: '2026-01-31T09:00', ...more };
    await actions.addReminder(it(), source, draft);
    return { id, open: async () => (await theCard(it(), id)).reminders };
  };
  const done = async (open: Awaited<ReturnType<typeof remind>>['open'], now: string) =>
    actions.doneReminder(it(), source, (await open())[0]?.id ?? '', at(now), 'call');

  test('is closed, logged, and moves the last contact, in one change', async () => {
    const { id, open } = await remind({});
    const before = (await it().history(50)).length;
    await done(open, '2026-02-01T10:00Z');
    expect(await open()).toEqual([]);
    const card = await theCard(it(), id);
    expect(card.customer.lastContactAt).toBe(at('2026-02-01T10:00Z'));
    expect(card.interactions[0]).toMatchObject({ kind: 'call', text: 'renewal' });
    expect((await it().history(50)).length).toBe(before + 1);
  });
  test('opens the next occurrence from the anchor: the 31st, 28 February, then the 31st again', async () => {
    const { open } = await remind({ repeat: { every: 1, unit: 'month' } });
    await done(open, '2026-02-01T10:00Z');
    expect((await open()).map(({ local }) => local)).toEqual(['2026-02-28T09:00']);
    await done(open, '2026-02-28T10:00Z');
    expect((await open()).map(({ local }) => local)).toEqual(['2026-03-31T09:00']);
  });
  test('before its time opens the one after it, long after its time the next to come', async () => {
    const early = await remind({ repeat: { every: 1, unit: 'week' } });
    await done(early.open, '2026-01-20T10:00Z');
    expect((await early.open())[0]?.local).toBe('2026-02-07T09:00');
    const late = await remind({ repeat: { every: 1, unit: 'week' } });
    await done(late.open, '2026-03-01T10:00Z');
    expect((await late.open()).map(({ local }) => local)).toEqual(['2026-03-07T09:00']);
  });
  test('cannot be done twice', async () => {
    const { open } = await remind({});
    const reminder = (await open())[0]?.id ?? '';
    await actions.doneReminder(it(), source, reminder, at('2026-02-01T10:00Z'));
    await expect(actions.doneReminder(it(), source, reminder, 0)).rejects.toBeInstanceOf(RowMissing);
  });
  test('snoozed, is due then; moved, is due there and no longer snoozed', async () => {
    const { open } = await remind({ repeat: { every: 1, unit: 'month' } });
    const reminder = (await open())[0]?.id ?? '';
    await actions.snoozeReminder(it(), source, reminder, '2026-02-02T09:00');
    expect((await open())[0]).toMatchObject({ dueAt: at('2026-02-02T09:00Z'), local: '2026-01-31T09:00' });
    await actions.editReminder(it(), source, reminder, { local: '2026-02-10T09:00' });
    expect((await open())[0]).toMatchObject({
      dueAt: at('2026-02-10T09:00Z'),
      snoozedTo: null,
      anchor: null,
    });
  });
});
