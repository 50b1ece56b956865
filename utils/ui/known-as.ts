import { type KnownPerson, type PersonSight, proposeAliases } from '../customer/duplicates';
import { keysOfCandidate, type LookupOptions } from '../customer/identifiers';
import type { Customer } from '../customer/model';
import type { CustomerCard, Store } from '../store';
import type { Seen } from './seen';

/** A person whose further address this seems to be, and what beside the name says so. */
export interface KnownAs {
  customer: Customer;
  /** The contact of a company that is meant; null: the customer itself. */
  contactId: string | null;
  why: 'phone' | 'address';
}

/** Addresses and numbers of a page that are looked at: a signature holds few, a list of people says nothing. */
const MOST_SIGNS = 8;

/**
 * Whose further address an unknown person's is, by what stands on the page with it: the same name, and a phone or
 * another address that is that person's already. Null where nobody is, or it might be two.
 */
export async function findKnownAs(
  store: Store,
  person: Seen,
  people: readonly Seen[],
  options: LookupOptions,
): Promise<KnownAs | null> {
  if (person.kind !== 'email' || person.name.trim() === '' || person.role === 'row') return null;
  const signs = people.filter(({ key, kind, role }) => key !== person.key && role !== 'own' && isSign(kind));
  if (signs.length === 0 || signs.length > MOST_SIGNS) return null;
  const cards = await cardsOf(store, signs, options);
  const known = new Map(cards.flatMap(peopleOf).map((one) => [one.id, one]));
  const sight: PersonSight = {
    name: person.name,
    email: person.value,
    signature: {
      emails: signs.filter(({ kind }) => kind === 'email').map(({ value }) => value),
      phones: signs.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
    },
  };
  const [found] = proposeAliases([...known.values()], [sight]);
  const one = found && known.get(found.id);
  if (!found || !one) return null;
  const why = found.evidence.some(({ kind }) => kind === 'phone') ? 'phone' : 'address';
  return { customer: one.customer, contactId: one.contactId, why };
}

const isSign = (kind: Seen['kind']): boolean => kind === 'email' || kind === 'phone';

async function cardsOf(
  store: Store,
  signs: readonly Seen[],
  options: LookupOptions,
): Promise<CustomerCard[]> {
  const keys = signs
    .flatMap((sign) => keysOfCandidate(sign, options))
    .flatMap(({ key, via }) => (via === 'domain' ? [] : [key]));
  const ids = new Set((await store.byKeys(keys)).map(({ customerId }) => customerId));
  const cards = await Promise.all([...ids].slice(0, MOST_SIGNS).map((id) => store.card(id)));
  return cards.filter((card) => card !== null);
}

interface Known extends KnownPerson {
  customer: Customer;
  contactId: string | null;
}

function peopleOf({ customer, contacts }: CustomerCard): Known[] {
  const own = customer.kind === 'person' ? [{ ...of(customer), customer, contactId: null }] : [];
  return [...own, ...contacts.map((contact) => ({ ...of(contact), customer, contactId: contact.id }))];
}

const of = ({ id, name, emails, phones }: KnownPerson): KnownPerson => ({ id, name, emails, phones });
