import type { Suggestion } from '../../components/search/CustomerSearch';
import type { SearchHit, Store } from '../store';

const FOUND_SHOWN = 8;

/** Customers for a search box, best first. A customer and their contact may both be found: it is one choice. */
export async function searchCustomers(
  store: Store,
  typed: string,
  most: number = FOUND_SHOWN,
): Promise<Suggestion[]> {
  const best = new Map<string, SearchHit>();
  for (const hit of await store.search(typed, most))
    if (!best.has(hit.customer.id)) best.set(hit.customer.id, hit);
  return [...best.values()];
}
