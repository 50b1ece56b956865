import { proposeAliases } from '../customer/duplicates';
import { keysOfCandidate, type LookupOptions } from '../customer/identifiers';
import { ANSWERS_GO_THERE, IN_SIGNATURE } from '../customer/page-evidence';
import type { CustomerCard, Store } from '../store';
import type { Found } from './resolve-live';
import type { Seen } from './seen';

/** One more address or number of the person who is shown, as the open page has it. */
export interface Also {
  kind: 'email' | 'phone';
  value: string;
  /** `reply`: answers to their mail go there. `signature`: it stands below their name. */
  why: 'reply' | 'signature';
}

/** Looked at of one page: a header and a signature hold few. */
const MOST = 8;

/**
 * What the page shows as one more address or number of the person of a card, and nobody has yet: where answers go,
 * what their signature holds. Only of whom the page's own address has found: a guess leads to no other.
 */
export async function findAlso(
  store: Store,
  { card, contactId, via }: Found,
  person: Seen,
  people: readonly Seen[],
  options: LookupOptions,
): Promise<Also | null> {
  if (via !== 'email' || person.kind !== 'email') return null;
  const all = people.flatMap((one) => (one.key === person.key ? [] : shownAs(one))).slice(0, MOST);
  for (const { seen, why } of all.sort((a, b) => a.why.localeCompare(b.why))) {
    const keys = keysOfCandidate(seen, options).filter((key) => key.via !== 'domain');
    if (keys.length === 0 || (await store.byKeys(keys.map(({ key }) => key))).length > 0) continue;
    if (isTheirs(card, contactId, person, seen, why))
      return { kind: seen.kind === 'phone' ? 'phone' : 'email', value: seen.value, why };
  }
  return null;
}

function shownAs(seen: Seen): Array<{ seen: Seen; why: Also['why'] }> {
  if (seen.role === 'own' || seen.role === 'row') return [];
  if (seen.kind === 'email' && seen.evidence.includes(ANSWERS_GO_THERE)) return [{ seen, why: 'reply' }];
  const signed = seen.evidence === IN_SIGNATURE && (seen.kind === 'email' || seen.kind === 'phone');
  return signed ? [{ seen, why: 'signature' }] : [];
}

/** Under another name it is somebody else's: answers may go to a colleague. */
function isTheirs(
  { customer, contacts }: CustomerCard,
  contactId: string | null,
  person: Seen,
  seen: Seen,
  why: Also['why'],
): boolean {
  const owner = contacts.find(({ id }) => id === contactId) ?? customer;
  const written = person.name || owner.name;
  const name = seen.name || written;
  const known = { id: owner.id, name: owner.name, emails: [person.value], phones: [] };
  const signs = { emails: [person.value], phones: [] };
  const sight = why === 'reply' ? { replyTo: [person.value] } : { signature: signs };
  // a number has no key of its own there: it is theirs where an address in its place would be
  const email = seen.kind === 'email' ? seen.value : 'number@signature.invalid';
  return proposeAliases([known], [{ name, email, ...sight }]).length > 0;
}
