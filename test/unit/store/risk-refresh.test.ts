import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { warningOf } from '../../../components/retention/warning';
import { newId } from '../../../utils/id';
import { dayIn } from '../../../utils/retention/facts';
import type { Database } from '../../../utils/store/database';
import { newComplaint } from '../../../utils/store/drafts';
import { openStore, type Store } from '../../../utils/store/index';
import * as act from '../../../utils/store/retention-actions';
import { unpackRisks } from '../../../utils/store/risk-buckets';
import { dateOfDay } from '../../../utils/value/days';
import { added, CADENCES, change, DAY, source } from './help';
import { entry, put } from './ledger-help';

const NOW = Date.UTC(2026, 5, 1);
const TODAY = dayIn('UTC', NOW);
const day = (ago: number) => dateOfDay(TODAY - ago);

let name: string;
let store: Store;
beforeEach(async () => {
  name = newId();
  store = await openStore({ name });
});
afterEach(() => store.close());

const rowsOf = (of: Store) => (of as unknown as { db: Database }).db;
const refresh = (customerIds?: string[]) =>
  store.refreshRisks({ now: NOW, today: TODAY, cadences: CADENCES, ...(customerIds && { customerIds }) });

/** The scores as they are kept. */
async function kept(): Promise<Record<string, number | null>> {
  const rows = await rowsOf(store).risks.toArray();
  return Object.fromEntries(
    rows.flatMap((row) => [...unpackRisks(row)].map(([id, [score]]) => [id, score] as const)),
  );
}

/** The scores as the cards of all customers say them, from every row that there is. */
async function told(): Promise<Record<string, number | null>> {
  const scores: Record<string, number | null> = {};
  for (const { id } of await store.list({ limit: 1_000 })) {
    const card = await store.card(id);
    if (card)
      scores[id] = warningOf({ card, settings: { cadenceDays: CADENCES }, now: NOW, zone: 'UTC' }).score;
  }
  return scores;
}

type Do = (id: string, n: number) => Promise<unknown>;
const edit = (id: string, patch: object) => change(store, [{ op: 'edit', table: 'customers', id, patch }]);
const rings = { now: NOW, zone: 'UTC', remindAt: '09:00' };

/** All that can move a risk, and some that cannot. */
const CHANGES: Record<string, Do> = {
  bought: (id, n) =>
    put(
      store,
      id,
      ...Array.from({ length: 4 + (n % 5) }, (_, i) =>
        entry(day(n + i * (7 + (n % 40))), 'sale', 10 + n, { category: i < n % 4 ? 'paper' : 'ink' }),
      ),
    ),
  'in touch': (id, n) => edit(id, { lastContactAt: NOW - n * DAY }),
  'another cadence': (id, n) => edit(id, { cadenceDays: n % 30 }),
  'pinned a tier': (id, n) => edit(id, { tierPinned: n % 2 ? 'best-core' : null }),
  'entered a tier': (id, n) => edit(id, { tier: n % 2 ? 'core' : 'ordinary' }),
  'pays late': (id, n) => edit(id, { ratings: n % 3 ? { paymentDelayDays: n } : { defaultRate: n / 200 } }),
  'pays well': (id) => edit(id, { ratings: {} }),
  renamed: (id, n) => edit(id, { name: `Name ${n}` }),
  complained: (customerId, n) =>
    change(store, [
      {
        op: 'add',
        table: 'complaints',
        row: newComplaint({ customerId, text: 'Late', dueDate: day(n - 40), openedAt: NOW - n * DAY }),
      },
    ]),
  answered: (customerId, n) =>
    act.addSatisfaction(store, source, {
      ...{
        customerId,
        roundId: null,
        level: n % 2 ? 'very-dissatisfied' : 'satisfied',
        text: '',
        page: null,
      },
      ...{ ratios: { quality: n / 50 }, at: NOW - n * DAY },
    }),
  'share told': (customerId, n) =>
    act.addWallet(store, source, {
      ...{ customerId, fromDate: day(n + 300), toDate: day(n), source: 'visit', ours: null },
      total: { minor: 1_000 * (n + 1), currency: 'USD' },
    }),
  left: (customerId) =>
    act.addDefection(store, source, {
      ...{ customerId, extent: 'full', whereto: 'left', reasons: ['closure'], competitor: '', text: '' },
      ...{ at: NOW, page: null },
    }),
  planned: (customerId) =>
    act.addPlan(
      store,
      source,
      { customerId, kind: 'prevention', reason: null, owner: 'Ann', measures: [] },
      rings,
    ),
  removed: (id) => change(store, [{ op: 'remove', table: 'customers', id }], 'customer-removed'),
  erased: (id) => store.eraseCustomer(id, source),
  'undid the last': async () => {
    const [last] = await store.history(1);
    if (last) await store.undo(last.id, source).catch(() => undefined); // some cannot be undone
  },
  'worked out what all are worth': () => store.refresh({ now: NOW, today: day(0), force: true }),
  'all risks': () => refresh(),
  'one risk': (id) => refresh([id]),
  'opened anew': async () => {
    store.close();
    store = await openStore({ name });
  },
};
const WHAT = Object.keys(CHANGES);

