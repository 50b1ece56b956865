import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupsOf } from '../../../utils/customer/duplicate-record';
import { newId } from '../../../utils/id';
import { openStore, type Store } from '../../../utils/store';
import * as act from '../../../utils/store/actions';
import { newCustomer } from '../../../utils/store/drafts';

const SOURCE = { kind: 'dashboard', url: '' } as const;
const PHONE = '0351-555-0101';
let store: Store;
beforeEach(async () => {
  store = await openStore({ name: newId() });
  await store.followDuplicates();
});
afterEach(() => store.close());

type Draft = Parameters<typeof act.addCustomer>[2];
const add = async (draft: Draft) =>
  (await act.addCustomer(store, SOURCE, { kind: 'company', country: 'CN', ...draft })).customerId;
const settled = async () => {
  while ((await store.followDuplicates()) > 0);
};
const groups = async (now = Date.now()) =>
  (await store.duplicates(now, 20)).map(({ customers }) => customers.map(({ name }) => name).sort());
const SHANXI = ['山西煤矿', '山西煤业', '山西煤产品总公司'];
const shanxi = () => Promise.all(SHANXI.map((name) => add({ name, phones: [PHONE] })));

describe('duplicates of what is written', () => {
  it('the three rows with one phone are one proposal with its reasons; merged and undone whole', async () => {
    const [mine = '', trade = '', product = ''] = await shanxi();
    await add({ name: '陕西煤业', phones: ['029-555-0199'] });
    await settled();
    expect(await groups()).toEqual([[...SHANXI].sort()]);
    const why = await store.explainDuplicates(mine, trade);
    expect(why?.reasons.map(({ key }) => key)).toContain('dup_reason_phone_same');
    const change = await act.mergeGroup(store, SOURCE, {
      survivor: mine,
      merged: [trade, product],
      picks: { name: product },
    });
    const [merged] = await store.customers([trade]);
    expect(merged).toMatchObject({ id: mine, name: '山西煤产品总公司' });
    expect([...(merged?.aliases ?? [])].sort()).toEqual(['山西煤业', '山西煤矿'].sort());
    await settled();
    expect(await groups()).toEqual([]);
    await store.undo(change, SOURCE);
    await settled();
    expect(await store.count()).toBe(4);
    expect(await groups()).toEqual([[...SHANXI].sort()]);
    expect((await store.customers([mine]))[0]).toMatchObject({ name: '山西煤矿', aliases: [] });
  });

  it('a proposal goes when the record says otherwise, and with the record', async () => {
    const [one, other] = [
      await add({ name: 'Brightwater Foods', emails: ['office@brightwater.example'] }),
      await add({ name: 'Brightwater Foods Ltd', emails: ['office@brightwater.example'] }),
    ];
    await settled();
    expect((await store.duplicatesOf(one, 0)).map(({ customer }) => customer.id)).toEqual([other]);
    const removed = await act.removeCustomer(store, SOURCE, other);
    expect(await groups()).toEqual([]);
    await settled();
    await store.undo(removed, SOURCE);
    await settled();
    expect(await store.duplicateCount(0)).toBe(1);
    await act.editCustomer(store, SOURCE, other, { name: 'Kestrel Tools', emails: ['k@kestrel.example'] });
    await settled();
    expect(await groups()).toEqual([]);
  });

  it('told apart is not proposed again; put off comes back at its time', async () => {
    const [one = '', other = '', third = ''] = await shanxi();
    await settled();
    await act.tellApart(store, SOURCE, one, third);
    await act.tellApart(store, SOURCE, other, third);
    expect(await groups()).toEqual([['山西煤业', '山西煤矿'].sort()]);
    const [group] = await store.duplicates(0, 5);
    await store.postponeDuplicates(group?.pairs.map(({ id }) => id) ?? [], 1_000);
    expect(await groups(999)).toEqual([]);
    expect(await groups(1_000)).toHaveLength(1);
    await store.searchDuplicates();
    expect(await groups(999)).toEqual([]);
    expect(await groups(1_000)).toHaveLength(1);
  });

  it('a phone that hundreds share, and a row entered again and again, stay usable', async () => {
    const rows = [
      ...Array.from({ length: 400 }, (_, at) =>
        newCustomer({
          name: `${(((at + 1) * 2_654_435_761) % 2 ** 32).toString(36)} Works`,
          kind: 'company',
          phones: ['+44 20 7946 0000'],
        }),
      ),
      ...Array.from({ length: 40 }, () => newCustomer({ name: 'Same Row Foods', kind: 'company' })),
      newCustomer({ name: '', kind: 'company' }),
      newCustomer({ name: '有限公司', kind: 'company' }),
    ];
    await store.addMany({ id: newId(), what: 'sample-loaded', source: SOURCE, rows: { customers: rows } });
    await settled();
    expect(await store.wholeSearchDue()).toBe(true);
    await store.searchDuplicates();
    expect(await store.wholeSearchDue()).toBe(false);
    const names = new Set((await groups()).flat());
    expect([...names]).toEqual(['Same Row Foods']);
  }, 20_000);

  it('a search that is left off goes on, and ends as one that was not', async () => {
    await shanxi();
    const stop = new AbortController();
    stop.abort();
    await expect(store.searchDuplicates({ signal: stop.signal })).rejects.toThrow();
    expect(await store.searchDuplicates()).toBe((await store.duplicates(0, 9))[0]?.pairs.length);
    expect(await groups()).toEqual([[...SHANXI].sort()]);
  });
});

it('pairs that share a record are one group', () => {
  const pair = (one: string, other: string, score: number) => ({ one, other, score });
  const all = groupsOf([pair('a', 'b', 0.6), pair('c', 'd', 0.9), pair('b', 'e', 0.8), pair('d', 'a', 0.5)]);
  expect(all.map(({ ids }) => [...ids].sort().join(''))).toEqual(['abcde']);
  expect(groupsOf([pair('a', 'b', 0.6), pair('c', 'd', 0.9)]).map(({ ids }) => ids.join(''))).toEqual([
    'cd',
    'ab',
  ]);
});
