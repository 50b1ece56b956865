import { foldForSearch } from '../customer/fold';
import { distance } from '../customer/names/distance';
import { findables } from '../customer/terms';
import type { SearchHit } from './api';
import type { Database } from './database';
import { toContact, toCustomer } from './derive';
import { searchNotes } from './search-notes';
import type { StoredContact, StoredCustomer } from './stored';

/** Rows read for one search before they are ranked: the more, the later the answer (a row costs a twentieth of a ms). */
const MAX_EQUAL = 40;
const MAX_BEGIN = 40;
/** More rows than are wanted of which it is looked up which of their texts answers: it costs more than reading them. */
const SPARE = 8;

/** What is typed, as the index has it: folded, words apart, and joined where it is a number or a code. */
interface Query {
  whole: string;
  words: string[];
  /** Without blanks and dashes, for codes, numbers and pinyin typed with blanks. */
  joined: string;
}

function parse(text: string): Query | null {
  const whole = foldForSearch(text, 120);
  if (whole === '') return null;
  const words = whole.split(/[^\p{L}\p{M}\p{N}@.]+/u).filter((word) => word !== '');
  return { whole, words: words.slice(0, 6), joined: whole.replace(/[\s\p{Pd}()+'’]/gu, '') };
}

/** Customers and contacts that what is typed finds, best first, then those in whose notes it stands; see {@link Store.search}. */
export async function search(db: Database, text: string, limit = 20): Promise<SearchHit[]> {
  const query = parse(text);
  if (!query) return [];
  // One transaction: a search asks a dozen questions, and one for each costs more than its answer.
  return db.transaction('r', [db.customers, db.contacts, db.interactions], () =>
    found(db, text, query, limit),
  );
}

async function found(db: Database, text: string, query: Query, limit: number): Promise<SearchHit[]> {
  const [customers, contacts] = await Promise.all([
    read<StoredCustomer>(db, 'customers', query),
    read<StoredContact>(db, 'contacts', query),
  ]);
  const likely = [...customers, ...contacts]
    .map((row) => ({ row, rank: likelihood(row, query) }))
    .sort((a, b) => b.rank - a.rank || a.row.name.length - b.row.name.length)
    .slice(0, limit + SPARE)
    .map(({ row }) => row);
  const owned = likely.filter((row) => 'customerId' in row);
  const owners = new Map(
    (await db.customers.bulkGet(owned.map((row) => row.customerId))).map((row) => [row?.id, row]),
  );
  const ranked = likely
    .map((row) =>
      'customerId' in row ? contactHit(row, owners.get(row.customerId), query) : customerHit(row, query),
    )
    .filter((hit) => hit !== null);
  ranked.sort((a, b) => b.score - a.score || a.length - b.length);
  const named = ranked.slice(0, limit).map(({ hit }) => hit);
  const known = new Set(named.map(({ customer }) => customer.id));
  const noted = await searchNotes(db, text, limit - named.length, known);
  const all = [...named, ...noted];
  return all.length === 0 ? mistyped(db, query, limit) : all;
}

/** Rows of a table whose terms answer the query: by the whole text, the joined one, and the longest word. */
async function read<R extends { id: string }>(
  db: Database,
  table: 'customers' | 'contacts',
  query: Query,
): Promise<R[]> {
  const longest = [...query.words].sort((a, b) => b.length - a.length)[0] ?? query.whole;
  const prefixes = [...new Set([query.whole, query.joined, longest])].filter((prefix) => prefix !== '');
  const terms = db.table<R, string>(table);
  // Whole rows, though one may come by several terms: to ask for each by its key is a trip to the browser process each.
  const pages = await Promise.all(
    prefixes.flatMap((prefix) => [
      terms.where('terms').equals(prefix.slice(0, 40)).limit(MAX_EQUAL).toArray(),
      terms.where('terms').startsWith(prefix.slice(0, 40)).limit(MAX_BEGIN).toArray(),
    ]),
  );
  return once(pages.flat());
}

const once = <R extends { id: string }>(rows: readonly R[]): R[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

/**
 * How well a row may answer, by its stored terms alone: the name itself, then an equal term, then one that begins so,
 * then single words. The order of {@link scoreOf}, without taking every name apart again.
 */
function likelihood(
  { name, terms }: StoredCustomer | StoredContact,
  { whole, joined, words }: Query,
): number {
  const forms = joined === '' ? [whole] : [whole, joined];
  const folded = foldForSearch(name, 120);
  const begins = (start: string) => terms.some((term) => term.startsWith(start));
  if (forms.includes(folded)) return 4;
  if (forms.some((form) => terms.includes(form))) return 3;
  if (forms.some((form) => folded.startsWith(form))) return 2.5;
  if (forms.some(begins)) return 2;
  return words.every(begins) ? 1 : 0;
}

interface Ranked {
  score: number;
  length: number;
  hit: SearchHit;
}

function customerHit(row: StoredCustomer, query: Query): Ranked | null {
  const best = bestMatch(findables(row, row.country), query);
  if (!best) return null;
  return {
    score: best.score,
    length: row.name.length,
    hit: { customer: toCustomer(row), contact: null, matched: best.text },
  };
}

function contactHit(row: StoredContact, owner: StoredCustomer | undefined, query: Query): Ranked | null {
  const best = owner && owner.deletedAt === null ? bestMatch(findables(row, owner.country), query) : null;
  if (!best || !owner) return null;
  const hit = { customer: toCustomer(owner), contact: toContact(row), matched: best.text };
  return { score: best.score - 0.1, length: row.name.length, hit };
}

/** The findable text that answers best: an equal term, then the beginning of the text, then of any term. */
function bestMatch(all: ReturnType<typeof findables>, query: Query): { text: string; score: number } | null {
  const everyWord = query.words.every((word) =>
    all.some(({ terms }) => terms.some((term) => term.startsWith(word))),
  );
  let best: { text: string; score: number } | null = null;
  for (const { text, terms } of all) {
    const score = scoreOf(terms, query, everyWord);
    if (score > (best?.score ?? 0)) best = { text, score };
  }
  return best;
}

function scoreOf(terms: string[], { whole, joined, words }: Query, everyWord: boolean): number {
  const forms = joined === '' ? [whole] : [whole, joined];
  if (forms.some((form) => terms[0] === form)) return 4;
  if (forms.some((form) => terms.includes(form))) return 3;
  if (forms.some((form) => terms[0]?.startsWith(form))) return 2.5;
  if (forms.some((form) => terms.some((term) => term.startsWith(form)))) return 2;
  const some = words.some((word) => terms.some((term) => term.startsWith(word)));
  return everyWord && some ? 1 : 0;
}

/** Shorter words have too many neighbours one slip away; longer ones may have two slips. */
const SHORTEST_MISTYPED = 4;
const TWO_SLIPS_FROM = 8;
const MAX_NEAR = 120;

/**
 * Where nothing answers: whoever has a word that is what was typed but for a slip of the keyboard. A slip is found by
 * leaving out or swapping letters, or, where its first half is right, by what the second half might have been.
 */
async function mistyped(db: Database, { words }: Query, limit: number): Promise<SearchHit[]> {
  const word = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
  if (word.length < SHORTEST_MISTYPED) return [];
  const most = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  const [customers, contacts] = await Promise.all([
    near<StoredCustomer>(db, 'customers', word),
    near<StoredContact>(db, 'contacts', word),
  ]);
  const owners = await db.customers.bulkGet(contacts.map((row) => row.customerId));
  const found = [
    ...customers.map((row) => slipHit(row, row, null, word, most)),
    ...contacts.map((row, at) => slipHit(row, owners[at], row, word, most)),
  ].filter((hit) => hit !== null);
  return found
    .sort((a, b) => b.score - a.score || a.length - b.length)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

async function near<R extends { id: string }>(
  db: Database,
  table: 'customers' | 'contacts',
  word: string,
): Promise<R[]> {
  const begins = (text: string, most: number) =>
    db.table<R, string>(table).where('terms').startsWith(text).limit(most).toArray();
  const pages = await Promise.all([
    begins(word.slice(0, Math.ceil(word.length / 2)), MAX_NEAR),
    ...slipsOf(word).map((text) => begins(text, 5)),
  ]);
  return once(pages.flat());
}

/** The word with one letter left out, and with two neighbours swapped. */
function slipsOf(word: string): string[] {
  const all = new Set<string>();
  for (let at = 0; at < word.length; at++) {
    all.add(word.slice(0, at) + word.slice(at + 1));
    if (at > 0) all.add(word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1));
  }
  all.delete(word);
  return [...all];
}

/** How many slips away a term begins with the word, as far as `most` of them. */
function slipsIn(word: string, term: string, most: number): number {
  if (term.length < word.length - most) return most + 1;
  return Math.min(...[-1, 0, 1].map((more) => distance(word, term.slice(0, word.length + more), most)));
}

function slipHit(
  row: StoredCustomer | StoredContact,
  owner: StoredCustomer | undefined,
  contact: StoredContact | null,
  word: string,
  most: number,
): Ranked | null {
  if (!owner || owner.deletedAt !== null) return null;
  // By its stored terms first: to take every row apart for its texts costs more than all else.
  if (!row.terms.some((term) => slipsIn(word, term, most) <= most)) return null;
  let best: { text: string; slips: number } | null = null;
  for (const { text, terms } of findables(row, owner.country))
    for (const term of terms) {
      const slips = slipsIn(word, term, most);
      if (slips <= most && slips < (best?.slips ?? most + 1)) best = { text, slips };
    }
  if (!best) return null;
  const hit = { customer: toCustomer(owner), contact: contact && toContact(contact), matched: best.text };
  return { score: 1 - best.slips / 4, length: row.name.length, hit };
}
