import type { Stage } from '../customer/model';
import { newId } from '../id';
import type { Store } from './api';
import type { Change, ChangeWhat, Op } from './types';

export type Source = Change['source'];

/** One change of these steps, with one undo; resolves with its id. */
export async function oneChange(store: Store, what: ChangeWhat, source: Source, ops: Op[]): Promise<string> {
  const id = newId();
  await store.commit({ id, what, source, ops });
  return id;
}

/** The stage that a record brings along; none where it is pinned or there already. */
export async function staged(store: Store, id: string, stage: Stage): Promise<Op[]> {
  const [customer] = await store.customers([id]);
  if (!customer || customer.stagePinned || customer.stage === stage) return [];
  return [{ op: 'edit', table: 'customers', id, patch: { stage } }];
}
