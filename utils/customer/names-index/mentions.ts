import type { Contact } from '../model';
import { fold } from '../names/fold';
import { parsePerson } from '../names/person';
import type { Hit, PageMatch, PagePerson } from '../page-match';
import type { NameDigest, NameFound } from './digest';

/** How much a name alone says: less than any address, number or domain. */
const STRENGTH = { whole: 0.45, name: 0.4, titled: 0.35 } as const;
const CONFIDENCE = 0.15;
const MAX_MENTIONS = 12;

/** One who is named on a page, and by what. */
export interface Mention {
  text: string;
  hit: Hit;
  evidence: string;
}

/**
 * The names that count: those that only one customer has, and words of the language only where a second sign stands
 * beside them: the full name, a label, a domain, number or code of theirs, or another of their names.
 */
export function mentionsOf(digests: readonly NameDigest[]): Mention[] {
  const all = digests.flatMap(({ found }) => found).sort(tellsMore);
  const mentions = new Map<string, Mention>();
  for (const one of all) {
    const backed = one.signs.length > 0 || isSeconded(one, all);
    if (!one.sure && !backed) continue;
    const key = `${one.customerId}:${one.contactId ?? ''}`;
    if (!mentions.has(key)) mentions.set(key, mentionOf(one));
  }
  return [...mentions.values()].slice(0, MAX_MENTIONS);
}

const tellsMore = (a: NameFound, b: NameFound): number =>
  Number(b.sure) - Number(a.sure) || b.signs.length - a.signs.length || b.text.length - a.text.length;

/** Another name of the same customer stands there too: its contact's, or the company of a contact. */
const isSeconded = (one: NameFound, all: readonly NameFound[]): boolean =>
  all.some(
    (other) =>
      other.customerId === one.customerId &&
      other.name !== one.name &&
      (other.sure || other.contactId !== one.contactId),
  );

function mentionOf({ customerId, contactId, text, signs, sure }: NameFound): Mention {
  const strength = signs.includes('whole') ? STRENGTH.whole : STRENGTH.name;
  const why = sure ? '' : ` and ${signs[0] ?? 'another of their names'}`;
  return {
    text,
    hit: { customerId, contactId, via: 'name', strength },
    evidence: `named in the text${why}`,
  };
}

/** 王总, Mr Smith: the contact of that surname at a company which is on the page, where there is only one. */
export function titledMentions(
  digests: readonly NameDigest[],
  contacts: readonly Pick<Contact, 'id' | 'customerId' | 'name'>[],
): Mention[] {
  const titled = digests.flatMap((one) => one.titled).map((pair) => pair.split('|'));
  return titled.flatMap(([surname = '', text = '']) => {
    const same = contacts.filter(({ name }) => surnameOf(name) === fold(surname));
    const [only, other] = same;
    if (!only || other) return [];
    const hit: Hit = {
      customerId: only.customerId,
      contactId: only.id,
      via: 'name',
      strength: STRENGTH.titled,
    };
    return [{ text, hit, evidence: 'addressed by title beside their company' }];
  });
}

const surnameOf = (name: string): string => parsePerson(name)?.surname ?? '';

/**
 * The match with those who are named on the page: after everyone who is there by address, each customer once. A
 * heading that the detector took for a name is the same mention; it is asked about, since a name alone proves nothing.
 */
export function withMentions(match: PageMatch, mentions: readonly Mention[]): PageMatch {
  if (mentions.length === 0) return match;
  const here = new Set(match.people.flatMap(({ hits }) => hits.flatMap(idsOf)));
  const people = match.people.map((person) => joined(person, mentions, here));
  const added: PagePerson[] = [];
  for (const mention of mentions) {
    const [own, company] = [idsOf(mention.hit)[0] ?? '', mention.hit.customerId];
    if (here.has(own) || (mention.hit.contactId === null && here.has(company))) continue;
    for (const id of idsOf(mention.hit)) here.add(id);
    added.push(personOf(mention));
  }
  return { ...match, people: [...people, ...added], state: stateOf(match, people, added) };
}

/** The ids that a hit stands for: the contact's and its customer's. */
const idsOf = ({ customerId, contactId }: Hit): string[] =>
  contactId === null ? [customerId] : [contactId, customerId];

function joined(person: PagePerson, mentions: readonly Mention[], here: Set<string>): PagePerson {
  if (person.kind !== 'name' || person.hits.length > 0) return person;
  const same = mentions.filter(({ text }) => fold(text) === fold(person.value));
  for (const { hit } of same) for (const id of idsOf(hit)) here.add(id);
  return same.length > 0 ? { ...person, hits: same.map(({ hit }) => hit) } : person;
}

const personOf = ({ text, hit, evidence }: Mention): PagePerson => ({
  kind: 'name',
  value: text,
  name: '',
  role: 'mention',
  confidence: CONFIDENCE,
  evidence,
  hits: [hit],
});

function stateOf(match: PageMatch, people: readonly PagePerson[], added: readonly PagePerson[]) {
  if (match.state === 'none' && added.length > 0) return 'ask';
  const first = people[0];
  const byName = first?.hits[0]?.via === 'name' && match.state === 'unknown';
  return byName ? 'ask' : match.state;
}

/** Someone is on the page by more than a name: only then the margin opens by itself. */
export const isKnown = ({ people }: Pick<PageMatch, 'people'>): boolean =>
  people.some(({ hits }) => hits.some(({ via }) => via !== 'name'));
