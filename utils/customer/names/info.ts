import type { CompanyName } from './company';
import { COMMON_CHARS } from './company-words';

/**
 * How much it tells that two names share a piece, in bits: −log2 of how often the piece turns up by chance.
 * Learned from the names at hand, held to general expectations where there are few of them.
 */
export interface NameInfo {
  /** A character of a trade name, a word of a Latin trade name. */
  piece(piece: string): number;
}

/** As if this many names had been seen already. */
const PRIOR_NAMES = 300;
const LATIN_PRIOR = 2 ** -11;

/** What one piece is worth before any name was seen. */
function prior(piece: string): number {
  if (piece.length === 1) return COMMON_CHARS.has(piece) ? 2 ** -6 : 2 ** -9;
  return LATIN_PRIOR;
}

const piecesOf = (name: CompanyName): Iterable<string> =>
  name.script === 'han' ? name.trade.slice(0, 4) : name.trade;

/** Counts the pieces of the trade names given; each distinct name is to be given once. */
export function learnNames(names: Iterable<CompanyName>): NameInfo {
  const counts = new Map<string, number>();
  let total = 0;
  for (const name of names) {
    total += 1;
    for (const piece of new Set(piecesOf(name))) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  const bits = new Map<string, number>();
  const weigh = (piece: string) => {
    const count = Math.max(0, (counts.get(piece) ?? 0) - 1);
    return -Math.log2((count + PRIOR_NAMES * prior(piece)) / (total + PRIOR_NAMES));
  };
  return {
    piece: (piece) => {
      const known = bits.get(piece) ?? weigh(piece);
      bits.set(piece, known);
      return known;
    },
  };
}
