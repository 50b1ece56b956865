import { emailKeys } from '../identifiers';
import { comparePersons } from '../names/compare-person';
import { parsePerson } from '../names/person';
import { comparePhones, phoneDigits } from './phone';

/** One sight of a person on a page: what stood together there. */
export interface PersonSight {
  name: string;
  /** The address that it was seen with. */
  email: string;
  /** Other addresses that answer for it: Reply-To, or the address of a forwarded mail's writer. */
  replyTo?: readonly string[];
  /** Phones and addresses that a signature under it holds. */
  signature?: { emails?: readonly string[]; phones?: readonly string[] };
}

/** What is known of a person already. */
export interface KnownPerson {
  id: string;
  name: string;
  emails: readonly string[];
  phones: readonly string[];
}

/** Why an address is thought to be a person's too. */
export type AliasEvidence =
  | { kind: 'reply_to'; text: string }
  | { kind: 'signature_email'; text: string }
  | { kind: 'phone'; text: string }
  | { kind: 'name'; text: string };

/** "Also known as": an address to add to a person, with all that speaks for it. */
export interface AliasProposal {
  id: string;
  email: string;
  evidence: AliasEvidence[];
}

const keyOf = (email: string): string | null => emailKeys(email).at(-1) ?? null;

/** Whether two names are one in any order and script; an initial or 王总 is not enough. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [parsePerson(a), parsePerson(b)];
  if (!x || !y || x.sounds.given === '' || y.sounds.given === '') return false;
  return comparePersons(x, y).level === 'same';
}

/**
 * Proposes addresses of people seen on pages as further addresses of people that are known. A name alone never does: an
 * address is proposed where the name is the same and a phone is too, or where the person's own address stands in Reply-To or
 * in the signature of what came from it under the same name. An address that anyone known already has is not proposed, nor
 * one that would fit two people.
 */
export function proposeAliases(
  known: readonly KnownPerson[],
  sights: readonly PersonSight[],
): AliasProposal[] {
  const taken = new Set(known.flatMap(({ emails }) => emails.map(keyOf)));
  const found = new Map<string, AliasProposal[]>();
  for (const sight of sights) {
    const key = keyOf(sight.email);
    if (key === null || taken.has(key)) continue;
    for (const person of known) {
      const evidence = evidenceFor(person, sight);
      if (evidence.length === 0) continue;
      const others = found.get(key) ?? [];
      const own = others.find(({ id }) => id === person.id);
      if (own) own.evidence = distinct([...own.evidence, ...evidence]);
      else others.push({ id: person.id, email: sight.email.trim(), evidence });
      found.set(key, others);
    }
  }
  return [...found.values()].flatMap((proposals) => (proposals.length === 1 ? proposals : []));
}

function evidenceFor(
  person: KnownPerson,
  { name, replyTo = [], signature = {} }: PersonSight,
): AliasEvidence[] {
  if (!sameName(person.name, name)) return [];
  const own = new Set(person.emails.map(keyOf));
  const holds = (email: string) => own.has(keyOf(email));
  const evidence: AliasEvidence[] = [
    ...replyTo.filter(holds).map((text) => ({ kind: 'reply_to', text }) as const),
    ...(signature.emails ?? []).filter(holds).map((text) => ({ kind: 'signature_email', text }) as const),
    ...(signature.phones ?? [])
      .filter((phone) => person.phones.some((other) => samePhone(phone, other)))
      .map((text) => ({ kind: 'phone', text }) as const),
  ];
  return evidence.length === 0 ? [] : [{ kind: 'name', text: name.trim() }, ...evidence];
}

function samePhone(a: string, b: string): boolean {
  const [x, y] = [phoneDigits(a), phoneDigits(b)];
  return x !== null && y !== null && comparePhones(x, y) === 'same';
}

function distinct(evidence: readonly AliasEvidence[]): AliasEvidence[] {
  return evidence.filter(
    ({ kind, text }, at) => evidence.findIndex((other) => other.kind === kind && other.text === text) === at,
  );
}
