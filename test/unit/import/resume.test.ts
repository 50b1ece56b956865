import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { newId } from '../../../utils/id';
import { cancelImport, runImport } from '../../../utils/import/run';
import { unfinishedImport } from '../../../utils/import/unfinished';
import { openStore, type Store } from '../../../utils/store/index';
import { source } from '../store/help';
import { begun, carriedOut, contents, fileOf, imported, refused } from './help';

vi.mock('../../../utils/import/part-rows', () => ({ partRows: () => 13 })); // many parts of a small file

const ROWS = 200;
/** Dates, customers and mistakes of a shop that sold for a year: the same each time. */
const sales = () => {
  const lines = ['customer,date,amount,product,order'];
  for (let at = 0; at < ROWS; at++) {
    const day = String((at % 28) + 1).padStart(2, '0');
    const date = at % 23 === 0 ? '2025-02-31' : `2025-${String((at % 12) + 1).padStart(2, '0')}-${day}`;
    lines.push(`C-${(at * 7) % 41},${date},${at}.50,P${at % 5},SO-${at % 90 === 3 ? 3 : at}`);
  }
  return `${lines.join('\n')}\n`;
};
const people = () => {
  const lines = ['code,name,contact,email,note,referred by'];
  for (let at = 0; at < 100; at++) {
    // every third was referred by somebody who stands further down
    const by = at % 3 === 0 && at < 90 ? `K-${at + 9}` : '';
    const bad = at % 31 === 5;
    lines.push(
      `K-${at},Firm ${at} Ltd,Person ${at},${bad ? 'nonsense' : `p${at}@firm-${at}.example`},note ${at},${by}`,
    );
  }
  return `${lines.join('\n')}\n`;
};

/** What the databases of this process are made of. */
const prototype = () =>
  new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('probe');
    request.onsuccess = () => {
      request.result.close();
      resolve(Object.getPrototypeOf(request.result));
    };
  });

/** Lets so many transactions of the database begin, then closes it under the import, as a killed browser does. */
async function runUntilKilled(name: string, id: string, steps: number): Promise<boolean> {
  let left = Number.POSITIVE_INFINITY;
  let store: Store | null = null;
  const proto = await prototype();
  const real = proto.transaction;
  const spy = vi.spyOn(proto, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const made = real.apply(this, args as Parameters<typeof real>);
    if (args[1] === 'readwrite' && left-- === 0) {
      // in the middle of a transaction: all of it is lost, and nothing more is written
      queueMicrotask(() => {
        try {
          made.abort();
        } catch {}
        store?.close();
      });
    }
    return made;
  });
  // Dexie binds the function when it opens the database
  store = await openStore({ name });
  await store.renewed;
  left = steps;
  try {
    await runImport(store, id, { signal: new AbortController().signal, onProgress: () => undefined });
    return true;
  } catch {
    return false;
  } finally {
    spy.mockRestore();
    store.close();
  }
}

/** What an import of this text comes to when nothing disturbs it. */
async function undisturbed(text: string) {
  const store = await openStore({ name: newId() });
  const row = await imported(store, text);
  const result = {
    contents: await contents(store),
    refused: await refused(store, row.id),
    counts: row.counts,
  };
  store.close();
  return result;
}

async function resumed(text: string, kills: number[]) {
  const name = newId();
  const first = await openStore({ name });
  const id = await begun(first, fileOf(text));
  first.close();
  for (const steps of kills) if (await runUntilKilled(name, id, steps)) break;
  const store = await openStore({ name });
  const open = await unfinishedImport(store);
  if (open) await carriedOut(store, open.id);
  const row = await store.oneImport(id);
  const result = { contents: await contents(store), refused: await refused(store, id), counts: row?.counts };
  return { store, id, result, wasOpen: open !== null };
}

describe('an import that is killed at any point', () => {
  it.each([
    ['transactions', sales, 16],
    ['customers', people, 14],
  ])(
    'of %s goes on to exactly the same rows',
    async (_, text, most) => {
      const wanted = await undisturbed(text());
      let broken = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 3 }),
          async (kills) => {
            const { store, result, wasOpen } = await resumed(text(), kills);
            if (wasOpen) broken++;
            expect(result).toEqual(wanted);
            expect(await store.imports(5)).toMatchObject([{ state: 'done' }]);
            expect(
              (await store.history(20)).filter(({ source: { kind } }) => kind === 'import'),
            ).toHaveLength(1);
            store.close();
          },
        ),
        { numRuns: 10 },
      );
      expect(broken).toBeGreaterThan(2); // the kills were not all after the end
    },
    240_000,
  );

  it('can be taken back instead, whole', async () => {
    const name = newId();
    const first = await openStore({ name });
    const id = await begun(first, fileOf(sales()));
    first.close();
    await runUntilKilled(name, id, 12);
    const store = await openStore({ name });
    await cancelImport(store, id);
    expect(await store.count()).toBe(0);
    expect(await unfinishedImport(store)).toBe(null);
    store.close();
  });

  it('is undone whole after it went on', async () => {
    const { store, id } = await resumed(sales(), [9]);
    await store.undo(id, source);
    expect(await store.count()).toBe(0);
    store.close();
  });
});
