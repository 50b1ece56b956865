import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../../utils/id';
import { GUARD_ITEMS, type Round } from '../../../utils/retention/model';
import { shownCustomers } from '../../../utils/retention/shown';
import * as actions from '../../../utils/store/actions';
import { newComplaint, newReminder } from '../../../utils/store/drafts';
import * as act from '../../../utils/store/retention-actions';
import { doneItem } from '../../../utils/ui/due-items';
import { added, CADENCES, change, DAY, freshStore, source, theCard, theCustomer } from './help';
import { entry, put } from './ledger-help';

const it = freshStore();
const NOW = Date.parse('2026-11-20T12:00:00Z');
const due = async (now = NOW, limit = 50) =>
  (await it().due(now, CADENCES, limit)).map((item) => [
    item.kind,
    item.kind === 'measure' ? item.measure.text : item.customer.name,
    item.dueAt,
  ]);
// the clock is past what is looked at, so that a key account entered here has no check-list to begin at NOW
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW + DAY });
});
afterEach(() => {
  vi.useRealTimers();
});
const last = (days: number) => ({ lastContactAt: NOW - days * DAY });

describe('cadence', () => {
  test('by tier: due on the day, oldest first, each tier by its own days', async () => {
    await added(it(), { name: 'core 31', tier: 'core', ...last(31) });
    await added(it(), { name: 'core 29', tier: 'core', ...last(29) });
    await added(it(), { name: 'best 20', tier: 'best-core', ...last(20) });
    await added(it(), { name: 'ordinary 80', tier: 'ordinary', ...last(80) });
    await added(it(), { name: 'expendable', tier: 'expendable', ...last(900) });
    await added(it(), { name: 'no tier', ...last(900) });
    expect(await due()).toEqual([
      ['cadence', 'best 20', NOW - 6 * DAY],
      ['cadence', 'core 31', NOW - DAY],
    ]);
    expect(await it().dueCount(NOW, CADENCES)).toBe(2);
    expect(await due(NOW, 1)).toEqual([['cadence', 'best 20', NOW - 6 * DAY]]);
  });
  test('a customer’s own days go before the tier’s, also without a tier; 0 is none', async () => {
    await added(it(), { name: 'own', tier: 'ordinary', cadenceDays: 7, ...last(8) });
    await added(it(), { name: 'own, no tier', cadenceDays: 7, ...last(9) });
    await added(it(), { name: 'never', tier: 'best-core', cadenceDays: 0, ...last(99) });
    expect((await due()).map(([, name]) => name)).toEqual(['own, no tier', 'own']);
  });
  test('one who was never contacted counts from the day they were entered', async () => {
    const id = await added(it(), { name: 'new', tier: 'core' });
    const { createdAt } = await theCustomer(it(), id);
    const contacts = async (days: number) =>
      (await due(createdAt + days * DAY)).filter(([kind]) => kind === 'cadence').length;
    expect([await contacts(29), await contacts(30)]).toEqual([0, 1]);
  });
  test('does not count while a reminder is open, and counts again when it is done or removed', async () => {
    const id = await added(it(), { name: 'A', tier: 'core', ...last(40) });
    const names = async () => (await due()).map(([kind]) => kind);
    expect(await names()).toEqual(['cadence']);
    const reminder = newReminder({ customerId: id, local: '2027-01-01T09:00', zone: 'UTC' });
    const add = await change(it(), [{ op: 'add', table: 'reminders', row: reminder }]);
    expect(await names()).toEqual([]);
    await it().undo(add, source);
    expect(await names()).toEqual(['cadence']);
  });
  test('goes by the tier that is shown: as the ledger ranks it, whatever was once entered; a pin wins', async () => {
    const [big, small, held] = await Promise.all(
      ['big', 'small', 'held'].map((name) => added(it(), { name, tier: 'ordinary', ...last(20) })),
    );
    const nobody = await added(it(), { name: 'entered without a tier', ...last(20) });
    const reminded = await added(it(), { name: 'reminded', tier: 'ordinary', ...last(20) });
    const reminder = newReminder({ customerId: reminded, local: '2027-01-01T09:00', zone: 'UTC' });
    await change(it(), [{ op: 'add', table: 'reminders', row: reminder }]);
    for (const [id, sum] of [
      [big, 9_000],
      [small, 3],
      [held, 2],
      [nobody, 9_000],
      [reminded, 5],
    ] as const)
      await put(it(), id ?? '', entry('2026-01-05', 'sale', sum));
    await actions.editCustomer(it(), source, held ?? '', { tierPinned: 'best-core' });
    await it().refresh({ now: NOW, today: '2026-11-20' });
    const names = async () => (await due()).map(([, name]) => name).sort();
    const shown = await shownCustomers(it(), [big ?? '', small ?? '', nobody]);
    expect(shown.map(({ tier }) => tier)).toEqual(['best-core', 'ordinary', 'best-core']);
    expect(await names()).toEqual(['big', 'entered without a tier', 'held']);
    expect(await it().dueCount(NOW, CADENCES)).toBe(3);
    expect((await it().dueOf([big ?? ''], NOW, CADENCES)).map(({ dueAt }) => dueAt)).toEqual([NOW - 6 * DAY]);
    // another note of theirs leaves the tier as it is; the pin that is let go gives the ledger its word back
    await actions.editCustomer(it(), source, big ?? '', { company: 'Big & Sons' });
    await actions.editCustomer(it(), source, held ?? '', { tierPinned: null });
    expect(await names()).toEqual(['big', 'entered without a tier']);
  });
  test('ends when the customer is contacted or removed', async () => {
    const a = await added(it(), { name: 'A', tier: 'core', ...last(40) });
    const b = await added(it(), { name: 'B', tier: 'core', ...last(40) });
    await actions.markContacted(it(), source, a, NOW, 'call');
    await actions.removeCustomer(it(), source, b);
    expect(await due()).toEqual([]);
    expect(await it().dueCount(NOW, CADENCES)).toBe(0);
  });
});

