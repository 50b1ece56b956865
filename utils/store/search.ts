import type { Table } from 'dexie';
import { foldForSearch } from '../customer/fold';
import { distance } from '../customer/names/distance';
import { findables } from '../customer/terms';
import type { SearchHit } from './api';
import type { Database } from './database';
import { toContact, toCustomer } from './derive';
import { sealerOf } from './lock/sealed-tables';
import { TOLD_APART } from './lock/tokens';
import { searchNotes } from './search-notes';
import type { StoredContact, StoredCustomer } from './stored';

/** Rows read for one beginning before they are ranked: the more, the later the answer (a row costs a twentieth of a ms). */
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
  const rows = await candidates(db, query, limit + SPARE);
  const likely = rows
    .map((row) => ({ row, rank: likelihood(row, query) }))
    .sort((a, b) => b.rank - a.rank || a.row.name.length - b.row.name.length)
    .slice(0, limit + SPARE)
    .map(({ row }) => row);
  const ownerOf = await owners(db, likely);
  const ranked = likely
    .map((row) => ('customerId' in row ? contactHit(row, ownerOf(row), query) : customerHit(row, query)))
    .filter((hit) => hit !== null);
  ranked.sort((a, b) => b.score - a.score || a.length - b.length);
  const named = ranked.slice(0, limit).map(({ hit }) => hit);
  const known = new Set(named.map(({ customer }) => customer.id));
  const noted = await searchNotes(db, text, limit - named.length, known);
  const all = [...named, ...noted];
  return all.length === 0 ? mistyped(db, query, limit) : all;
}

type Row = StoredCustomer | StoredContact;

/** A number as it is dialled or written: one thing, however its digits are parted. */
const NUMBER = /^[\d\s().+\p{Pd}]+$/u;

/**
 * Rows whose terms answer the query: by the whole text and the joined one, and where those are not `enough`, by the
 * longest word: whoever has that word alone ranks behind them all. Of a number, nobody is sought by a part of it whom the
 * whole does not find, unless it finds nobody (`139 0013`: how it begins and ends).
 */
async function candidates(db: Database, { whole, joined, words }: Query, enough: number): Promise<Row[]> {
  const forms = new Set([whole, joined].filter((form) => form !== ''));
  const rows = await beginning(db, [...forms]);
  const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? whole;
  if (forms.has(longest) || rows.length >= (NUMBER.test(whole) ? 1 : enough)) return rows;
  return once([...rows, ...(await beginning(db, [longest]))]);
}

/** Rows a term of which begins so, at most {@link MAX_BEGIN} a table and text; those with an equal term come first. */
function beginning(db: Database, texts: readonly string[]): Promise<Row[]> {
  const pages = [db.customers, db.contacts].flatMap((table) =>
    texts.flatMap((text) => [
      page(table, text, MAX_BEGIN),
      // Sealed, long texts that begin alike do not stand in their order: an equal one is asked for by itself.
      ...(text.length > TOLD_APART && sealerOf(db) ? [whole(table, text)] : []),
    ]),
  );
  // by `then`: an await here would lead out of Dexie's transaction (4.4, 2026-11)
  return Promise.all(pages).then((rows) => once(rows.flat()));
}

const whole = (table: Database['customers' | 'contacts'], text: string): PromiseLike<Row[]> =>
  (table as Table<Row, string>).where('terms').equals(text.slice(0, 40)).limit(MAX_BEGIN).toArray();

/** Whole rows, though one may come by several terms: to ask for each by its key is a trip to the browser process each. */
const page = (table: Database['customers' | 'contacts'], text: string, most: number): PromiseLike<Row[]> =>
  (table as Table<Row, string>).where('terms').startsWith(text.slice(0, 40)).limit(most).toArray();

/** Whose each row is: a customer is their own. */
async function owners(db: Database, rows: readonly Row[]): Promise<(row: Row) => StoredCustomer | undefined> {
  const ids = rows.flatMap((row) => ('customerId' in row ? [row.customerId] : []));
  const byId = new Map((await db.customers.bulkGet([...new Set(ids)])).map((row) => [row?.id, row]));
  return (row) => ('customerId' in row ? byId.get(row.customerId) : row);
}

const once = (rows: readonly Row[]): Row[] => [...new Map(rows.map((row) => [row.id, row])).values()];

/**
 * How well a row may answer, by its stored terms alone: the name itself, then an equal term, then one that begins so,
 * then single words. The order of {@link scoreOf}, without taking every name apart again.
 */
function likelihood({ name, terms }: Row, { whole, joined, words }: Query): number {
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
/** Of a slip before its second half there are few. */
const MAX_SLIPPED = 5;

/**
 * Where nothing answers: whoever has a word that is what was typed but for a slip of the keyboard. A slip is found by
 * leaving out or swapping letters, or, where its first half is right, by what the second half might have been.
 */
async function mistyped(db: Database, { words }: Query, limit: number): Promise<SearchHit[]> {
  const word = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
  if (word.length < SHORTEST_MISTYPED) return [];
  const most = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  const rows = once((await Promise.all([near(db.customers, word), near(db.contacts, word)])).flat());
  // By their stored terms first: to take every row apart for its texts, or to read whose it is, costs more than all else.
  const alike = rows
    .map((row) => ({ row, slips: Math.min(...row.terms.map((term) => slipsIn(word, term, most))) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || a.row.name.length - b.row.name.length)
    .slice(0, limit + SPARE)
    .map(({ row }) => row);
  const ownerOf = await owners(db, alike);
  return alike
    .map((row) => slipHit(row, ownerOf(row), word, most))
    .filter((hit) => hit !== null)
    .sort((a, b) => b.score - a.score || a.length - b.length)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

async function near(table: Database['customers' | 'contacts'], word: string): Promise<Row[]> {
  const half = word.slice(0, Math.ceil(word.length / 2));
  const rows = await page(table, half, MAX_NEAR);
  // Where all that begin so were read, a slip behind that beginning is among them: each request saved is a trip saved.
  const slips = slipsOf(word).filter((text) => rows.length === MAX_NEAR || !text.startsWith(half));
  return [...rows, ...(await Promise.all(slips.map((text) => page(table, text, MAX_SLIPPED)))).flat()];
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

function slipHit(row: Row, owner: StoredCustomer | undefined, word: string, most: number): Ranked | null {
  if (!owner || owner.deletedAt !== null) return null;
  let best: { text: string; slips: number } | null = null;
  for (const { text, terms } of findables(row, owner.country))
    for (const term of terms) {
      const slips = slipsIn(word, term, most);
      if (slips <= most && slips < (best?.slips ?? most + 1)) best = { text, slips };
    }
  if (!best) return null;
  const contact = 'customerId' in row ? toContact(row) : null;
  return {
    score: 1 - best.slips / 4,
    length: row.name.length,
    hit: { customer: toCustomer(owner), contact, matched: best.text },
  };
}
