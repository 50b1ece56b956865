import { keysOfCandidate, type LookupOptions } from './identifiers';
import type { Hit, PageMatch, PagePerson } from './page-match';

/** From what is seen on a page, and what the store says of its keys, to who is on the page. Pure: no store here. */

/** What detection says of one thing on the page (the detector's Candidate). */
export interface Seen {
  kind: PagePerson['kind'];
  value: string;
  name?: string;
  role: PagePerson['role'];
  confidence: number;
  evidence: string;
}

/** What the frames of a tab show, merged (the detector's Sighting). */
export interface SeenPage {
  url: string;
  title: string;
  site: string | null;
  list: boolean;
  /** Best first. */
  candidates: readonly Seen[];
}

/** A stored key and whom it points to (the store's `byKeys`). */
export interface Pointer {
  key: string;
  customerId: string;
  contactId: string | null;
}

/** How soon a customer wants attention; for the order of a list page. */
export interface Urgency {
  riskLevel: 'low' | 'medium' | 'high' | null;
  /** Whole days past the next contact or complaint date; 0: nothing is overdue. */
  overdueDays: number;
  /** What they are expected to bring, 0..1 of the most that anyone on the page is (in the same currency); absent: not known. */
  valueShare?: number;
  /** A complaint is open, due or not. */
  complaint?: boolean;
}

/** Two at the top that are this close in confidence are asked about (binary fractions: a hair more). */
export const NEAR_TIE = 0.1;
const CLOSE = NEAR_TIE + 1e-9;
/** Hits that are shown for one candidate, and people for one page. */
const MAX_HITS = 8;
const MAX_PEOPLE = 100;
/** What only stands in a text is never sure enough to be shown unasked. */
const SHOWN_UNASKED = new Set<PagePerson['role']>(['counterpart', 'participant']);

/** All keys to look up for a page, each once. The rows of a list beside an opened item are not shown: not looked up. */
export function keysOfPage(
  { candidates, list }: Pick<SeenPage, 'candidates' | 'list'>,
  options: LookupOptions,
): string[] {
  const keys = candidates
    .filter((one) => one.role !== 'own' && (list || one.role !== 'row'))
    .flatMap((one) => keysOfCandidate(one, options))
    .map(({ key }) => key);
  return [...new Set(keys)];
}

/**
 * Who is on the page, best first, and what to show first. `urgency` orders a list page; a customer without one
 * comes last. A candidate that says nothing of its own (a name or number of someone who is there already) is left out.
 */
export function resolvePage(
  page: SeenPage,
  pointers: readonly Pointer[],
  options: LookupOptions,
  seenAt: number,
  urgency: ReadonlyMap<string, Urgency> = new Map(),
): PageMatch {
  const { url, title, site } = page;
  const byKey = new Map<string, Pointer[]>();
  for (const pointer of pointers) byKey.set(pointer.key, [...(byKey.get(pointer.key) ?? []), pointer]);
  const all = page.candidates
    .filter((one) => one.role !== 'own')
    .map((one): PagePerson => personOf(one, hitsOf(one, byKey, options)));
  const shown = page.list ? listPeople(all, urgency) : openPeople(all);
  const people = shown.slice(0, MAX_PEOPLE);
  return { url, title, site, seenAt, state: page.list ? listState(people) : openState(people), people };
}

function personOf(seen: Seen, hits: Hit[]): PagePerson {
  const { kind, value, role, confidence, evidence } = seen;
  return { kind, value, name: seen.name ?? '', role, confidence, evidence, hits };
}

/** The customers that a candidate may be, strongest first, each once; a domain points to the company alone. */
function hitsOf(seen: Seen, byKey: ReadonlyMap<string, readonly Pointer[]>, options: LookupOptions): Hit[] {
  const best = new Map<string, Hit>();
  for (const { key, via, strength } of keysOfCandidate(seen, options))
    for (const { customerId, contactId } of byKey.get(key) ?? []) {
      const hit: Hit = { customerId, contactId: via === 'domain' ? null : contactId, via, strength };
      const known = best.get(customerId);
      if (!known || better(hit, known)) best.set(customerId, hit);
    }
  return [...best.values()].sort((a, b) => b.strength - a.strength || contactFirst(a, b)).slice(0, MAX_HITS);
}