describe('the risks of all', () => {
  const steps = fc.array(
    fc.record({ what: fc.constantFrom(...WHAT), whom: fc.nat(5), n: fc.integer({ min: 0, max: 120 }) }),
    { minLength: 4, maxLength: 14 },
  );

  test('are after any changes what each card says from all its rows', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (run) => {
        store.close();
        name = newId();
        store = await openStore({ name });
        for (let at = 0; at < 3; at++) await added(store, { name: `Customer ${at}` });
        for (const { what, whom, n } of run) {
          const all = await store.list({ limit: 1_000 });
          const one = all[whom % Math.max(1, all.length)];
          if (one) await CHANGES[what]?.(one.id, n);
        }
        await refresh();
        expect(await kept()).toEqual(await told());
        expect(await rowsOf(store).riskLog.count()).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  test('know what was written while they were worked out', async () => {
    const ids = await Promise.all([1, 2, 3].map((at) => added(store, { name: `Customer ${at}` })));
    await refresh();
    const working = refresh();
    for (const id of ids) await CHANGES.complained?.(id, 60);
    await working;
    await vi.waitFor(async () => expect(await kept()).toEqual(await told()));
    expect(Object.values(await kept()).every((score) => score !== null)).toBe(true);
  });

  test('may be worked out by two pages at once', async () => {
    const id = await added(store, { name: 'Customer' });
    await CHANGES.bought?.(id, 3);
    const other = await openStore({ name });
    await Promise.all([refresh(), other.refreshRisks({ now: NOW, today: TODAY, cadences: CADENCES })]);
    expect(await kept()).toEqual(await told());
    other.close();
  });

  test('are made from the rows again where what was packed of them is gone', async () => {
    const [id, other] = [await added(store, { name: 'A' }), await added(store, { name: 'B' })];
    for (const one of [id, other]) await CHANGES['in touch']?.(one, 90);
    for (const one of [id, other]) await CHANGES.bought?.(one, 2);
    await refresh();
    await store.eraseCustomer(other, source);
    expect(Object.keys(await kept())).toEqual([id]);
    await refresh();
    expect(await kept()).toEqual(await told());
    expect((await kept())[id]).toBeGreaterThan(0);
  });

  test('stop where they are told to, and leave what was', async () => {
    const id = await added(store, { name: 'A' });
    await refresh();
    await CHANGES['pays late']?.(id, 100);
    await vi.waitFor(async () => expect((await kept())[id]).toBeGreaterThan(0));
    const before = await kept();
    const options = { now: NOW, today: TODAY, cadences: CADENCES, signal: AbortSignal.abort() };
    await expect(store.refreshRisks(options)).rejects.toThrow();
    expect(await kept()).toEqual(before);
  });
});

describe('the riskiest', () => {
  test('come first, with their evidence, of one level where it is asked for', async () => {
    const ids = await Promise.all([10, 200, 60].map((at) => added(store, { name: `Customer ${at}` })));
    const [low = '', high = '', middle = ''] = ids;
    await edit(low, { ratings: { paymentDelayDays: 5 } });
    await CHANGES.complained?.(middle, 30);
    for (const n of [90, 95]) await CHANGES.complained?.(high, n);
    await edit(high, { ratings: { defaultRate: 1 } });
    await refresh();
    const lines = await store.risks(10);
    expect(lines.map(({ customer }) => customer.id)).toEqual([high, middle, low]);
    const scores = await kept();
    for (const { customer, warning } of lines) expect(warning.score).toBe(scores[customer.id]);
    expect(lines[0]?.warning.evidence.map(({ part }) => part)).toContain('complaints');
    const inHigh = await store.risks(10, 'high');
    expect(inHigh.map(({ customer }) => customer.id)).toEqual([high]);
    expect(await store.risks(1)).toHaveLength(1);
  });
});