describe('reminders', () => {
  const remind = async (local: string, zone: string) => {
    const id = await added(it(), { name: `${local} ${zone}` });
    await actions.addReminder(it(), source, { customerId: id, local, zone, reason: 'call' });
    return id;
  };
  test('keep their hour across a change of clocks', async () => {
    const before = await remind('2026-10-24T09:00', 'Europe/London');
    const after = await remind('2026-10-26T09:00', 'Europe/London');
    const at = async (id: string) => (await theCard(it(), id)).reminders[0]?.dueAt ?? 0;
    expect((await at(after)) - (await at(before))).toBe(49 * 3_600_000);
    expect((await due(Date.parse('2026-10-26T08:59:00Z'))).length).toBe(1);
    expect((await due(Date.parse('2026-10-26T09:00:00Z'))).length).toBe(2);
  });
  test('the next one after an instant', async () => {
    await remind('2026-12-01T09:00', 'UTC');
    await remind('2026-12-02T09:00', 'Asia/Shanghai');
    expect(await it().nextReminderAt(NOW)).toBe(Date.parse('2026-12-01T09:00:00Z'));
    expect(await it().nextReminderAt(Date.parse('2026-12-01T09:00:00Z'))).toBe(
      Date.parse('2026-12-02T01:00:00Z'),
    );
    expect(await it().nextReminderAt(Date.parse('2027-01-01T09:00:00Z'))).toBeNull();
  });
  test('are announced once for each due instant', async () => {
    const id = await remind('2026-11-20T09:00', 'UTC');
    const [first] = await it().toAnnounce(NOW, 10);
    expect(first?.customer.id).toBe(id);
    await it().markAnnounced([first?.reminder.id ?? '']);
    expect(await it().toAnnounce(NOW, 10)).toEqual([]);
    await actions.snoozeReminder(it(), source, first?.reminder.id ?? '', '2026-11-20T11:00');
    expect((await it().toAnnounce(NOW, 10)).length).toBe(1);
    expect((await it().history(1))[0]?.what).toBe('reminder-snoozed');
  });
  test('that a clock a year ahead had announced are announced again in their time, and those of the right time are not', async () => {
    await remind('2026-11-20T09:00', 'UTC');
    await remind('2027-03-01T09:00', 'UTC');
    const announce = async (now: number) => {
      await it().forgetEarly(now);
      const fresh = await it().toAnnounce(now, 10);
      await it().markAnnounced(fresh.map(({ reminder }) => reminder.id));
      return fresh.map(({ reminder }) => reminder.local);
    };
    expect(await announce(NOW + 365 * DAY)).toEqual(['2026-11-20T09:00', '2027-03-01T09:00']);
    expect(await announce(NOW)).toEqual([]);
    expect(await announce(Date.parse('2027-03-01T09:00:01Z'))).toEqual(['2027-03-01T09:00']);
    expect(await announce(Date.parse('2027-03-01T08:59:58Z'))).toEqual([]); // put right by seconds
    expect(await announce(Date.parse('2027-03-01T09:00:01Z'))).toEqual([]);
  });
});

describe('complaints', () => {
  afterEach(() => vi.restoreAllMocks());
  test('are due from the start of their date, here, until they are resolved', async () => {
    vi.spyOn(Temporal.Now, 'timeZoneId').mockReturnValue('Asia/Shanghai');
    const id = await added(it(), { name: 'A' });
    const row = newComplaint({ customerId: id, text: 'late', openedAt: 1, dueDate: '2026-11-21' });
    await change(it(), [{ op: 'add', table: 'complaints', row }]);
    const midnight = Date.parse('2026-11-21T00:00+08:00');
    expect(await due(midnight - 1)).toEqual([]);
    expect(await due(midnight)).toEqual([['complaint', 'A', midnight]]);
    await actions.editComplaint(it(), source, row.id, { status: 'resolved', resolvedAt: midnight });
    expect(await due(midnight)).toEqual([]);
  });
});

