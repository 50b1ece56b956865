import { fold, words } from './names/fold';

/**
 * What a note is found by: the words of its text, folded, and of Chinese, which writes no blanks, each two characters
 * that stand together. Bounded, however long the note is: what stands beyond is not found.
 */
const MAX_READ = 20_000;
const MAX_WORDS = 400;
const MAX_LENGTH = 24;
const HAN_RUN = /\p{Script=Han}+/gu;

/** The index words of a note's text, each once. */
export function noteWords(text: string): string[] {
  const folded = fold(text.slice(0, MAX_READ));
  const all = new Set<string>();
  for (const word of words(folded.replace(HAN_RUN, ' '))) {
    all.add(word.slice(0, MAX_LENGTH));
    if (all.size >= MAX_WORDS) return [...all];
  }
  for (const [run] of folded.matchAll(HAN_RUN))
    for (const pair of pairsOf(run)) {
      all.add(pair);
      if (all.size >= MAX_WORDS) return [...all];
    }
  return [...all];
}

/** What is typed, to be looked for in notes: words that begin an index word, and Chinese that must stand as it is. */
export interface NoteQuery {
  /** Beginnings of words, and pairs of characters. */
  words: string[];
  /** Pieces that the folded text must hold, as typed. */
  pieces: string[];
}

/** Shorter beginnings would find nearly every note. */
const SHORTEST_WORD = 3;
const MAX_ASKED = 8;

/** What is typed, the word first that the fewest rows hold: mostly the longest. */
export const longestFirst = (typed: readonly string[]): string[] =>
  [...typed].sort((a, b) => b.length - a.length);

/** The query that a typed text makes; null where it is too short to say anything. */
export function noteQuery(typed: string): NoteQuery | null {
  const folded = fold(typed.slice(0, 120));
  const runs = folded.match(HAN_RUN) ?? [];
  const latin = words(folded.replace(HAN_RUN, ' ')).map((word) => word.slice(0, MAX_LENGTH));
  const asked = [...new Set([...latin, ...runs.flatMap(pairsOf)])].slice(0, MAX_ASKED);
  const says = latin.some((word) => word.length >= SHORTEST_WORD) || runs.some((run) => [...run].length > 1);
  return says ? { words: asked, pieces: [...runs] } : null;
}

/** Whether a note answers the query, by its index words and its text. */
export function noteAnswers(
  { words: asked, pieces }: NoteQuery,
  text: string,
  index: readonly string[],
): boolean {
  if (!asked.every((word) => index.some((own) => own.startsWith(word)))) return false;
  if (pieces.length === 0) return true;
  const folded = fold(text.slice(0, MAX_READ));
  return pieces.every((piece) => folded.includes(piece));
}

const BEFORE = 16;
const SHOWN = 80;

/** The place of a note that answers, as it was written, on one line. */
export function noteExcerpt({ words: asked, pieces }: NoteQuery, text: string): string {
  const line = text.slice(0, MAX_READ).replace(/\s+/g, ' ').trim();
  const folded = fold(line);
  const places = [...pieces, ...asked].map((piece) => folded.indexOf(piece)).filter((place) => place >= 0);
  // Folding hardly ever changes a length; where it does, the piece shown begins a little off.
  const at = Math.max(0, Math.min(...places, line.length) - BEFORE);
  const from = places.length === 0 || at < BEFORE / 2 ? 0 : at;
  const part = [...line.slice(from, from + SHOWN)].join('').trim();
  return `${from > 0 ? '…' : ''}${part}${from + SHOWN < line.length ? '…' : ''}`;
}

/** Each two neighbours; a character that stands alone is itself. */
function pairsOf(run: string): string[] {
  const chars = [...run];
  return chars.length === 1 ? chars : chars.slice(1).map((char, at) => `${chars[at]}${char}`);
}
