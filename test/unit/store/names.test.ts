import { afterEach, describe, expect, it } from 'vitest';
import { foldText, scan } from '../../../utils/customer/names-index';
import { newId } from '../../../utils/id';
import { openStore, type Store } from '../../../utils/store';
import * as act from '../../../utils/store/actions';
import type { Database } from '../../../utils/store/database';
import { newCustomer } from '../../../utils/store/drafts';
import { makeNameIndex } from '../../../utils/store/names-build';
import { openDatabase } from '../../../utils/store/open';

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

/** What is stored of names beside what else is derived. */
const ofNames = (db: Database) => db.derived.where('key').startsWith('names').primaryKeys();

const companies = (...names: string[]) => names.map((name) => newCustomer({ name, kind: 'company' }));
const firms = (count: number) => companies(...Array.from({ length: count }, (_, at) => `Firm Zq${at} Works`));

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

  it('are looked up while the index is made anew: by the old one', async () => {
    const { store } = await start();
    const old = await add(store, '恒信物流有限公司');
    await store.renewNames();
    await store.addMany({
      id: newId(),
      what: 'sample-loaded',
      source: SOURCE,
      rows: { customers: firms(1_200) },
    });
    const making = store.renewNames();
    expect(await named(store, '交给恒信物流')).toEqual([old]);
    await making;
    expect(await named(store, '恒信物流 and Firm Zq9 Works')).toHaveLength(2);
  });

  it('go on where a stopped worker left off, and leave nothing of it behind', async () => {
    const { store, name } = await start();
    const rows = [...firms(450), ...companies('恒信物流有限公司', '远航食品有限公司')];
    await store.addMany({ id: newId(), what: 'sample-loaded', source: SOURCE, rows: { customers: rows } });
    const { db: stopped } = await openDatabase({ name });
    const put = stopped.derived.put.bind(stopped.derived);
    stopped.derived.put = ((part: { key: string }) => put(part).finally(() => stopped.close())) as typeof put;
    await expect(makeNameIndex(stopped, 1, 200)).rejects.toThrow();
    const { db } = await openDatabase({ name });
    expect(await ofNames(db)).toHaveLength(1);
    // what the part holds is not read again: a row in it that changes without a trace stays as it was read
    await db.customers.update(rows[3]?.id ?? '', { name: 'Other Name' });
    const { index } = await makeNameIndex(db, 1, 200);
    const found = (text: string) => scan(index, foldText(text)).map(({ id }) => id);
    expect(found('from Firm Zq3 Works')).toEqual([rows[3]?.id]);
    expect(found('交给恒信物流和远航食品')).toEqual([rows[450]?.id, rows[451]?.id]);
    expect(found('Firm Zq0 Works, Firm Zq449 Works')).toEqual([rows[0]?.id, rows[449]?.id]);
    db.close();
    await store.renewNames();
    const { db: after } = await openDatabase({ name });
    expect(await ofNames(after)).toEqual(['names']);
    after.close();
  });

  it('hold a large import once the index is made anew', async () => {
    const { store } = await start();
    await store.renewNames();
    const rows = firms(1_200);
    await store.addMany({ id: newId(), what: 'sample-loaded', source: SOURCE, rows: { customers: rows } });
    await store.renewNames();
    expect(await named(store, 'from Firm Zq777 Works')).toEqual([rows[777]?.id]);
  });
});
