import { longestFirst } from '../customer/note-words';
import type { SearchHit } from './api';
import type { Database } from './database';
import { searchNotes } from './search-notes';
import { hitOf, likelihood, parse, type Query } from './search-rank';
import { beginning, once, owners, type Sought } from './search-rows';
import { mistyped } from './search-slips';
import type { Found } from './stored';
import { runsOf } from './term-hints';

/** More rows than are wanted of which it is looked up which of their texts answers: it costs more than reading them. */
const SPARE = 8;

/** Customers and contacts that what is typed finds, best first, then those in whose notes it stands; see {@link Store.search}. */
export async function search(db: Database, text: string, limit = 20): Promise<SearchHit[]> {
  const query = parse(text);
  if (!query) return [];
  // One transaction: a search asks a dozen questions, and one for each costs more than its answer.
  return db.transaction('r', [db.customers, db.contacts, db.interactions, db.termRuns, db.termBlocks], () =>
    runsOf(db).then((runs) => found({ db, runs, read: new Map() }, text, query, limit)),
  );
}

async function found(sought: Sought, text: string, query: Query, limit: number): Promise<SearchHit[]> {
  const { db } = sought;
  const rows = await candidates(sought, query, limit + SPARE);
  const likely = rows
    .map((row) => ({ row, rank: likelihood(row, query) }))
    .sort((a, b) => b.rank - a.rank || a.row.name.length - b.row.name.length)
    .slice(0, limit + SPARE);
  const ownerOf = await owners(
    db,
    likely.map(({ row }) => row),
  );
  const ranked = likely
    .map(({ row, rank }) => hitOf(row, ownerOf(row), query, rank))
    .filter((hit) => hit !== null);
  ranked.sort((a, b) => b.score - a.score || a.length - b.length);
  const named = ranked.slice(0, limit).map(({ hit }) => hit);
  const known = new Set(named.map(({ customer }) => customer.id));
  const noted = await searchNotes(db, text, limit - named.length, known);
  const all = [...named, ...noted];
  return all.length === 0 ? mistyped(sought, query, limit) : all;
}

/**
 * Rows whose terms answer the query: by the whole text and the joined one, and where those are not `enough`, by the
 * longest word: whoever has that word alone ranks behind them all. Of a number, nobody is sought by a part of it whom the
 * whole does not find, unless it finds nobody (`139 0013`: how it begins and ends).
 */
async function candidates(
  sought: Sought,
  { forms, words, isNumber }: Query,
  enough: number,
): Promise<Found[]> {
  const rows = await beginning(sought, forms);
  const [longest] = longestFirst(words);
  if (!longest || forms.includes(longest) || rows.length >= (isNumber ? 1 : enough)) return rows;
  return once([...rows, ...(await beginning(sought, [longest]))]);
}
