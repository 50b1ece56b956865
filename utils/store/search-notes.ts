import {
  longestFirst,
  type NoteQuery,
  noteAnswers,
  noteExcerpt,
  noteQuery,
  noteWords,
} from '../customer/note-words';
import type { SearchHit } from './api';
import type { Database } from './database';
import { toCustomer } from './derive';
import type { StoredInteraction } from './stored';

/** Index entries read for one word, and notes read for one search: a word that every note holds costs no more. */
const MAX_KEYS = 400;
const MAX_READ = 60;
/** Notes read at once: mostly the newest name customers enough. */
const SLICE = 20;

/** Customers in whose notes stands what is typed, the newest note first, each customer once. */
export async function searchNotes(
  db: Database,
  typed: string,
  limit: number,
  without: ReadonlySet<string>,
): Promise<SearchHit[]> {
  const query = noteQuery(typed);
  if (!query || limit <= 0) return [];
  const ids = await candidates(db, query);
  const best = new Map<string, StoredInteraction>();
  for (let at = 0; at < ids.length && best.size < limit; at += SLICE)
    for (const row of await db.interactions.bulkGet(ids.slice(at, at + SLICE))) {
      if (!row || !answers(row, query) || without.has(row.customerId)) continue;
      if (row.at > (best.get(row.customerId)?.at ?? 0)) best.set(row.customerId, row);
    }
  const each = [...best.values()].sort((a, b) => b.at - a.at).slice(0, limit);
  const owners = await db.customers.bulkGet(each.map((row) => row.customerId));
  return each.flatMap((row, index): SearchHit[] => {
    const owner = owners[index];
    if (!owner || owner.deletedAt !== null) return [];
    return [
      { customer: toCustomer(owner), contact: null, matched: noteExcerpt(query, row.text), notedAt: row.at },
    ];
  });
}

function answers(row: StoredInteraction, query: NoteQuery): boolean {
  return row.deletedAt === null && noteAnswers(query, row.text, row.words ?? noteWords(row.text));
}

/**
 * Ids of notes that may hold all the words, the newest first. The words are read in one go, each bounded; those whose
 * list is whole must all hold an id, a word with more than that many notes says nothing and is checked by the rows.
 */
async function candidates(db: Database, { words }: NoteQuery): Promise<string[]> {
  const [longest = '', ...shorter] = longestFirst(words);
  const rarest = await keysFrom(db, longest);
  if (rarest.length === 0) return []; // mostly so: the others, which many notes hold, need not be read
  const lists = [rarest, ...(await Promise.all(shorter.map((word) => keysFrom(db, word))))];
  const whole = lists.filter((list) => list.length < MAX_KEYS).sort((a, b) => a.length - b.length);
  const [first, ...others] = whole.length > 0 ? whole : lists.slice(0, 1);
  const sets = others.map((list) => new Set(list));
  const all = [...new Set(first ?? [])].filter((id) => sets.every((set) => set.has(id)));
  return all.sort().reverse().slice(0, MAX_READ);
}

const keysFrom = (db: Database, word: string): Promise<string[]> =>
  db.interactions.where('words').startsWith(word).limit(MAX_KEYS).primaryKeys();
