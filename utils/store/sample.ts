import { newId } from '../id';
import type { Store } from './api';
import { sampleData } from './sample-data';
import type { Op } from './types';

const source = { kind: 'sample', url: '' } as const;

/** Adds the sample customers, as one change that can be undone; returns its id. Twice adds nothing: null. */
export async function loadSample(store: Store, now: number): Promise<string | null> {
  if ((await store.sampleIds()).length > 0) return null;
  const id = newId();
  const rows = sampleData(now, Temporal.Now.timeZoneId());
  await store.addMany({ id, what: 'sample-loaded', source, rows });
  return id;
}

/** Removes the sample customers and all that was noted on them since; returns the change's id, null for none. */
export async function removeSample(store: Store): Promise<string | null> {
  const ids = await store.sampleIds();
  if (ids.length === 0) return null;
  const id = newId();
  const rates = (await store.rates()).filter((rate) => rate.sample);
  const ops = [
    ...ids.map((customer): Op => ({ op: 'remove', table: 'customers', id: customer })),
    ...rates.map((rate): Op => ({ op: 'remove', table: 'rates', id: rate.id })),
  ];
  await store.commit({ id, what: 'sample-removed', source, ops });
  return id;
}
