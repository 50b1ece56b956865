import { distance } from '../customer/names/distance';
import { longestFirst } from '../customer/note-words';
import { findables } from '../customer/terms';
import type { SearchHit } from './api';
import { toContact, toCustomer } from './derive';
import type { Query } from './search-rank';
import { ASKED, filedHints, once, owners, page, rowsOf, type Sought } from './search-rows';
import type { Found, FoundTable, StoredCustomer } from './stored';
import { termsOf } from './term-runs';

/** Shorter words have too many neighbours one slip away; longer ones may have two slips. */
const SHORTEST_MISTYPED = 4;
const TWO_SLIPS_FROM = 8;
const MAX_NEAR = 60;
/** Letters that a slip mostly leaves as they were. */
const STEM = 2;
/** Of a slip before its second half there are few. */
const MAX_SLIPPED = 5;

/**
 * Where nothing answers: whoever has a word that is what was typed but for a slip of the keyboard. A slip is found by
 * leaving out or swapping letters, or, where its first half is right, by what the second half might have been.
 */
export async function mistyped(sought: Sought, { words }: Query, limit: number): Promise<SearchHit[]> {
  const [word = ''] = longestFirst(words);
  if (word.length < SHORTEST_MISTYPED) return [];
  const most = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  const slipsOfRow = (row: Found) => Math.min(...termsOf(row).map((term) => slipsIn(word, term, most)));
  const rows = once((await Promise.all(ASKED.map((table) => near(sought, table, word, most)))).flat());
  // By their stored terms first: to take every row apart for its texts, or to read whose it is, costs more than all else.
  const alike = rows
    .map((row) => ({ row, slips: slipsOfRow(row) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || a.row.name.length - b.row.name.length)
    .slice(0, limit);
  const ownerOf = await owners(
    sought.db,
    alike.map(({ row }) => row),
  );
  return alike.map(({ row, slips }) => slipHit(row, ownerOf(row), word, slips)).filter((hit) => hit !== null);
}

/**
 * Rows that may have the word with a slip. Of a beginning that so few have that all were read, each slip behind it is among them: a request
 * saved is a trip saved. In the index, where only what was typed by hand stands, that is mostly so for the first letters.
 */
async function near(sought: Sought, table: FoundTable, word: string, most: number): Promise<Found[]> {
  const { db } = sought;
  const half = word.slice(0, Math.ceil(word.length / 2));
  const start = word.slice(0, STEM);
  const [begun, rows, filed] = await Promise.all([
    page(db, table, start, MAX_NEAR),
    page(db, table, half, MAX_NEAR),
    filedHints(sought, table, half, MAX_NEAR),
  ]);
  const slips = slipsOf(word);
  const unread = (found: readonly unknown[], read: string) =>
    slips.filter((text) => found.length >= MAX_NEAR || !text.startsWith(read));
  const inIndex = begun.length < MAX_NEAR ? unread(begun, start) : unread(rows, half);
  const [pages, lists] = await Promise.all([
    Promise.all(inIndex.map((text) => page(db, table, text, MAX_SLIPPED))),
    Promise.all(unread(filed, half).map((text) => filedHints(sought, table, text, MAX_SLIPPED))),
  ]);
  const hinted = [filed, ...lists].flat().filter(({ term }) => slipsIn(word, term, most) <= most);
  const near = await rowsOf(db, table, hinted, MAX_NEAR, () => true);
  return [...begun, ...rows, ...pages.flat(), ...near];
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

/** The first text of which a term is that many slips away. */
function slipHit(
  row: Found,
  owner: StoredCustomer | undefined,
  word: string,
  slips: number,
): SearchHit | null {
  if (!owner || owner.deletedAt !== null) return null;
  for (const { text, terms } of findables(row, owner.country)) {
    if (!terms.some((term) => slipsIn(word, term, slips) <= slips)) continue;
    const contact = 'customerId' in row ? toContact(row) : null;
    return { customer: toCustomer(owner), contact, matched: text };
  }
  return null;
}
