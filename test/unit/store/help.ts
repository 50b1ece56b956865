import { afterEach, beforeEach } from 'vitest';
import { newId } from '../../../utils/id';
import { newCustomer } from '../../../utils/store/drafts';
import { openStore, type Store } from '../../../utils/store/index';
import type { Change, Draft, Op } from '../../../utils/store/types';

export const source = { kind: 'sidebar', url: 'https://mail.example/1' } as const;
export const CADENCES = { 'best-core': 14, core: 30, ordinary: 90, expendable: null };
export const DAY = 86_400_000;

/** A store of its own for each test of the file; `it()` gives it. */
export function freshStore(): () => Store {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({ name: newId() });
  });
  afterEach(() => store.close());
  return () => store;
}

/** Commits ops as one change; returns its id. */
export async function change(
  store: Store,
  ops: Op[],
  what: Change['what'] = 'customer-edited',
): Promise<string> {
  const id = newId();
  await store.commit({ id, what, source, ops });
  return id;
}

/** Adds a customer; returns its id. */
export async function added(
  store: Store,
  known: Partial<Draft<'customers'>> & { name: string },
): Promise<string> {
  const row = newCustomer(known);
  await change(store, [{ op: 'add', table: 'customers', row }], 'customer-added');
  return row.id;
}

/** The one customer with this id; throws where it is not there. */
export async function theCustomer(store: Store, id: string) {
  const [customer] = await store.customers([id]);
  if (!customer) throw new Error('no such customer');
  return customer;
}

export async function theCard(store: Store, id: string) {
  const card = await store.card(id);
  if (!card) throw new Error('no such customer');
  return card;
}

/** Waits until the clock shows a later millisecond: what is done next has a later stamp. */
export async function nextMillisecond(): Promise<void> {
  const now = Date.now();
  while (Date.now() === now) await new Promise((resolve) => setTimeout(resolve, 1));
}
