import { describe, expect, it, test } from 'vitest';
import { newId } from '../../../utils/id';
import { newCustomer } from '../../../utils/store/drafts';
import { InvalidRow, ReferralCycle, RowMissing, UndoConflict } from '../../../utils/store/errors';
import { openStore } from '../../../utils/store/index';
import { VALUE_DEFAULTS } from '../../../utils/value/settings';
import { added, change, freshStore, source } from './help';
import { entriesOf, entry, put, take } from './ledger-help';

const theStore = freshStore();

describe('entries of a ledger', () => {
  it('stand by date, whichever was entered first, and their sums are there at once', async () => {
    const store = theStore();
    const id = await added(store, { name: 'A' });
    const later = entry('2025-03-01', 'sale', 300, { product: 'b', category: 'tools' });
    const first = entry('2024-01-10', 'sale', 100, { product: 'a', category: 'tools', costMinor: 4_000 });
    const cost = entry('2024-05-01', 'service', 25);
    await put(store, id, later);
    await put(store, id, first, cost);
    expect(await entriesOf(store, id)).toEqual([first, cost, later]);
    expect(await store.summary(id)).toMatchObject({
      currency: 'USD',
      entries: 3,
      net: 33_500,
      sales: 40_000,
      byKind: { sale: 36_000, service: -2_500 },
      firstSale: '2024-01-10',
      lastSale: '2025-03-01',
      years: [
        { year: 2024, net: 3_500, sales: 10_000, classes: { first: 10_000 } },
        { year: 2025, net: 30_000, sales: 30_000, classes: { upsell: 30_000 } },
      ],
    });
  });

  it('are replaced by one of the same id, and taken out; the last one takes the sums with it', async () => {
    const store = theStore();
    const id = await added(store, { name: 'A' });
    const sale = entry('2024-01-10', 'sale', 100);
    await put(store, id, sale);
    await put(store, id, { ...sale, amount: { minor: 5, currency: 'USD' } });
    expect((await store.summary(id))?.net).toBe(5);
    await take(store, id, sale.id);
    expect(await entriesOf(store, id)).toEqual([]);
    expect(await store.summary(id)).toBeNull();
    await expect(take(store, id, sale.id)).rejects.toBeInstanceOf(RowMissing);
  });

  it('are refused where they are none, and for nobody: nothing is written', async () => {
    const store = theStore();
    const id = await added(store, { name: 'A' });
    const negative = entry('2024-01-10', 'sale', -1);
    const error = await put(store, id, entry('2024-01-01', 'sale', 1), negative).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(InvalidRow);
    expect((error as InvalidRow).field).toBe('entries.1.amount');
    await expect(put(store, id, entry('2024-02-31', 'sale', 1))).rejects.toBeInstanceOf(InvalidRow);
    await expect(put(store, newId(), entry('2024-01-01', 'sale', 1))).rejects.toBeInstanceOf(RowMissing);
    expect(await store.ledger(id)).toBeNull();
  });

  it('are journaled one by one: an undo takes back its own and leaves what came later', async () => {
    const store = theStore();
    const id = await added(store, { name: 'A' });
    const [one, two] = [entry('2024-01-10', 'sale', 100), entry('2024-02-10', 'sale', 200)];
    const first = await put(store, id, one);
    await put(store, id, two);
    const [, line] = await store.history(2, id);
    expect(line).toMatchObject({
      what: 'entries-added',
      rows: [{ table: 'ledgers', after: { entries: [one] } }],
    });
    const undo = await store.undo(first, source);
    expect(await entriesOf(store, id)).toEqual([two]);
    expect((await store.summary(id))?.net).toBe(20_000);
    await store.undo(undo, source);
    expect(await entriesOf(store, id)).toEqual([one, two]);
  });

  it('that were changed since stand in the way of an undo', async () => {
    const store = theStore();
    const id = await added(store, { name: 'A' });
    const one = entry('2024-01-10', 'sale', 100);
    const first = await put(store, id, one);
    await put(store, id, { ...one, note: 'corrected' });
    await expect(store.undo(first, source)).rejects.toBeInstanceOf(UndoConflict);
    expect((await entriesOf(store, id))[0]?.note).toBe('corrected');
  });

  it('go with their customer and come back with it', async () => {
    const store = theStore();
    const id = await added(store, { name: 'A' });
    await put(store, id, entry('2024-01-10', 'sale', 100));
    const removal = await change(store, [{ op: 'remove', table: 'customers', id }], 'customer-removed');
    expect(await store.ledger(id)).toBeNull();
    expect(await store.summary(id)).toBeNull();
    await store.undo(removal, source);
    expect((await entriesOf(store, id)).length).toBe(1);
    expect((await store.summary(id))?.net).toBe(10_000);
  });
});

