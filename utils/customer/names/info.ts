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

/** What a name's worth is counted by: each character of a Chinese trade name, each word of another. */
export const piecesOf = (name: CompanyName): readonly string[] =>
  name.script === 'han' ? Array.from(name.trade.slice(0, 4)) : name.trade;

/** How telling pieces are, from how often each turned up among `total` of them. */
export function infoFrom(total: number, count: (piece: string) => number): NameInfo {
  const bits = new Map<string, number>();
  const weigh = (piece: string) => {
    const others = Math.max(0, count(piece) - 1);
    return -Math.log2((others + PRIOR_PIECES * prior(piece)) / (total + PRIOR_PIECES));
  };
  return {
    piece: (piece) => {
      let known = bits.get(piece);
      if (known === undefined) {
        known = weigh(piece);
        bits.set(piece, known);
      }
      return known;
    },
  };
}

/** What pieces tell before any name was seen. */
export const UNSEEN: NameInfo = infoFrom(0, () => 0);
