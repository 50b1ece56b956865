import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { IMPORT_LOCK, importRuns, importsRest } from '../../../utils/import/lock';

let held: Array<{ name: string; mode: string }> = [];
let asked: string[] = [];
let release = () => {};
vi.stubGlobal('navigator', {
  locks: {
    query: async () => ({ held }),
    request: async (name: string, { mode }: { mode: string }, take: () => unknown) => {
      asked.push(`${name} ${mode}`);
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return take();
    },
  },
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
  held = [];
  asked = [];
});

test('an import runs while somebody holds its lock, not while somebody waits for its end', async () => {
  expect(await importRuns()).toBe(false);
  held = [
    { name: IMPORT_LOCK, mode: 'shared' },
    { name: 'another', mode: 'exclusive' },
  ];
  expect(await importRuns()).toBe(false);
  held = [{ name: IMPORT_LOCK, mode: 'exclusive' }];
  expect(await importRuns()).toBe(true);
});

test('who waits for imports waits for the one that runs, and asks for nothing where none does', async () => {
  await importsRest();
  expect(asked).toEqual([]);
  held = [{ name: IMPORT_LOCK, mode: 'exclusive' }];
  let rested = false;
  const waiting = importsRest().then(() => {
    rested = true;
  });
  await vi.waitFor(() => expect(asked).toEqual([`${IMPORT_LOCK} shared`]));
  expect(rested).toBe(false);
  release();
  await waiting;
  expect(rested).toBe(true);
});