describe('exchange rates', () => {
  const yuan = (date: string, units: number) =>
    entry(date, 'sale', 0, { amount: { minor: units * 100, currency: 'CNY' } });
  const rate = (date: string, value: number) => ({
    op: 'add' as const,
    table: 'rates' as const,
    row: { id: newId(), currency: 'CNY', base: 'USD', date, rate: value, sample: false },
  });

  test('an entry without one is kept, named and not counted; the rate of its date or the last before counts', async () => {
    const store = theStore();
    const id = await added(store, { name: 'A' });
    await change(store, [rate('2024-06-01', 0.14)], 'rates-changed');
    await put(store, id, yuan('2024-01-10', 100), yuan('2024-07-01', 100), entry('2024-07-02', 'sale', 1));
    expect((await entriesOf(store, id)).length).toBe(3);
    expect(await store.summary(id)).toMatchObject({
      entries: 3,
      net: 1_500,
      uncounted: [{ currency: 'CNY', entries: 1, from: '2024-01-10', to: '2024-01-10' }],
    });
  });

  test('a new one, its undo and another base currency make the sums anew', async () => {
    const store = theStore();
    const id = await added(store, { name: 'A' });
    await put(store, id, yuan('2024-01-10', 100));
    const adding = await change(store, [rate('2024-01-01', 0.125)], 'rates-changed');
    const renewed = async () => {
      await store.refresh({ now: Date.now(), today: '2024-08-01' });
      return store.summary(id);
    };
    expect(await renewed()).toMatchObject({ currency: 'USD', net: 1_250, uncounted: [] });
    await store.setValueSettings({ ...VALUE_DEFAULTS, currency: 'CNY' });
    expect(await renewed()).toMatchObject({ currency: 'CNY', net: 10_000 });
    await put(store, id, entry('2024-02-01', 'sale', 2));
    expect((await store.summary(id))?.net).toBe(10_000 + 1_600);
    await store.undo(adding, source);
    expect(await renewed()).toMatchObject({ net: 10_000, uncounted: [{ currency: 'USD', entries: 1 }] });
  });
});

describe('who referred whom', () => {
  const refer = (store: ReturnType<typeof theStore>, id: string, by: string | null) =>
    change(store, [{ op: 'edit', table: 'customers', id, patch: { referredBy: by } }]);

  test('a circle is refused with its chain, of oneself and through others', async () => {
    const store = theStore();
    const [a, b, c] = [
      await added(store, { name: 'A' }),
      await added(store, { name: 'B' }),
      await added(store, { name: 'C' }),
    ];
    await refer(store, b, a);
    await refer(store, c, b);
    const error = await refer(store, a, c).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ReferralCycle);
    expect((error as ReferralCycle).chain).toEqual([a, c, b, a]);
    await expect(refer(store, a, a)).rejects.toBeInstanceOf(ReferralCycle);
    await expect(refer(store, a, newId())).rejects.toBeInstanceOf(RowMissing);
    expect((await store.referralsOf(a)).map(({ customer, depth }) => [customer.name, depth])).toEqual([
      ['B', 1],
      ['C', 2],
    ]);
  });

  test('two tabs that close a circle at once: one of them is refused', async () => {
    const name = newId();
    const [here, there] = [await openStore({ name }), await openStore({ name })];
    const [a, b] = [await added(here, { name: 'A' }), await added(here, { name: 'B' })];
    const both = await Promise.allSettled([refer(here, a, b), refer(there, b, a)]);
    expect(both.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    here.close();
    there.close();
  });

  test('an undo that would close one is refused', async () => {
    const store = theStore();
    const [a, b] = [await added(store, { name: 'A' }), await added(store, { name: 'B' })];
    await refer(store, b, a);
    const away = await refer(store, b, null);
    await refer(store, a, b);
    await expect(store.undo(away, source)).rejects.toBeInstanceOf(UndoConflict);
  });

  test('one that is added with others in bulk is refused too', async () => {
    const store = theStore();
    const [a, b] = [newCustomer({ name: 'A' }), newCustomer({ name: 'B' })];
    const customers = [
      { ...a, referredBy: b.id },
      { ...b, referredBy: a.id },
    ];
    const load = store.addMany({ id: newId(), what: 'sample-loaded', source, rows: { customers } });
    await expect(load).rejects.toBeInstanceOf(ReferralCycle);
    expect(await store.count()).toBe(0);
  });
});
