import { isFreeMail, keysOfCandidate, type LookupOptions, type Via } from '../customer/identifiers';
import type { CustomerCard, KeyHit, Store } from '../store';
import { findKnownAs, type KnownAs } from './known-as';
import type { Seen } from './seen';

export interface Found {
  card: CustomerCard;
  contactId: string | null;
  /** Null: opened by hand, not found on the page. */
  via: Via | 'name' | null;
}

/**
 * The customer of a person on the page, read anew whenever the database changes: a customer added or an address
 * attached a moment ago counts at once, and one that was removed or undone no longer does.
 */
export async function findCard(store: Store, person: Seen, options: LookupOptions): Promise<Found | null> {
  const keys = keysOfCandidate(person, options);
  const cardOf = cards(store, person.only ?? person.hits[0]?.customerId);
  const hits = await store.byKeys(keys.map(({ key }) => key));
  for (const { key, via } of keys) {
    const here = hits.filter((one) => one.key === key && (person.only ?? one.customerId) === one.customerId);
    const found = via === 'domain' ? await companyOf(store, here, cardOf) : await firstOf(here, via, cardOf);
    if (found) return found;
  }
  return namedCard(store, person);
}

/** Found by name alone: whose name it is the background has read from the page's text. */
async function namedCard(store: Store, { hits, only }: Seen): Promise<Found | null> {
  for (const { customerId, contactId, via } of hits) {
    if (via !== 'name' || (only ?? customerId) !== customerId) continue;
    const card = await store.card(customerId);
    if (card) return { card, contactId, via };
  }
  return null;
}

type CardOf = Store['card'];

/** Reads cards; that of whom the background found is read while it is still being asked whether it is they. */
function cards(store: Store, likely: string | undefined): CardOf {
  const first = likely === undefined ? null : store.card(likely);
  first?.catch(() => undefined); // told to whom asks for it
  return (id) => (first && id === likely ? first : store.card(id));
}

async function firstOf(hits: readonly KeyHit[], via: Via, cardOf: CardOf): Promise<Found | null> {
  for (const { customerId, contactId } of hits) {
    const card = await cardOf(customerId);
    if (card) return { card, contactId, via };
  }
  return null;
}

/** A shared domain means its company where there is exactly one; of several, the user is asked. */
async function companyOf(store: Store, hits: readonly KeyHit[], cardOf: CardOf): Promise<Found | null> {
  const ids = [...new Set(hits.map(({ customerId }) => customerId))];
  const companies = (await store.customers(ids)).filter(({ kind }) => kind === 'company');
  const [only, more] = companies;
  const card = only && !more ? await cardOf(only.id) : null;
  return card && { card, contactId: null, via: 'domain' };
}

const MOST_LIKELY = 3;

/** Whom an unknown person's address may belong to, and why. */
export type Likely = Omit<KnownAs, 'why'> & { why: 'phone' | 'address' | 'domain' | 'name' };

/** Customers that an unknown person may belong to: whose further address it seems to be, those of the same private domain, then those of the same name. */
export async function findLikely(
  store: Store,
  person: Seen,
  people: readonly Seen[],
  options: LookupOptions,
): Promise<Likely[]> {
  const keys = keysOfCandidate(person, options).filter(({ via }) => via === 'domain');
  const sameDomain = await store.byKeys(keys.map(({ key }) => key));
  const byDomain = await store.customers([...new Set(sameDomain.map((hit) => hit.customerId))]);
  const named = person.name.trim().length > 1 ? await store.search(person.name, MOST_LIKELY) : [];
  const knownAs = await findKnownAs(store, person, people, options);
  const all: Likely[] = [
    ...(knownAs ? [knownAs] : []),
    ...byDomain.map((customer) => ({ customer, contactId: null, why: 'domain' as const })),
    ...named
      .filter(({ notedAt }) => notedAt === undefined)
      .map(({ customer }) => ({ customer, contactId: null, why: 'name' as const })),
  ];
  const once = all.filter(
    (one, at) => all.findIndex(({ customer }) => customer.id === one.customer.id) === at,
  );
  return once.slice(0, MOST_LIKELY);
}

/** A company's name as its private domain suggests it (`quay-side.test` → Quay Side); '' where it says nothing. */
export function companyGuess(person: Pick<Seen, 'kind' | 'value'>): string {
  if (person.kind !== 'email' || isFreeMail(person.value)) return '';
  const labels = (person.value.split('@')[1] ?? '').split('.');
  const label = labels.length > 2 && (labels.at(-2)?.length ?? 0) <= 3 ? labels.at(-3) : labels.at(-2);
  const words = (label ?? '').split('-').filter((word) => word);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
}

/** A customer opened by hand; null where they are gone. */
export async function openCard(store: Store, id: string): Promise<Found | null> {
  const card = await store.card(id);
  return card && { card, contactId: null, via: null };
}
