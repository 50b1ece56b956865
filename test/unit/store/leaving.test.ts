import { describe, expect, test, vi } from 'vitest';
import { shownCustomers } from '../../../utils/retention/shown';
import { taxonomy } from '../../../utils/retention/taxonomy';
import { newComplaint } from '../../../utils/store/drafts';
import * as act from '../../../utils/store/retention-actions';
import { dateOfDay } from '../../../utils/value/days';
import { added, CADENCES, change, DAY, freshStore, source, theCard, theCustomer } from './help';
import { entry, put } from './ledger-help';

const it = freshStore();
const NOW = 1_750_000_000_000;
const record = (customerId: string, over: Partial<act.DefectionDraft> = {}): act.DefectionDraft => ({
  ...{ customerId, extent: 'full', whereto: 'switched', reasons: ['competitor'], competitor: 'Rival' },
  ...{ text: '', at: NOW, page: null, ...over },
});
const ringing = { now: NOW, zone: 'UTC', remindAt: '09:00' };
const records = async (id: string) => (await theCard(it(), id)).retention.defections;
const reasons = async () => taxonomy(await it().reasonEdits());
const named = async (code: string) => (await reasons()).find((one) => one.code === code);

describe('each thing recorded about staying', () => {
  const round = { kind: 'survey', name: 'Spring', startedAt: NOW, seed: 7 } as const;
  const answer = { level: 'satisfied', ratios: { quality: 0.8 }, text: '', page: null, at: NOW } as const;
  const period = { fromDate: '2025-01-01', toDate: '2025-12-31', source: 'visit' };
  const writes: Record<string, (id: string) => Promise<string>> = {
    'a record of leaving': (id) => act.addDefection(it(), source, record(id)),
    'a share of wallet': (id) =>
      act.addWallet(it(), source, {
        ...{ customerId: id, ...period, ours: null, total: { minor: 900_000, currency: 'USD' } },
      }),
    'an answer': (id) => act.addSatisfaction(it(), source, { customerId: id, roundId: null, ...answer }),
    'a plan': (id) => {
      const measures = [{ text: 'Visit', owner: 'Ann', dueDate: '2026-01-05' }];
      const draft = {
        customerId: id,
        kind: 'win-back',
        reason: 'competitor',
        owner: 'Ann',
        measures,
      } as const;
      return act.addPlan(it(), source, { ...draft, measures }, ringing);
    },
    'a point of the check-list': (id) =>
      act.checkGuard(it(), source, id, { item: 'quality', rating: 2, note: '', at: NOW }),
    'a pinned stage': (id) => act.pinStage(it(), source, id, { stage: 'loyal', now: NOW }),
    'a round': (id) =>
      act.addRound(it(), source, {
        ...round,
        asked: [{ customerId: id, tier: null, answeredAt: null, reasons: [], text: '' }],
      }),
  };
  const whole = async (id: string) => {
    const { retention, reminders, customer } = await theCard(it(), id);
    const { stage, stagePinned = null } = customer;
    return { retention, reminders, rounds: await it().rounds(), stage, stagePinned };
  };

  for (const [what, write] of Object.entries(writes))
    test(`${what} is written, stands in the history with its source, and is undone whole`, async () => {
      const id = await added(it(), { name: 'A' });
      const before = await whole(id);
      const change = await write(id);
      expect(await whole(id)).not.toEqual(before);
      expect((await it().history(5)).find((entry) => entry.id === change)?.source).toEqual(source);
      await it().undo(change, source);
      expect(await whole(id)).toEqual(before);
    });

  test('who left is lost, who came back is won back; a pinned stage and a partial record leave it be', async () => {
    const stage = async (id: string) => (await theCustomer(it(), id)).stage;
    const id = await added(it(), { name: 'A', stage: 'active' });
    await act.addDefection(it(), source, record(id));
    expect(await stage(id)).toBe('lost');
    const [gone] = await records(id);
    if (!gone) throw new Error('not recorded');
    const back = await act.wonBack(it(), source, gone, NOW + DAY);
    expect(await stage(id)).toBe('won-back');
    await it().undo(back, source);
    expect([await stage(id), (await records(id))[0]?.wonBackAt]).toEqual(['lost', null]);
    const partly = await added(it(), { name: 'B', stage: 'loyal' });
    await act.addDefection(it(), source, record(partly, { extent: 'partial' }));
    expect(await stage(partly)).toBe('loyal');
    const held = await added(it(), { name: 'C', stage: 'loyal' });
    await act.pinStage(it(), source, held, { stage: 'loyal', now: NOW });
    await act.addDefection(it(), source, record(held));
    expect(await stage(held)).toBe('loyal');
  });

  test('a dated measure is a reminder; ticking one ticks the other; a plan that succeeds dates the return', async () => {
    const id = await added(it(), { name: 'A' });
    await act.addDefection(it(), source, record(id));
    const measures = [{ text: 'Visit', owner: '', dueDate: '2026-01-05' }];
    const draft = { customerId: id, kind: 'win-back' as const, reason: null, owner: '', measures };
    await act.addPlan(it(), source, draft, ringing);
    const { retention, reminders } = await theCard(it(), id);
    const [plan] = retention.plans;
    if (!plan) throw new Error('no plan');
    expect(reminders.map(({ local, reason }) => [local, reason])).toEqual([['2026-01-05T09:00', 'Visit']]);
    await act.doneMeasure(it(), source, plan, plan.measures[0]?.id ?? '', NOW);
    expect((await theCard(it(), id)).reminders).toEqual([]);
    await act.endPlan(it(), source, plan, { state: 'succeeded', outcome: 'new contract', now: NOW + DAY });
    expect((await records(id))[0]?.wonBackAt).toBe(NOW + DAY);
    expect((await theCustomer(it(), id)).stage).toBe('won-back');
  });

  test('what a lost customer says when asked is a reason of their record, first; undone with the answer', async () => {
    const id = await added(it(), { name: 'A' });
    await act.addDefection(it(), source, record(id));
    const asked = [{ customerId: id, tier: null, answeredAt: null, reasons: [], text: '' }];
    await act.addRound(it(), source, { ...round, kind: 'investigation', asked });
    const [made] = await it().rounds();
    if (!made) throw new Error('no round');
    const said = { at: NOW, reasons: ['complaint'], text: 'never called back' };
    const change = await act.addInterview(it(), source, made, id, said);
    expect((await records(id))[0]?.reasons).toEqual(['complaint', 'competitor']);
    expect((await it().rounds())[0]?.asked[0]).toMatchObject({ answeredAt: NOW, text: 'never called back' });
    await it().undo(change, source);
    expect((await records(id))[0]?.reasons).toEqual(['competitor']);
    expect((await it().rounds())[0]?.asked[0]?.answeredAt).toBeNull();
  });

  test('an interview corrected keeps its date, and the record loses what the customer did not name after all', async () => {
    const id = await added(it(), { name: 'A' });
    await act.addDefection(it(), source, record(id));
    const asked = [{ customerId: id, tier: null, answeredAt: null, reasons: [], text: '' }];
    await act.addRound(it(), source, { ...round, kind: 'investigation', asked });
    const interview = async (at: number, reasons: string[]) => {
      const [made] = await it().rounds();
      if (!made) throw new Error('no round');
      await act.addInterview(it(), source, made, id, { at, reasons, text: 'said' });
      return [(await records(id))[0]?.reasons, (await it().rounds())[0]?.asked[0]?.answeredAt];
    };
    expect(await interview(NOW, ['complaint'])).toEqual([['complaint', 'competitor'], NOW]);
    expect(await interview(NOW + DAY, ['price'])).toEqual([['price', 'competitor'], NOW]);
    expect(await interview(NOW + DAY, [])).toEqual([['competitor'], NOW]);
  });

  test('who left in silence and says why has a record of it from then on, of the day that they were lost; who stays has none', async () => {
    const [gone, here] = [await added(it(), { name: 'A' }), await added(it(), { name: 'B' })];
    const sales = (from: number) => [0, 30, 60, 90].map((days) => entry(dateOfDay(from + days), 'sale', 10));
    const today = Math.floor(NOW / DAY);
    await put(it(), gone, ...sales(today - 1_500));
    await put(it(), here, ...sales(today - 100));
    const asked = [gone, here].map((customerId) => ({
      ...{ customerId, tier: null, answeredAt: null, reasons: [], text: '' },
    }));
    await act.addRound(it(), source, { ...round, kind: 'investigation', asked });
    const said = { at: NOW, reasons: ['complaint'], text: '' };
    const interview = async (id: string) => {
      const [made] = await it().rounds();
      if (!made) throw new Error('no round');
      return act.addInterview(it(), source, made, id, said);
    };
    const change = await interview(gone);
    const [made] = await records(gone);
    expect(made).toMatchObject({ extent: 'full', whereto: 'unknown', reasons: ['complaint'] });
    expect((made?.at ?? 0) / DAY).toBeGreaterThan(today - 1_410);
    expect((made?.at ?? 0) / DAY).toBeLessThan(today - 500);
    await it().undo(change, source);
    expect(await records(gone)).toEqual([]);
    await interview(here);
    expect(await records(here)).toEqual([]);
  });
});

