import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../utils/id';
import { MergeRefused, openStore, type Store, UndoConflict } from '../../../utils/store';
import * as act from '../../../utils/store/actions';
import type { Entry } from '../../../utils/value/ledger';

const SOURCE = { kind: 'dashboard', url: '' } as const;
let store: Store;
const tabs: Store[] = [];
let name = '';

beforeEach(async () => {
  name = newId();
  store = await openStore({ name });
  tabs.push(store);
});
afterEach(() => {
  for (const one of tabs.splice(0)) one.close();
});

type Draft = Parameters<typeof act.addCustomer>[2];
const add = async (draft: Draft) =>
  (await act.addCustomer(store, SOURCE, { kind: 'company', ...draft })).customerId;
const note = (customerId: string, text: string) =>
  act.addNote(store, SOURCE, customerId, { kind: 'note', text, page: null, at: 1_000 });
const merge = (survivor: string, merged: string, choices = {}) =>
  act.mergeCustomers(store, SOURCE, { survivor, merged, choices });
const undo = (id: string) => store.undo(id, SOURCE);
const one = async (id: string) => (await store.customers([id]))[0];
const sale = (date: string, minor: number): Entry => ({
  id: newId(),
  importId: null,
  date,
  kind: 'sale',
  amount: { minor, currency: 'CNY' },
  product: '',
  category: '',
  costMinor: null,
  saleClass: null,
  note: '',
});
const enter = (customerId: string, put: Entry[]) =>
  store.commit({
    id: newId(),
    what: 'entries-added',
    source: SOURCE,
    ops: [{ op: 'entries', customerId, put, remove: [] }],
  });

/** 山西煤矿 and 山西煤业, each with facts of its own. */
async function two() {
  const mine = await add({ name: '山西煤矿', emails: ['a@coal.example'], tags: ['coal'], stage: 'target' });
  const trade = await add({
    name: '山西煤业',
    emails: ['b@coal.example', 'A@coal.example'],
    phones: ['0351-555-0101'],
    stage: 'active',
    owner: 'Lin',
    tags: ['coal', 'north'],
  });
  await note(mine, 'of the mine');
  await note(trade, 'of the trade');
  await act.addContact(store, SOURCE, { customerId: trade, name: '王晓明', emails: ['wang@coal.example'] });
  return { mine, trade };
}