/** Stronger, or as strong and naming the person, not only the company. */
const better = (hit: Hit, known: Hit): boolean =>
  hit.strength > known.strength || (hit.strength === known.strength && contactFirst(hit, known) < 0);

const contactFirst = (a: Hit, b: Hit): number => Number(b.contactId !== null) - Number(a.contactId !== null);

const topId = (person: PagePerson): string | undefined => person.hits[0]?.customerId;

/** An opened item: in the detector's order; the list beside it and what adds nobody new left out. */
function openPeople(all: readonly PagePerson[]): PagePerson[] {
  const seen = new Set<string>();
  return all.filter((person) => {
    if (person.role === 'row') return false;
    const top = topId(person);
    if (top === undefined) return person.kind === 'email' || !all.some(isAddress);
    const known = seen.has(top) && person.kind !== 'email';
    seen.add(top);
    return !known;
  });
}

const isAddress = (person: PagePerson): boolean => person.kind === 'email' && SHOWN_UNASKED.has(person.role);

function openState(people: readonly PagePerson[]): PageMatch['state'] {
  const [first] = people;
  if (!first) return 'none';
  if (!SHOWN_UNASKED.has(first.role)) return people.some((one) => one.hits.length > 0) ? 'ask' : 'none';
  if (tiedHits(first) || rival(first, people)) return 'ask';
  return first.hits.length > 0 ? 'matched' : 'unknown';
}

/** One identifier that several customers share: nobody can tell them apart from here. */
function tiedHits({ hits: [first, second] }: PagePerson): boolean {
  return first !== undefined && second !== undefined && first.strength - second.strength <= CLOSE;
}

/**
 * Another customer who is nearly as likely to be the one. A stranger beside a known customer is no question: a
 * record or mail often shows an address of theirs that is not stored yet, and the switcher offers it.
 */
function rival(first: PagePerson, people: readonly PagePerson[]): boolean {
  return people.some((other) => {
    if (other === first || !SHOWN_UNASKED.has(other.role) || other.hits.length === 0) return false;
    if (first.confidence - other.confidence > CLOSE) return false;
    return topId(first) !== topId(other);
  });
}

/** A list: every customer in view once, most urgent first. */
function listPeople(all: readonly PagePerson[], urgency: ReadonlyMap<string, Urgency>): PagePerson[] {
  const once = new Map<string, PagePerson>();
  for (const person of all) {
    const top = topId(person);
    if (top !== undefined && !once.has(top)) once.set(top, person);
  }
  const score = (id: string): number => urgencyScore(urgency.get(id));
  return [...once].sort(([a], [b]) => score(b) - score(a)).map(([, person]) => person);
}

const listState = (people: readonly PagePerson[]): PageMatch['state'] =>
  people.length > 0 ? 'list' : 'none';

/** What an open complaint weighs, in levels of risk. */
const COMPLAINT = 1;
const RISK = { high: 2, medium: 1, low: 0 } as const;

/**
 * Risk times what would be lost, then how long overdue and what is complained of: a month overdue outweighs one level
 * of risk, an open complaint about as much. Where no value is known, risk alone counts.
 */
export function urgencyScore(urgency: Urgency | undefined): number {
  if (!urgency) return -1;
  const risk = urgency.riskLevel === null ? 0 : RISK[urgency.riskLevel];
  const overdue = urgency.overdueDays > 0 ? 0.5 + urgency.overdueDays / 30 : 0;
  const lost = risk * (1 + (urgency.valueShare ?? 0));
  return lost + overdue + (urgency.complaint ? COMPLAINT : 0);
}