describe('the taxonomy of reasons', () => {
  test('a reason renamed keeps its history: the records name it as before, and are told with the new name', async () => {
    const id = await added(it(), { name: 'A' });
    await act.addDefection(it(), source, record(id));
    const reason = await named('competitor');
    if (!reason) throw new Error('no such reason');
    await act.editReason(it(), source, reason, { name: 'Bought by a rival' });
    expect((await named('competitor'))?.name).toBe('Bought by a rival');
    expect((await records(id))[0]?.reasons).toEqual(['competitor']);
    expect(await act.reasonUse(it(), ['competitor'])).toBe(1);
  });

  test('dropping one in use asks where its records go; they go there or lose it, and one undo brings all back', async () => {
    const id = await added(it(), { name: 'A' });
    await act.addReason(it(), source, { name: 'Moved away', parent: '', controllable: false });
    const own = (await reasons()).find(({ name }) => name === 'Moved away')?.code ?? '';
    await act.addDefection(it(), source, record(id, { reasons: [own, 'complaint'] }));
    await expect(act.dropReason(it(), source, await reasons(), own)).rejects.toMatchObject({
      ...{ name: 'ReasonInUse', code: own, records: 1 },
    });
    expect(await named(own)).toBeDefined();
    await expect(act.dropReason(it(), source, await reasons(), own, own)).rejects.toThrow(act.ReasonInUse);
    const dropped = await act.dropReason(it(), source, await reasons(), own, 'closure');
    expect(await named(own)).toBeUndefined();
    expect((await records(id))[0]?.reasons).toEqual(['closure', 'complaint']);
    await it().undo(dropped, source);
    expect(await named(own)).toBeDefined();
    expect((await records(id))[0]?.reasons).toEqual([own, 'complaint']);
    await act.dropReason(it(), source, await reasons(), own, null);
    expect((await records(id))[0]?.reasons).toEqual(['complaint']);
  });

  test('one that nothing names is dropped without a question', async () => {
    await act.dropReason(it(), source, await reasons(), 'closure');
    expect(await named('closure')).toBeUndefined();
  });
});