describe('measures of an investigation', () => {
  afterEach(() => vi.restoreAllMocks());
  test('are due from the start of their date, here, until they are done; those without a date are not, nor those of a round that was removed', async () => {
    vi.spyOn(Temporal.Now, 'timeZoneId').mockReturnValue('Asia/Shanghai');
    const draft = { kind: 'investigation' as const, name: 'Spring', startedAt: 1, seed: 1, asked: [] };
    await act.addRound(it(), source, draft);
    const theRound = async () => (await it().rounds())[0] as Round;
    const measure = (text: string, dueDate: string | null) => ({
      ...{ id: newId(), text, owner: '', dueDate, reminderId: null, doneAt: null },
    });
    const measures = [
      measure('visit', '2026-11-21'),
      measure('some day', null),
      measure('train', '2026-12-24'),
    ];
    const { id } = await theRound();
    await act.editRound(it(), source, id, { measures });
    const midnight = Date.parse('2026-11-21T00:00+08:00');
    expect(await due(midnight - 1)).toEqual([]);
    expect(await due(midnight)).toEqual([['measure', 'visit', midnight]]);
    expect(await it().dueCount(midnight, CADENCES)).toBe(1);
    const [item] = await it().due(midnight, CADENCES, 1);
    if (!item) throw new Error('nothing is due');
    const done = await doneItem(it(), source, item);
    expect(await due(midnight)).toEqual([]);
    expect((await theRound()).measures.map(({ doneAt }) => doneAt)).toEqual([Date.now(), null, null]);
    await it().undo(done, source);
    expect(await due(midnight)).toHaveLength(1);
    await act.removeRound(it(), source, id);
    expect(await due(midnight)).toEqual([]);
  });
});

test('what is due of some customers alone', async () => {
  const a = await added(it(), { name: 'A', tier: 'core', ...last(40) });
  const b = await added(it(), { name: 'B', tier: 'core', ...last(50) });
  const c = await added(it(), { name: 'C', tier: 'core', ...last(5) });
  await added(it(), { name: 'D', tier: 'core', ...last(60) });
  await actions.addReminder(it(), source, { customerId: c, local: '2026-10-01T09:00', zone: 'UTC' });
  const items = await it().dueOf([a, b, c], NOW, CADENCES);
  expect(items.map(({ customer, kind }) => [customer.name, kind])).toEqual([
    ['C', 'reminder'],
    ['B', 'cadence'],
    ['A', 'cadence'],
  ]);
});

describe('the check-list of a key account', () => {
  const later = NOW + 2 * DAY;
  const lists = async () =>
    (await due(later))
      .filter(([kind]) => kind === 'guard' || kind === 'unbegun')
      .map(([kind, name]) => (kind === 'guard' ? `${name} again` : name));
  const key = (name: string, tier: 'best-core' | 'core') => added(it(), { name, tier, cadenceDays: 0 });
  const check = (id: string, at: number) =>
    act.checkGuard(it(), source, id, { item: 'quality', rating: 4, note: '', at });

  test('that was never begun is due since they were entered; three at a time, of the best first', async () => {
    await added(it(), { name: 'Ordinary', tier: 'ordinary', cadenceDays: 0 });
    const ids = [await key('Core', 'core')];
    for (const name of ['A', 'B', 'C']) ids.push(await key(name, 'best-core'));
    expect((await lists()).sort()).toEqual(['A', 'B', 'C']);
    expect(await it().dueCount(later, CADENCES)).toBe(3);
    const removed = await actions.removeCustomer(it(), source, ids[1] ?? '');
    expect((await lists()).sort()).toEqual(['B', 'C', 'Core']);
    await it().undo(removed, source);
    expect((await lists()).sort()).toEqual(['A', 'B', 'C']);
  });

  test('stands there once, begun or not, and no more when all is checked', async () => {
    const id = await key('A', 'core');
    expect(await lists()).toEqual(['A']);
    const begun = await check(id, NOW);
    expect(await lists()).toEqual(['A again']);
    await it().undo(begun, source);
    expect(await lists()).toEqual(['A']);
    for (const item of GUARD_ITEMS)
      await act.checkGuard(it(), source, id, { item, rating: 4, note: '', at: NOW });
    expect(await lists()).toEqual([]);
  });

  test('goes by the tier that is shown, also while a reminder is open', async () => {
    const id = await added(it(), { name: 'A', tier: 'ordinary' });
    await added(it(), { name: 'B', tier: 'ordinary' });
    const reminder = newReminder({ customerId: id, local: '2027-01-01T09:00', zone: 'UTC' });
    await change(it(), [{ op: 'add', table: 'reminders', row: reminder }]);
    expect(await lists()).toEqual([]);
    await put(it(), id, entry('2026-01-01', 'sale', 9_000));
    await it().refresh({ now: later, today: '2026-11-22', force: true });
    const [shown] = await shownCustomers(it(), [id]);
    expect(shown?.tier).toBe('best-core');
    expect(await lists()).toEqual(['A']);
    await change(it(), [{ op: 'edit', table: 'customers', id, patch: { tierPinned: 'ordinary' } }]);
    expect(await lists()).toEqual([]);
  });
});