describe('a merge', () => {
  it('keeps every fact and finds the survivor by the old name', async () => {
    const { mine, trade } = await two();
    await act.addComplaint(store, SOURCE, { customerId: trade, text: 'late', openedAt: 5 });
    await enter(mine, [sale('2026-01-02', 100)]);
    await enter(trade, [sale('2026-01-01', 200)]);
    await merge(mine, trade);
    const card = await store.card(mine);
    expect(card?.customer).toMatchObject({
      name: '山西煤矿',
      aliases: ['山西煤业'],
      emails: ['a@coal.example', 'b@coal.example'],
      phones: ['0351-555-0101'],
      tags: ['coal', 'north'],
      owner: 'Lin',
      stage: 'active',
    });
    expect(card?.interactions.map(({ text }) => text).sort()).toEqual(['of the mine', 'of the trade']);
    expect(card?.contacts.map((contact) => contact.name)).toEqual(['王晓明']);
    expect(card?.complaints).toHaveLength(1);
    expect((await store.ledger(mine))?.entries.map(({ amount }) => amount.minor)).toEqual([200, 100]);
    expect((await store.search('山西煤业')).map(({ customer }) => customer.id)).toEqual([mine]);
    expect((await store.byKeys(['e:b@coal.example'])).map(({ customerId }) => customerId)).toEqual([mine]);
    expect(await store.count()).toBe(1);
  });

  it('takes of each field what was chosen', async () => {
    const { mine, trade } = await two();
    await merge(mine, trade, { name: 'merged', stage: 'survivor' });
    expect(await one(mine)).toMatchObject({ name: '山西煤业', aliases: ['山西煤矿'], stage: 'target' });
  });

  it('leads old links and the history to the survivor, by several steps too', async () => {
    const { mine, trade } = await two();
    const third = await add({ name: '山西煤产品总公司' });
    await merge(mine, trade);
    await merge(third, mine);
    expect((await store.card(trade))?.customer.id).toBe(third);
    expect((await one(mine))?.id).toBe(third);
    expect((await store.history(50, third)).some(({ what }) => what === 'contact-added')).toBe(true);
  });

  it('moves referrals, and nobody refers themselves', async () => {
    const { mine, trade } = await two();
    const other = await add({ name: 'Other', referredBy: trade });
    await act.editCustomer(store, SOURCE, mine, { referredBy: other });
    const change = await merge(mine, trade);
    expect((await one(other))?.referredBy).toBe(mine);
    expect((await one(mine))?.referredBy ?? null).toBe(null);
    await undo(change);
    expect((await one(other))?.referredBy).toBe(trade);
    expect((await one(mine))?.referredBy).toBe(other);
  });

  it('of one and whom they referred leaves no referral to themselves', async () => {
    const { mine, trade } = await two();
    await act.editCustomer(store, SOURCE, trade, { referredBy: mine });
    const change = await merge(mine, trade);
    expect((await one(mine))?.referredBy ?? null).toBe(null);
    await undo(change);
    expect((await one(trade))?.referredBy).toBe(mine);
  });

  it('drops a contact that adds nothing to one of the same name', async () => {
    const { mine, trade } = await two();
    await act.addContact(store, SOURCE, { customerId: mine, name: '王晓明', emails: ['wang@coal.example'] });
    const change = await merge(mine, trade);
    expect((await store.card(mine))?.contacts).toHaveLength(1);
    await undo(change);
    expect((await store.card(mine))?.contacts).toHaveLength(1);
    expect((await store.card(trade))?.contacts).toHaveLength(1);
  });
});

