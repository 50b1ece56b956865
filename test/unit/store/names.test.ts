import { afterEach, describe, expect, it } from 'vitest';
import { newId } from '../../../utils/id';
import { openStore, type Store } from '../../../utils/store';
import * as act from '../../../utils/store/actions';
import { newCustomer } from '../../../utils/store/drafts';

const SOURCE = { kind: 'dashboard', url: '' } as const;
const open: Store[] = [];
const start = async (name: string = newId()) => {
  const store = await openStore({ name });
  open.push(store);
  return { store, name };
};
const named = async (store: Store, text: string) =>
  (await store.namesIn(text)).found.map(({ customerId }) => customerId);
const add = async (store: Store, name: string) =>
  (await act.addCustomer(store, SOURCE, { name, kind: 'company' })).customerId;

afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

describe('the names that a text holds, by the store', () => {
  it('follow what is written: added, renamed, removed, brought back', async () => {
    const { store } = await start();
    await store.renewNames();
    expect(await store.hasNames()).toBe(false);
    const id = await add(store, '恒信物流有限公司');
    expect(await named(store, '交给恒信物流')).toEqual([id]);
    await act.editCustomer(store, SOURCE, id, { name: '远航食品有限公司' });
    expect(await named(store, '交给恒信物流')).toEqual([]);
    expect(await named(store, '交给远航食品')).toEqual([id]);
    const removed = await act.removeCustomer(store, SOURCE, id);
    expect(await named(store, '交给远航食品')).toEqual([]);
    await store.undo(removed, SOURCE);
    expect(await named(store, '交给远航食品')).toEqual([id]);
  });

  it('are found by what another page wrote, and after a restart', async () => {
    const { store, name } = await start();
    const old = await add(store, 'Brightwater Foods');
    await store.renewNames();
    const { store: other } = await start(name);
    const contact = await act.addContact(other, SOURCE, { customerId: old, name: 'Oliver Grant' });
    expect(contact).not.toBe('');
    expect(await named(store, 'with Oliver Grant')).toEqual([old]);
    const { store: later } = await start(name);
    expect(await named(later, 'Oliver Grant of Brightwater Foods')).toEqual([old, old]);
  });

  it('hold a large import once the index is made anew', async () => {
    const { store } = await start();
    await store.renewNames();
    const rows = Array.from({ length: 1_200 }, (_, at) =>
      newCustomer({ name: `Firm Zq${at} Works`, kind: 'company' }),
    );
    await store.addMany({ id: newId(), what: 'sample-loaded', source: SOURCE, rows: { customers: rows } });
    await store.renewNames();
    expect(await named(store, 'from Firm Zq777 Works')).toEqual([rows[777]?.id]);
  });
});
