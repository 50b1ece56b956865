import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('@/utils/browser/api', () => ({ browser: fakeBrowser }));
const { forgetDatabase, isAnotherDatabase, noteBackup, readLost, settleLost, watchLost } = await import(
  '@/utils/browser/lost-database'
);

const NOW = Date.UTC(2026, 10, 23);
const BACKUP = { name: 'margin-2026-11-20-0900.ndjson.gz', at: NOW - 3 * 86_400_000 };

beforeEach(() => fakeBrowser.reset());

test('the first database, and the same again, are no loss', async () => {
  expect(await isAnotherDatabase('one', NOW)).toBe(false);
  expect(await isAnotherDatabase('one', NOW + 1)).toBe(false);
  expect(await readLost()).toBeNull();
});

test('another one in its place is a loss, told once, with the last backup, until it is settled', async () => {
  await isAnotherDatabase('one', NOW - 1);
  await noteBackup(BACKUP);
  expect(await isAnotherDatabase('two', NOW)).toBe(true);
  expect(await isAnotherDatabase('two', NOW + 1)).toBe(false);
  expect(await readLost()).toEqual({ at: NOW, backup: BACKUP });
  await settleLost();
  expect(await readLost()).toBeNull();
});

test('what was never backed up is lost without one', async () => {
  await isAnotherDatabase('one', NOW);
  await isAnotherDatabase('two', NOW);
  expect(await readLost()).toEqual({ at: NOW, backup: null });
});

test('who erased everything has lost nothing', async () => {
  await isAnotherDatabase('one', NOW);
  await forgetDatabase();
  expect(await isAnotherDatabase('two', NOW)).toBe(false);
  expect(await readLost()).toBeNull();
});

test('whoever watches hears of the loss and of its end', async () => {
  await isAnotherDatabase('one', NOW);
  const heard = vi.fn();
  const stop = watchLost(heard);
  await isAnotherDatabase('two', NOW);
  await settleLost();
  stop();
  await isAnotherDatabase('three', NOW);
  expect(heard.mock.calls).toEqual([[{ at: NOW, backup: null }], [null]]);
});

test('what cannot be read says nothing', async () => {
  await fakeBrowser.storage.local.set({ databaseKnown: 7, lastBackup: 'x', databaseLost: { at: 'never' } });
  expect(await readLost()).toBeNull();
  expect(await isAnotherDatabase('one', NOW)).toBe(false);
});
