/**
 * What importing is held against, run inside a page of the extension: ledger entries as rows of their own in a plain table of the same
 * browser, found by customer and by date, each row in a transaction of its own. Bundled by the bench; not shipped.
 */
const NAME = 'bench-one-by-one';
const AHEAD = 50;

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const entries = request.result.createObjectStore('entries', { keyPath: 'id' });
      entries.createIndex('customer', ['customerId', 'date']);
      entries.createIndex('date', 'date');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const entryAt = (at: number) => ({
  ...{ id: crypto.randomUUID(), importId: null, kind: 'sale', saleClass: null, costMinor: null, note: '' },
  customerId: `018f0000-0000-7000-8000-${String((at * 7_919) % 10_000).padStart(12, '0')}`,
  date: new Date(1_704_067_200_000 + at * 40_000).toISOString().slice(0, 10),
  amount: { minor: 500 + ((at * 91) % 40_000), currency: 'EUR' },
  product: `P${at % 200}`,
  category: `G${at % 12}`,
});

function added(db: IDBDatabase, at: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('entries', 'readwrite', { durability: 'relaxed' });
    transaction.objectStore('entries').add(entryAt(at));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Entries a second, of so many; the first ones, for which all is warmed up, do not count. */
async function oneByOne(count: number): Promise<number> {
  const db = await opened();
  try {
    for (let at = 0; at < AHEAD; at++) await added(db, at);
    const began = performance.now();
    for (let at = AHEAD; at < AHEAD + count; at++) await added(db, at);
    return count / ((performance.now() - began) / 1000);
  } finally {
    db.close();
    indexedDB.deleteDatabase(NAME);
  }
}

export interface OneByOne {
  oneByOne: typeof oneByOne;
}
Object.assign(globalThis, { oneByOne } satisfies OneByOne);
