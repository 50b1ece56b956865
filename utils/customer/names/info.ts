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

/** As if this many pieces had been seen already. */
const PRIOR_PIECES = 600;
const LATIN_PRIOR = 2 ** -12;

/** What one piece is worth before any name was seen. */
function prior(piece: string): number {
  if (piece.length === 1) return COMMON_CHARS.has(piece) ? 2 ** -7 : 2 ** -10;
  return LATIN_PRIOR;
}

const piecesOf = (name: CompanyName): Iterable<string> =>
  name.script === 'han' ? name.trade.slice(0, 4) : name.trade;

/** Counts the pieces of the trade names given; each distinct name is to be given once. */
export function learnNames(names: Iterable<CompanyName>): NameInfo {
  const counts = new Map<string, number>();
  let total = 0;
  for (const name of names) {
    for (const piece of piecesOf(name)) {
      total += 1;
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
    }
  }
  const bits = new Map<string, number>();
  const weigh = (piece: string) => {
    const count = Math.max(0, (counts.get(piece) ?? 0) - 1);
    return -Math.log2((count + PRIOR_PIECES * prior(piece)) / (total + PRIOR_PIECES));
  };
  return {
    piece: (piece) => {
      const known = bits.get(piece) ?? weigh(piece);
      bits.set(piece, known);
      return known;
    },
  };
}
