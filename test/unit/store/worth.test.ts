import { describe, expect, it, test, vi } from 'vitest';
import { newId } from '../../../utils/id';
import { newCustomer, newLedger } from '../../../utils/store/drafts';
import type { Store } from '../../../utils/store/index';
import type { Entry } from '../../../utils/value/ledger';
import { VALUE_DEFAULTS } from '../../../utils/value/settings';
import { added, change, DAY, freshStore, source, theCard } from './help';
import { entry, put } from './ledger-help';

vi.setConfig({ testTimeout: 30_000 }); // models are fitted here
const theStore = freshStore();
const NOW = Date.now();
const START = NOW - 905 * DAY;
const dateAfter = (days: number) => new Date(START + days * DAY).toISOString().slice(0, 10);
const TODAY = dateAfter(905);

/** The five years of the worked example: what each buys in each year, and what the first of them cost. */
const WORKED: Record<string, Array<[year: number, kind: Entry['kind'], units: number]>> = {
  A: [
    [2021, 'acquisition', 850],
    [2021, 'sale', 800],
    [2022, 'sale', 500],
    [2022, 'sale', 250],
    [2022, 'service', 100],
    [2023, 'sale', 500],
    [2023, 'sale', 200],
    [2023, 'service', 100],
    [2024, 'sale', 250],
    [2024, 'sale', 250],
    [2024, 'service', 100],
    [2025, 'sale', 3_000],
    [2025, 'sale', 200],
    [2025, 'service', 100],
  ],
  R1: [800, 750, 700, 500].map((units, i) => [2022 + i, 'sale', units]),
  R2: [800, 750, 700].map((units, i) => [2023 + i, 'sale', units]),
  R3: [800, 750].map((units, i) => [2024 + i, 'sale', units]),
  R4: [800, 750].map((units, i) => [2024 + i, 'sale', units]),
};

async function workedExample(store: Store): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const [name, facts] of Object.entries(WORKED)) {
    ids[name] = await added(store, { name, ...(name !== 'A' && { referredBy: ids.A ?? '' }) });
    await put(store, ids[name], ...facts.map(([year, kind, units]) => entry(`${year}-03-01`, kind, units)));
  }
  return ids;
}

/** Customers with a rhythm of their own, for the models to learn from. */
async function crowd(store: Store, size: number): Promise<string[]> {
  const customers = Array.from({ length: size }, (_, i) => newCustomer({ name: `C${i}` }));
  const ledgers = customers.map(({ id }, i) => {
    const entries: Entry[] = [];
    const gap = 20 + ((i * 37) % 90);
    const end = i % 3 === 0 ? 400 : 900;
    for (let day = (i * 13) % 200; day < end; day += gap + ((day * 7) % 11))
      entries.push(
        entry(dateAfter(day), 'sale', 20 + ((i * 31 + day) % 80), {
          product: ['cup', 'pot', 'tea'][(i + day) % 3] ?? '',
        }),
      );
    return newLedger(
      id,
      entries.sort((a, b) => (a.date < b.date ? -1 : 1)),
    );
  });
  await store.addMany({ id: newId(), what: 'sample-loaded', source, rows: { customers, ledgers } });
  return customers.map(({ id }) => id);
}
const refreshed = (store: Store, more = {}) => store.refresh({ now: NOW, today: TODAY, ...more });

