import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../../../utils/id';
import { openStore, type Store, StoreLocked } from '../../../../utils/store';
import { addNote } from '../../../../utils/store/actions';
import {
  callOff,
  carryOn,
  changePassphrase,
  changeRecoveryCode,
  eraseAll,
  lockOf,
  type NewLock,
  newLock,
  turnOff,
  turnOn,
  unlock,
  WrongSecret,
} from '../../../../utils/store/lock';
import { asCode } from '../../../../utils/store/lock/keys';
import type { Entry } from '../../../../utils/value/ledger';
import { VALUE_DEFAULTS } from '../../../../utils/value/settings';
import { added, source } from '../help';
import { everything } from './raw';

// What is left in a browser's files is shown by a journey; nothing of it, and its waits, can be seen here.
vi.mock('../../../../utils/store/lock/wipe', () => ({ wipe: (name: string) => Dexie.delete(name) }));

const PASSPHRASE = 'seven grey herons';
/** The rounds of the product take a second each. */
const FEW = 10;
const SECRETS = [
  'Quillfeather',
  'orla@quillfeather.example',
  '+44 20 7946 0991',
  'likes ginger tea',
  '9173355',
];

let name: string;
let store: Store;
let lock: NewLock;
const opened = (key: Uint8Array | null) => openStore({ name, key: async () => key });

beforeEach(async () => {
  name = newId();
  store = await openStore({ name });
  const id = await added(store, {
    name: 'Orla Quillfeather',
    emails: ['orla@quillfeather.example'],
    phones: ['+44 20 7946 0991'],
  });
  await addNote(store, source, id, { text: 'She likes ginger tea', kind: 'note', page: null });
  const amount = { minor: 9_173_355, currency: VALUE_DEFAULTS.currency };
  const entry: Entry = {
    ...{ id: newId(), importId: null, date: '2026-01-05', kind: 'sale', amount },
    ...{ product: 'Quillfeather pens', category: '', costMinor: null, saleClass: null, note: '' },
  };
  await store.commit({
    ...{ id: newId(), what: 'entries-added', source },
    ops: [{ op: 'entries', customerId: id, put: [entry], remove: [] }],
  });
  await store.refresh({ now: Date.now(), today: '2026-11-22' });
  await store.renewNames();
  await store.followDuplicates();
  lock = await newLock(store.databaseId, PASSPHRASE, Date.now(), FEW);
});
afterEach(async () => {
  store.close();
  await eraseAll(name);
});

describe('a lock that is put on', () => {
  beforeEach(() => turnOn(lock, {}, name));

  test('leaves nothing readable of a customer: no name, address, number, note or amount', async () => {
    const text = await everything(name);
    for (const secret of SECRETS) expect(text).not.toContain(secret.toLowerCase());
    expect(text).toContain(store.databaseId); // the reader does read
  });

  test('keeps the store shut without the key, and all there with it', async () => {
    await expect(opened(null)).rejects.toThrow(StoreLocked);
    const again = await opened(lock.dataKey);
    const [hit] = await again.byKeys(['e:orla@quillfeather.example']);
    const card = await again.card(hit?.customerId ?? '');
    expect(card?.customer.name).toBe('Orla Quillfeather');
    expect(card?.interactions[0]?.text).toBe('She likes ginger tea');
    expect(card?.insight?.net).toBe(9_173_355);
    expect((await again.search('quillf'))[0]?.customer.name).toBe('Orla Quillfeather');
    expect((await again.search('ginger'))[0]?.customer.name).toBe('Orla Quillfeather');
    expect((await again.namesIn('a letter from Orla Quillfeather')).found).toHaveLength(1);
    expect(again.databaseId).toBe(store.databaseId);
    again.close();
  });

  test('takes the database from whoever had it open', async () => {
    await expect(store.count()).rejects.toThrow();
  });

  test('another key opens nothing', async () => {
    await expect(opened(crypto.getRandomValues(new Uint8Array(32)))).rejects.toThrow(StoreLocked);
  });

  test('goes off again, and every row is as it was', async () => {
    await turnOff(lock.dataKey, {}, name);
    const again = await openStore({ name });
    expect((await again.search('ginger'))[0]?.customer.name).toBe('Orla Quillfeather');
    expect(await lockOf(name)).toBeNull();
    expect((await Dexie.getDatabaseNames()).filter((one) => one.startsWith(name))).toEqual([name]);
    again.close();
  });
});

