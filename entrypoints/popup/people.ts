import type { NewCustomer, Suggestion } from '../../components/search/CustomerSearch';
import type { PageMatch } from '../../utils/browser/page-match';
import type { Store } from '../../utils/store';

/** Of the people on a page this many are offered. */
const MAX_OFFERED = 6;

/** The customers on the page, best first, with what was seen of them. */
export async function customersOn(store: Store, match: PageMatch | null): Promise<Suggestion[]> {
  const seen = new Map<string, string>();
  for (const person of match?.people ?? []) {
    if (person.role === 'own') continue;
    for (const hit of person.hits) if (!seen.has(hit.customerId)) seen.set(hit.customerId, person.value);
  }
  const found = await store.customers([...seen.keys()].slice(0, MAX_OFFERED));
  return found.map((customer) => ({ customer, contact: null, matched: seen.get(customer.id) ?? '' }));
}

/** The customer that the page is about, where that is certain: nobody is guessed. */
export const surely = (match: PageMatch | null): string | null =>
  match?.state === 'matched' ? (match.people[0]?.hits[0]?.customerId ?? null) : null;

/** The person that the page is about, where they are no customer yet. */
export function unknownOn(match: PageMatch | null): NewCustomer | null {
  const person = match?.state === 'unknown' ? match.people[0] : undefined;
  if (!person) return null;
  return { name: person.name || person.value, email: person.kind === 'email' ? person.value : '' };
}