describe('what a customer is worth', () => {
  test('the worked example: 12 800 in five years, to the unit, with an edit and after a refresh', async () => {
    const store = theStore();
    const { A } = await workedExample(store);
    const check = async () => {
      const worth = await store.insight(A ?? '');
      expect(worth).toMatchObject({ net: 470_000, referred: 810_000, referrals: 4 });
      expect(worth?.years.map(({ year, total }) => [year, total])).toEqual([
        [2021, -5_000],
        [2022, 145_000],
        [2023, 215_000],
        [2024, 345_000],
        [2025, 580_000],
      ]);
      expect((worth?.net ?? 0) + (worth?.referred ?? 0)).toBe(1_280_000);
    };
    await check();
    await refreshed(store);
    await check();
    expect((await store.referralsOf(A ?? '')).map(({ customer, net }) => [customer.name, net])).toEqual([
      ['R1', 275_000],
      ['R2', 225_000],
      ['R3', 155_000],
      ['R4', 155_000],
    ]);
  });

  it('follows every edit at once: the own one, those above, and without who was removed', async () => {
    const store = theStore();
    const ids = await workedExample(store);
    const A = ids.A ?? '';
    await put(store, ids.R4 ?? '', entry('2025-09-01', 'sale', 1_000));
    expect((await store.insight(A))?.referred).toBe(910_000);
    const away = await change(store, [{ op: 'remove', table: 'customers', id: ids.R1 ?? '' }]);
    expect((await store.insight(A))?.referred).toBe(635_000);
    await store.undo(away, source);
    expect((await store.insight(A))?.referred).toBe(910_000);
    await change(store, [{ op: 'edit', table: 'customers', id: ids.R4 ?? '', patch: { referredBy: null } }]);
    expect(await store.insight(A)).toMatchObject({ referred: 655_000, referrals: 3 });
  });

  it('is on the card; where nothing was entered the card says so', async () => {
    const store = theStore();
    const id = await added(store, { name: 'A' });
    expect((await theCard(store, id)).insight).toBeNull();
    await put(store, id, entry('2025-01-01', 'sale', 10), entry('2025-01-02', 'dispute', 30));
    const { insight } = await theCard(store, id);
    expect(insight).toMatchObject({
      net: -2_000,
      tier: 'expendable',
      loss: { causes: [{ kind: 'dispute', minor: 3_000 }] },
    });
  });

  it('is expected by a model that was fitted to all, and moves with a new purchase at once', async () => {
    const store = theStore();
    const ids = await crowd(store, 80);
    await refreshed(store);
    const model = await store.model();
    expect(model?.customers).toBe(80);
    expect(model?.backtest?.models.length).toBeGreaterThan(2);
    const id = ids[0] ?? '';
    const before = (await store.insight(id))?.outlook;
    expect(before?.pActive).toBeLessThan(0.5);
    await put(store, id, entry(dateAfter(904), 'sale', 50));
    const after = (await store.insight(id))?.outlook;
    expect(after?.x).toBe((before?.x ?? 0) + 1);
    expect(after?.pActive).toBeGreaterThan(before?.pActive ?? 1);
    expect(after?.value).toBeGreaterThan(before?.value ?? Number.POSITIVE_INFINITY);
  });
});

describe('a refresh', () => {
  it('goes on where it was stopped, and then has nothing to do', async () => {
    const store = theStore();
    await crowd(store, 80);
    let rounds = 0;
    for (; rounds < 50; rounds++) if ((await refreshed(store, { until: Date.now() })).done) break;
    expect(rounds).toBeGreaterThan(1);
    expect((await store.insights({ limit: 500 })).rows.length).toBe(80);
    expect(await refreshed(store)).toEqual({ done: true, summaries: 0, fitted: false, insights: 0 });
  });

  it('fits anew when enough has changed, and only adds up when little has', async () => {
    const store = theStore();
    const ids = await crowd(store, 70);
    await refreshed(store);
    const first = await store.model();
    await put(store, ids[0] ?? '', entry(dateAfter(900), 'sale', 50));
    expect(await refreshed(store)).toMatchObject({ fitted: false, insights: 0 });
    expect(await refreshed(store, { now: NOW + 60_000 })).toMatchObject({ fitted: false, insights: 70 });
    for (const id of ids.slice(0, 25)) await put(store, id, entry(dateAfter(901), 'sale', 50));
    expect(await refreshed(store)).toMatchObject({ fitted: true });
    expect((await store.model())?.id).not.toBe(first?.id);
    expect(await refreshed(store, { today: dateAfter(913) })).toMatchObject({ fitted: true });
  });

  it('says that a short history is too short', async () => {
    const store = theStore();
    await workedExample(store);
    await refreshed(store);
    expect(await store.model()).toMatchObject({ why: 'too-short', fit: { model: 'simple' }, backtest: null });
    expect((await store.insights({ limit: 9 })).rows[0]?.insight.outlook?.value).toBeGreaterThan(0);
  });

  it('follows the settings: weights and tiers at once, the horizon with a fit', async () => {
    const store = theStore();
    await crowd(store, 60);
    await refreshed(store);
    await store.setValueSettings({ ...VALUE_DEFAULTS, tierShares: { bestCore: 0, core: 1 } });
    expect(await refreshed(store)).toMatchObject({ fitted: false });
    expect((await store.insights({ limit: 9, tier: 'best-core' })).rows).toEqual([]);
    await store.setValueSettings({ ...VALUE_DEFAULTS, horizonMonths: 6 });
    expect(await refreshed(store)).toMatchObject({ fitted: true });
    expect((await store.model())?.horizonDays).toBe(183);
  });
});