describe('secrets', () => {
  beforeEach(() => turnOn(lock, {}, name));

  test('the passphrase and the code open it, however the code is typed; nothing else does', async () => {
    expect(await unlock(PASSPHRASE, name)).toEqual(lock.dataKey);
    const typed = lock.recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    expect(await unlock(typed, name)).toEqual(lock.dataKey);
    await expect(unlock('seven grey heron', name)).rejects.toThrow(WrongSecret);
    await expect(unlock('', name)).rejects.toThrow(WrongSecret);
  });

  test('another passphrase opens the same rows, and the one before nothing', async () => {
    await changePassphrase(PASSPHRASE, 'nine red foxes', name, FEW);
    expect(await unlock('nine red foxes', name)).toEqual(lock.dataKey);
    await expect(unlock(PASSPHRASE, name)).rejects.toThrow(WrongSecret);
    expect(await unlock(lock.recoveryCode, name)).toEqual(lock.dataKey);
  });

  test('a lost passphrase is changed by the code, and a code that was used is changed', async () => {
    await changePassphrase(lock.recoveryCode, 'nine red foxes', name, FEW);
    const code = await changeRecoveryCode('nine red foxes', name, FEW);
    expect(await unlock(code, name)).toEqual(lock.dataKey);
    await expect(unlock(lock.recoveryCode, name)).rejects.toThrow(WrongSecret);
  });

  test('a code has 140 bits in groups of four, and no letter that is mistaken for another', () => {
    expect(lock.recoveryCode).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(asCode(lock.recoveryCode)).toBe(lock.recoveryCode.replaceAll('-', ''));
    expect(asCode('seven grey herons')).toBeNull();
  });

  test('whoever has lost both erases, and begins anew', async () => {
    await eraseAll(name);
    const fresh = await openStore({ name });
    expect(await fresh.count()).toBe(0);
    fresh.close();
  });
});

describe('a move that is cut off', () => {
  /** Cuts off after so many slices; returns whether it was cut. */
  async function cutAfter(
    slices: number,
    work: (signal: AbortSignal, onProgress: () => void) => Promise<void>,
  ) {
    const cut = new AbortController();
    let seen = 0;
    const onProgress = () => {
      seen += 1;
      if (seen >= slices) cut.abort();
    };
    return work(cut.signal, onProgress).then(
      () => false,
      () => true,
    );
  }

  test('at any slice, any number of times: locked meanwhile, whole at the end, both ways', async () => {
    let cuts = 0;
    const until = async (work: (signal: AbortSignal, onProgress: () => void) => Promise<void>) => {
      for (let slices = 1; await cutAfter(slices, work); slices += 3) {
        cuts += 1;
        await expect(opened(lock.dataKey)).rejects.toMatchObject({
          name: 'StoreLocked',
          moving: expect.any(String),
        });
      }
    };
    let begun = false;
    await until((signal, onProgress) => {
      const options = { signal, onProgress };
      const work = begun ? carryOn(lock.dataKey, options, name) : turnOn(lock, options, name);
      begun = true;
      return work;
    });
    const sealed = await opened(lock.dataKey);
    expect((await sealed.search('ginger'))[0]?.customer.name).toBe('Orla Quillfeather');
    sealed.close();
    begun = false;
    await until((signal, onProgress) => {
      const options = { signal, onProgress };
      const work = begun ? carryOn(lock.dataKey, options, name) : turnOff(lock.dataKey, options, name);
      begun = true;
      return work;
    });
    const open = await openStore({ name });
    expect((await open.search('ginger'))[0]?.customer.name).toBe('Orla Quillfeather');
    open.close();
    expect(cuts).toBeGreaterThan(6);
  });

  test('is given up, and all is as it was', async () => {
    await cutAfter(5, (signal, onProgress) => turnOn(lock, { signal, onProgress }, name));
    await callOff(name);
    const again = await openStore({ name });
    expect((await again.search('ginger'))[0]?.customer.name).toBe('Orla Quillfeather');
    expect((await Dexie.getDatabaseNames()).filter((one) => one.startsWith(name))).toEqual([name]);
    again.close();
  });
});
