import { foldForSearch } from '../customer/fold';
import { findables } from '../customer/terms';
import type { SearchHit } from './api';
import type { Database } from './database';
import { toContact, toCustomer } from './derive';
import type { StoredContact, StoredCustomer } from './stored';

/** Rows read for one search before they are ranked: the more, the later the answer. */
const MAX_READ = 200;

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

/** Customers and contacts that what is typed finds, best first; see {@link Store.search}. */
export async function search(db: Database, text: string, limit = 20): Promise<SearchHit[]> {
  const query = parse(text);
  if (!query) return [];
  const [customers, contacts] = await Promise.all([
    read<StoredCustomer>(db, 'customers', query),
    read<StoredContact>(db, 'contacts', query),
  ]);
  const owners = await db.customers.bulkGet(contacts.map((row) => row.customerId));
  const ranked = [
    ...customers.map((row) => customerHit(row, query)),
    ...contacts.map((row, index) => contactHit(row, owners[index], query)),
  ].filter((hit) => hit !== null);
  ranked.sort((a, b) => b.score - a.score || a.length - b.length);
  return ranked.slice(0, limit).map(({ hit }) => hit);
}

/** Rows of a table whose terms answer the query: by the whole text, the joined one, and the longest word. */
async function read<R extends { id: string }>(
  db: Database,
  table: 'customers' | 'contacts',
  query: Query,
): Promise<R[]> {
  const longest = [...query.words].sort((a, b) => b.length - a.length)[0] ?? query.whole;
  const prefixes = [...new Set([query.whole, query.joined, longest])].filter((prefix) => prefix !== '');
  const terms = db.table(table);
  const pages = await Promise.all(
    prefixes.flatMap((prefix) => [
      terms.where('terms').equals(prefix.slice(0, 40)).limit(MAX_READ).toArray(),
      terms.where('terms').startsWith(prefix.slice(0, 40)).limit(MAX_READ).toArray(),
    ]),
  );
  return [...new Map((pages.flat() as R[]).map((row) => [row.id, row])).values()];
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