describe('the reports', () => {
  test('add up, and every point leads to the customers behind it', async () => {
    const store = theStore();
    const ids = await crowd(store, 80);
    await put(store, ids[5] ?? '', entry(dateAfter(800), 'bad-debt', 90_000));
    await change(store, [
      { op: 'edit', table: 'customers', id: ids[7] ?? '', patch: { tierPinned: 'best-core' } },
    ]);
    await refreshed(store);
    const portfolio = await store.portfolio();
    const all = (await store.insights({ limit: 500 })).rows.map(({ insight }) => insight);
    expect(portfolio).toMatchObject({ customers: 80, currency: 'USD', losing: { customers: 1 } });
    expect(portfolio?.net).toBe(all.reduce((sum, { net }) => sum + net, 0));
    expect(portfolio?.next).toBe(all.reduce((sum, { outlook }) => sum + (outlook?.value ?? 0), 0));
    expect(new Set(all.map(({ rank }) => rank)).size).toBe(80);
    for (const { tier, customers } of portfolio?.tiers ?? [])
      expect((await store.insights({ tier, limit: 500 })).rows.length).toBe(customers);
    expect(
      (await store.insights({ tier: 'best-core', limit: 500 })).rows.map(({ customer }) => customer.id),
    ).toContain(ids[7]);
    for (const { ranks } of portfolio?.whale?.points ?? [])
      expect((await store.insights({ ranks, limit: 500 })).rows.length).toBe(ranks[1] - ranks[0] + 1);
    for (const { year, customers } of portfolio?.years ?? [])
      expect((await store.insights({ year, limit: 500 })).rows.length).toBe(customers);
    for (const { year, class: of, customers } of portfolio?.mix ?? [])
      expect((await store.insights({ year, class: of, limit: 500 })).rows.length).toBe(customers);
    for (const { cohort, customers } of portfolio?.cohorts ?? [])
      expect((await store.insights({ cohort, limit: 500 })).rows.length).toBe(customers);
    for (const { loyalty, customers } of portfolio?.conversion ?? [])
      expect((await store.insights({ loyalty, limit: 500 })).rows.length).toBe(customers);
    expect(
      (await store.insights({ lossMaking: true, limit: 9 })).rows.map(({ customer }) => customer.id),
    ).toEqual([ids[5]]);
  });

  test('lists go page by page, in any order, each customer once', async () => {
    const store = theStore();
    await crowd(store, 50);
    await refreshed(store);
    for (const sort of ['rank', 'next', 'risk', 'index'] as const) {
      const seen: string[] = [];
      for (let after: { key: number; id: string } | null | undefined; after !== null; ) {
        const page = await store.insights({ sort, limit: 20, ...(after && { after }) });
        seen.push(...page.rows.map(({ customer }) => customer.id));
        after = page.next;
      }
      expect(new Set(seen).size).toBe(50);
      expect(seen.length).toBe(50);
    }
  });
});
