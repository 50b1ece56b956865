import { hashOf } from './index-build';
import { COMMON } from './tables/common';

/** Words of the language (太阳能, apple): a page that holds one does not name the customer who is called so. */

const PLACES = 8;

/** The bits of a Bloom filter of `size` bits that stand for a word. */
export function bloomPlaces(word: string, size: number): number[] {
  const codes = Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
  const one = hashOf(codes, 0, codes.length);
  const other = hashOf([...codes, 0x5bd1], 0, codes.length + 1) | 1;
  return Array.from({ length: PLACES }, (_, at) => (one + Math.imul(at, other)) >>> 0).map(
    (hash) => hash % size,
  );
}

let bits: Uint8Array | null = null;

/** Whether a folded word is one of the twenty thousand most common (by a filter that errs once in 250). */
export function isCommonWord(word: string): boolean {
  bits ??= bytesOf(COMMON);
  const all = bits;
  return bloomPlaces(word, all.length * 8).every((place) => ((all[place >> 3] ?? 0) >> (place & 7)) & 1);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base 64 as bytes (the pure folders have no `atob`). */
function bytesOf(text: string): Uint8Array {
  const sixes = Array.from(text.replace(/=+$/, ''), (char) => DIGITS.indexOf(char));
  const bytes = new Uint8Array((sixes.length * 6) >> 3);
  for (let at = 0; at < bytes.length; at++) {
    const bit = at * 8;
    const pair = ((sixes[Math.floor(bit / 6)] ?? 0) << 6) | (sixes[Math.floor(bit / 6) + 1] ?? 0);
    bytes[at] = (pair >> (4 - (bit % 6))) & 0xff;
  }
  return bytes;
}
