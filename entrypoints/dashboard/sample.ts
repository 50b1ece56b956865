import { t } from '../../utils/i18n';
import type { Store } from '../../utils/store';
import { loadSample, removeSample } from '../../utils/store/sample';
import type { Changes } from '../../utils/ui/changes';

/** Loads the sample customers, told with Undo. There already: nothing is done. */
export async function addSample(store: Store, changes: Changes): Promise<void> {
  const before = await store.count();
  await told(changes, 'dash_sampleLoaded', async () => {
    const changeId = await loadSample(store, Date.now());
    return { changeId, count: (await store.count()) - before };
  });
}

/** Removes the sample customers and all that was noted on them, told with Undo. */
export async function dropSample(store: Store, changes: Changes): Promise<void> {
  const before = await store.count();
  await told(changes, 'dash_sampleRemoved', async () => {
    const changeId = await removeSample(store);
    return { changeId, count: before - (await store.count()) };
  });
}

async function told(
  changes: Changes,
  key: 'dash_sampleLoaded' | 'dash_sampleRemoved',
  work: () => Promise<{ changeId: string | null; count: number }>,
): Promise<void> {
  await changes.attempt(async () => {
    const { changeId, count } = await work();
    return { changeId, text: t(key, { COUNT: count }) };
  });
}