describe('a merge that is refused writes nothing', () => {
  const why = async (promise: Promise<unknown>) => {
    const error = await promise.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error instanceof MergeRefused ? error.why : error;
  };
  it('with itself, with one removed, with one merged already', async () => {
    const { mine, trade } = await two();
    expect(await why(merge(mine, mine))).toBe('same');
    const removed = await act.removeCustomer(store, SOURCE, trade);
    expect(await why(merge(mine, trade))).toBe('gone');
    await undo(removed);
    await merge(mine, trade);
    expect(await why(merge(mine, trade))).toBe('merged');
    expect(await why(merge(trade, mine))).toBe('merged');
    expect(await why(merge(mine, newId()))).toBe('gone');
  });

  it('two tabs at once, in opposite directions: one lands, the other is told', async () => {
    const { mine, trade } = await two();
    const tab = await openStore({ name });
    tabs.push(tab);
    const both = await Promise.allSettled([
      merge(mine, trade),
      act.mergeCustomers(tab, SOURCE, { survivor: trade, merged: mine }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((result) => result.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(MergeRefused);
    expect(await store.count()).toBe(1);
  });

  it('is made of the rows as they are then, not as a tab saw them', async () => {
    const { mine, trade } = await two();
    await act.editCustomer(store, SOURCE, trade, { emails: ['new@coal.example'] });
    await merge(mine, trade);
    expect((await one(mine))?.emails).toEqual(['a@coal.example', 'new@coal.example']);
  });
});

describe('a merge taken back', () => {
  it('at once: all is as it was', async () => {
    const { mine, trade } = await two();
    await enter(trade, [sale('2026-01-01', 200)]);
    const [before, other] = [await store.card(mine), await store.card(trade)];
    const change = await merge(mine, trade);
    await undo(change);
    const plain = (card: typeof before) =>
      JSON.parse(
        JSON.stringify(card, (key, value) => (key === 'updatedAt' || key === 'insight' ? 0 : value)),
      );
    expect(plain(await store.card(mine))).toEqual(plain(before));
    const back = plain(await store.card(trade));
    expect({ ...back, customer: { ...back.customer, mergedInto: 0 } }).toEqual({
      ...plain(other),
      customer: { ...plain(other).customer, mergedInto: 0 },
    });
    expect((await store.ledger(trade))?.entries).toHaveLength(1);
    expect((await store.ledger(mine))?.entries ?? []).toHaveLength(0);
  });

  it('after edits: what moved returns as it is now, what came since stays', async () => {
    const { mine, trade } = await two();
    const old = sale('2026-01-01', 200);
    await enter(trade, [old]);
    const change = await merge(mine, trade);
    const contact = (await store.card(mine))?.contacts[0];
    await act.editContact(store, SOURCE, contact?.id ?? '', { title: '经理' });
    await act.editCustomer(store, SOURCE, mine, {
      owner: 'Zhao',
      emails: ['a@coal.example', 'b@coal.example', 'since@coal.example'],
    });
    await note(mine, 'written since');
    await enter(mine, [{ ...old, note: 'paid' }, sale('2026-02-01', 300)]);
    await undo(change);
    const [left, back] = [await store.card(mine), await store.card(trade)];
    expect(left?.customer).toMatchObject({
      owner: 'Zhao',
      emails: ['a@coal.example', 'since@coal.example'],
      aliases: [],
      stage: 'target',
    });
    expect(left?.interactions.map(({ text }) => text).sort()).toEqual(['of the mine', 'written since']);
    expect(back?.customer).toMatchObject({ name: '山西煤业', owner: 'Lin' });
    expect(back?.contacts).toMatchObject([{ name: '王晓明', title: '经理' }]);
    expect((await store.ledger(trade))?.entries).toMatchObject([{ note: 'paid' }]);
    expect((await store.ledger(mine))?.entries.map(({ amount }) => amount.minor)).toEqual([300]);
  });

  it('after the survivor was merged on: the first leaves the last, and both undos end in three records', async () => {
    const { mine, trade } = await two();
    const third = await add({
      name: '山西煤产品总公司',
      emails: ['c@coal.example'],
      phones: ['0351-555-0101'],
    });
    const first = await merge(mine, trade);
    const second = await merge(third, mine);
    await undo(first);
    expect((await one(third))?.emails).toEqual(['c@coal.example', 'a@coal.example']);
    expect((await one(third))?.phones).toEqual(['0351-555-0101']);
    expect((await store.card(trade))?.contacts).toHaveLength(1);
    expect((await store.card(third))?.contacts).toHaveLength(0);
    await undo(second);
    expect((await one(mine))?.emails).toEqual(['a@coal.example']);
    expect((await one(third))?.emails).toEqual(['c@coal.example']);
    expect((await store.card(mine))?.interactions.map(({ text }) => text)).toEqual(['of the mine']);
    expect(await store.count()).toBe(3);
  });

  it('after the survivor was removed: the other comes back whole', async () => {
    const { mine, trade } = await two();
    const change = await merge(mine, trade);
    await act.removeCustomer(store, SOURCE, mine);
    await undo(change);
    expect((await store.card(trade))?.contacts).toHaveLength(1);
    expect((await store.card(trade))?.interactions.map(({ text }) => text)).toEqual(['of the trade']);
    expect(await store.card(mine)).toBe(null);
  });

  it('never makes a circle: a merge the other way stands in the way of doing it again', async () => {
    const { mine, trade } = await two();
    const undone = await undo(await merge(mine, trade));
    await merge(trade, mine);
    await expect(undo(undone)).rejects.toThrow(UndoConflict);
    expect((await one(mine))?.id).toBe(trade);
  });
});

describe('not the same', () => {
  it('is remembered, follows a merge, and can be taken back', async () => {
    const { mine, trade } = await two();
    const other = await add({ name: '陕西煤业' });
    const told = await act.tellApart(store, SOURCE, other, trade);
    expect(await store.toldApart(mine, other)).toBe(false);
    const change = await merge(mine, trade);
    expect(await store.toldApart(other, mine)).toBe(true);
    await undo(change);
    expect(await store.toldApart(mine, other)).toBe(false);
    expect(await store.toldApart(trade, other)).toBe(true);
    await undo(told);
    expect(await store.toldApart(trade, other)).toBe(false);
  });
});
