import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newId } from '../../../utils/id';
import { openStore, type Store } from '../../../utils/store/index';
import { added, CADENCES, DAY } from '../store/help';

const DAILY = { ...CADENCES, ordinary: 1 };
/** A month after whom the tests add were added. */
const NOW = Date.now() + 30 * DAY;
let store: Store;
let cadenceDays: Record<string, number | null> = CADENCES;

vi.mock('@/utils/browser/api', () => ({ browser: {} }));
vi.mock('@/entrypoints/background/store', () => ({ theStore: async () => store }));
vi.mock('@/entrypoints/background/settings', () => ({ theSettings: async () => ({ cadenceDays }) }));
const { renewRisks } = await import('@/entrypoints/background/risks');

beforeEach(async () => {
  cadenceDays = CADENCES;
  store = await openStore({ name: newId() });
});
afterEach(() => store.close());

/** Somebody of the ordinary tier with whom nobody has been in touch since. */
const quiet = () => added(store, { name: 'A', tier: 'ordinary' });
const risen = async (id: string) => (await store.riskLevels([id])).get(id) !== undefined;

it('another cadence reaches the risks of all at once, though they were worked out just now', async () => {
  const id = await quiet();
  await renewRisks(NOW);
  expect(await risen(id)).toBe(false);
  cadenceDays = DAILY;
  await renewRisks(NOW + 1);
  expect(await risen(id)).toBe(true);
  cadenceDays = { ...CADENCES, ordinary: null };
  await renewRisks(NOW + 2);
  expect(await risen(id)).toBe(false);
});

it('one that is set while all are worked out is not forgotten', async () => {
  const id = await quiet();
  const refresh = store.refreshRisks;
  store.refreshRisks = async (options) => {
    store.refreshRisks = refresh;
    cadenceDays = DAILY;
    void renewRisks(NOW);
    return refresh(options);
  };
  await renewRisks(NOW);
  expect(await risen(id)).toBe(true);
});

it('nothing is worked out again where nothing is stale', async () => {
  await quiet();
  await renewRisks(NOW);
  const work = vi.spyOn(store, 'refreshRisks');
  await renewRisks(NOW + 1);
  expect(work).not.toHaveBeenCalled();
  await renewRisks(NOW + DAY);
  expect(work).toHaveBeenCalledOnce();
});

it('a failure is not in the way of the next time', async () => {
  const id = await quiet();
  vi.spyOn(store, 'refreshRisks').mockRejectedValueOnce(new Error('no room'));
  await expect(renewRisks(NOW)).rejects.toThrow('no room');
  cadenceDays = DAILY;
  await renewRisks(NOW);
  expect(await risen(id)).toBe(true);
});