describe('risk in lists', () => {
  const refresh = (customerIds?: string[]) =>
    it().refreshRisks({ now: NOW, today: 20_255, cadences: CADENCES, ...(customerIds && { customerIds }) });
  const shown = async (id: string) => (await shownCustomers(it(), [id]))[0]?.riskLevel;
  const complaint = (customerId: string, dueDate: string) =>
    change(it(), [
      {
        op: 'add',
        table: 'complaints',
        row: newComplaint({ customerId, text: 'Late', dueDate, openedAt: NOW - 30 * DAY }),
      },
    ]);

  test('is the level of the card: worked out from the evidence, unless it was set by hand; without evidence unknown', async () => {
    const id = await added(it(), { name: 'A', cadenceDays: 0 });
    const bare = await added(it(), { name: 'B', cadenceDays: 0 });
    await complaint(id, '2025-05-01');
    await refresh();
    expect([await shown(id), await shown(bare)]).toEqual(['medium', null]);
    expect(await it().risksAt()).toBe(NOW);
    await change(it(), [{ op: 'edit', table: 'customers', id, patch: { riskLevel: 'low' } }]);
    expect(await shown(id)).toBe('low');
  });

  test('follows each change by itself once all were worked out', async () => {
    const id = await added(it(), { name: 'A', cadenceDays: 0 });
    await refresh();
    expect(await shown(id)).toBeNull();
    await complaint(id, '2025-05-01');
    await vi.waitFor(async () => expect(await shown(id)).toBe('medium'));
  });
});
