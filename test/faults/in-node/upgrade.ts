import Dexie from 'dexie';
import { newId } from '../../../utils/id.ts';
import { openStore, type Store, StoreBlocked } from '../../../utils/store/index.ts';
import v1 from '../../unit/store/examples/v1.json' with { type: 'json' };
import { type Fault, pause, type Scale } from '../fault.ts';

type Row = Record<string, unknown> & { id: string };
const [example] = v1.tables.customers as Row[];
const live = v1.tables.customers.filter(({ deletedAt }) => deletedAt === null).length;

/** A page of the old version with its database open. Like the shipped one it does not open it again by itself. */
async function oldTab(): Promise<Dexie> {
  const db = new Dexie(newId(), { autoOpen: false });
  db.version(v1.version).stores(v1.schema);
  await db.open();
  for (const [table, rows] of Object.entries(v1.tables)) await db.table(table).bulkPut(rows as Row[]);
  return db;
}

export const oldTabs: Fault = {
  name: 'old-tab',
  says: 'an update while an old tab writes',
  run: async ({ short, random }: Scale) => {
    const tries = short ? 5 : 200;
    const losses: string[] = [];
    let acknowledged = 0;
    for (let at = 0; at < tries; at++) {
      const db = await oldTab();
      const written: string[] = [];
      const writing = writeUntilClosed(db, written);
      await pause(random() * 12);
      const store = await openStore({ name: db.name });
      const told = await writing;
      acknowledged += written.length;
      if (!told) losses.push(`try ${at}: the old tab was not told that it writes no more`);
      losses.push(...(await missing(store, written)).map((id) => `try ${at}: ${id} is gone`));
      store.close();
    }
    losses.push(...(await heldOpen()));
    return {
      tries: tries + 1,
      losses,
      uncaught: [],
      of: `${acknowledged} writes that the old tab was told are done`,
    };
  },
};

/** Resolves to whether the last write was refused, as it should be. */
async function writeUntilClosed(db: Dexie, written: string[]): Promise<boolean> {
  for (;;) {
    const id = newId();
    try {
      await db.table('customers').put({ ...example, id });
    } catch {
      return true;
    }
    written.push(id);
    if (written.length > 5_000) return false;
  }
}

async function missing(store: Store, ids: readonly string[]): Promise<string[]> {
  const found = new Set((await store.customers([...ids])).map(({ id }) => id));
  const all = await store.count();
  const lost = ids.filter((id) => !found.has(id));
  return all < live + found.size - lost.length ? [...lost, 'a row of before'] : lost;
}

/** An old page that does not hear: the new one says so, changes nothing, and opens once it is closed. */
async function heldOpen(): Promise<string[]> {
  const db = await oldTab();
  db.close();
  const native = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(db.name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const refused = await openStore({ name: db.name }).then(
    (store) => {
      store.close();
      return null;
    },
    (error: unknown) => error,
  );
  const losses = refused instanceof StoreBlocked ? [] : [`held open by an old page, it says ${refused}`];
  native.close();
  const store = await openStore({ name: db.name });
  if ((await store.count()) !== live) losses.push('after an old page had held it, rows are gone');
  store.close();
  return losses;
}

export const abortedUpgrade: Fault = {
  name: 'upgrade-abort',
  says: 'the update of the database broken off at each of its steps',
  run: async ({ short }: Scale) => {
    const losses: string[] = [];
    let tries = 0;
    for (let at = 0; ; at += short ? 15 : 1) {
      const db = await oldTab();
      db.close();
      const hurt = failingStep(at);
      const failed = await openStore({ name: db.name }).then(
        (store) => {
          store.close();
          return false;
        },
        () => true,
      );
      hurt.end();
      if (!hurt.happened) break;
      tries++;
      if (!failed) losses.push(`step ${at}: broken off and said to be open`);
      const version = (await indexedDB.databases()).find(({ name }) => name === db.name)?.version;
      if (version !== v1.version * 10) losses.push(`step ${at}: left at version ${version}`);
      losses.push(...(await opensAgain(db.name)).map((what) => `step ${at}: ${what}`));
    }
    return { tries, losses, uncaught: [], of: `an example database of version ${v1.version}` };
  },
};

async function opensAgain(name: string): Promise<string[]> {
  try {
    const store = await openStore({ name });
    await store.renewed;
    const rows = await store.count();
    store.close();
    return rows === live ? [] : [`${rows} of ${live} customers`];
  } catch (error) {
    return [`it does not open again: ${error}`];
  }
}

interface Upgraded {
  transaction: { abort(): void };
}
type Step = (this: Upgraded, ...given: unknown[]) => unknown;

/** Aborts the update's transaction at its n-th step, as a killed browser does. */
function failingStep(at: number) {
  let seen = 0;
  const state = { happened: false, end: () => {} };
  const proto = IDBObjectStore.prototype as unknown as Record<string, Step>;
  const ends = ['createIndex', 'deleteIndex'].map((method) => {
    const real = proto[method] as Step;
    proto[method] = function (...given) {
      const made = real.apply(this, given);
      if (seen++ === at) {
        state.happened = true;
        this.transaction.abort();
      }
      return made;
    };
    return () => {
      proto[method] = real;
    };
  });
  state.end = () => {
    for (const end of ends) end();
  };
  return state;
}
