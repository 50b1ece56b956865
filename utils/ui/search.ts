import type { Suggestion } from '../../components/search/CustomerSearch';
import type { Store } from '../store';

const FOUND_SHOWN = 8;

/** Customers for a search box, best first. A customer and their contact may both be found: it is one choice. */
export async function searchCustomers(store: Store, typed: string): Promise<Suggestion[]> {
  const hits = await store.search(typed, FOUND_SHOWN);
  return [...new Map([...hits].reverse().map((hit) => [hit.customer.id, hit])).values()].reverse();
}
