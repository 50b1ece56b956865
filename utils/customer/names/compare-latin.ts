import { alike, distance } from './distance';
import type { NameInfo } from './info';
import type { LatinCompany } from './latin-company';
import type { NameMatch } from './name-match';

const DESCRIPTOR_BITS = 2;
const PLACE_BITS = 3;

/** Compares two names in a spaced script word by word. The result does not depend on their order. */
export function compareLatin(a: LatinCompany, b: LatinCompany, info: NameInfo): NameMatch {
  const place = comparePlaceWords(a.places, b.places);
  const base = { place, branch: false } as const;
  if (a.core === b.core) return { ...base, level: 'same', bits: wholeBits(a, info) };
  if (
    !isShort(a) &&
    !isShort(b) &&
    distance(a.core, b.core, 2) <= Math.min(2, Math.floor(a.core.length / 6))
  ) {
    return { ...base, level: 'near', bits: wholeBits(a, info) - 3 };
  }
  if (initialism(a, b) || initialism(b, a)) return { ...base, level: 'short', bits: 9 };
  const found = pair(a.trade, b.trade, info.piece);
  if (found.matched === 0) return { ...base, level: 'different', bits: 0 };
  if (found.leftA > 0 && found.leftB > 0) return { ...base, level: 'different', bits: 0 };
  const words = pair(a.descriptors, b.descriptors, descriptorBits);
  const bits = found.bits + words.bits + (place === 'same' ? PLACE_BITS : 0);
  // each goes on with a word of its own: Blue Ocean Seafood, Blue Ocean Shipping
  const own = (found.leftA > 0 && words.leftB > 0) || (found.leftB > 0 && words.leftA > 0);
  if (own) return { ...base, level: 'unclear', bits: bits / 4 };
  const clash = words.leftA > 0 && words.leftB > 0 && words.matched === 0;
  if (clash) return { ...base, level: 'unclear', bits: Math.max(0, bits - 4) };
  const left = found.leftA + found.leftB;
  if (left === 0) return { ...base, level: found.slips > 0 ? 'near' : 'same', bits: bits - 2 * found.slips };
  return { ...base, level: found.first ? 'short' : 'unclear', bits: bits - 2 * left };
}

/** ABC, ABD: with so few letters another one is another name, not a slip. */
const isShort = ({ trade }: LatinCompany): boolean => trade.length === 1 && (trade[0] ?? '').length < 4;

function wholeBits(name: LatinCompany, info: NameInfo): number {
  let bits = name.descriptors.length * DESCRIPTOR_BITS + name.places.length * PLACE_BITS;
  for (const word of name.trade) bits += info.piece(word);
  return bits;
}

function comparePlaceWords(a: readonly string[], b: readonly string[]): NameMatch['place'] {
  if (a.length === 0 || b.length === 0) return 'unknown';
  if (a.some((word) => b.includes(word))) return 'same';
  return a.some((x) => b.some((y) => alike(x, y))) ? 'unknown' : 'conflict';
}

const descriptorBits = (): number => DESCRIPTOR_BITS;

interface Pairing {
  matched: number;
  bits: number;
  slips: number;
  leftA: number;
  leftB: number;
  /** The first words of both belong together. */
  first: boolean;
}

/** Lays words together: equal ones first, then those a slip apart or one short for the other. */
function pair(a: readonly string[], b: readonly string[], piece: NameInfo['piece']): Pairing {
  const out: Pairing = { matched: 0, bits: 0, slips: 0, leftA: 0, leftB: 0, first: false };
  // one bit a word that found its partner; no name has more words that count
  let [takenA, takenB] = [0, 0];
  const [sizeA, sizeB] = [Math.min(a.length, WORDS), Math.min(b.length, WORDS)];
  for (let exact = 1; exact >= 0; exact -= 1) {
    for (let i = 0; i < sizeA; i += 1) {
      if ((takenA & (1 << i)) !== 0) continue;
      const word = a[i] ?? '';
      for (let j = 0; j < sizeB; j += 1) {
        const other = b[j] ?? '';
        if ((takenB & (1 << j)) !== 0 || !(exact === 1 ? word === other : resembles(word, other))) continue;
        takenA |= 1 << i;
        takenB |= 1 << j;
        out.matched += 1;
        out.bits += exact === 1 ? piece(word) : Math.min(piece(word), piece(other)) - 1;
        if (exact === 0) out.slips += 1;
        if (i === 0 && j === 0) out.first = true;
        break;
      }
    }
  }
  out.leftA = a.length - out.matched;
  out.leftB = b.length - out.matched;
  return out;
}

const WORDS = 30;

const resembles = (a: string, b: string): boolean => alike(a, b) || abbreviates(a, b);

/** tech / technology, intl / international: the same first letter, the rest in order. */
function abbreviates(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0) || a.length < 3 || b.length < 3) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.startsWith(short)) return true;
  if (/[aeiou]/.test(short.slice(1))) return false;
  let at = 0;
  for (const char of long) if (char === short[at]) at += 1;
  return at === short.length;
}

/** `ibm` for `international business machines`, also with the first letters of the form (`gwrcl`). */
function initialism(short: LatinCompany, long: LatinCompany): boolean {
  const letters = short.trade.length === 1 && short.descriptors.length === 0 ? (short.trade[0] ?? '') : '';
  if (
    letters.length < 3 ||
    letters.length > 7 ||
    long.initials.length < 2 ||
    !letters.startsWith(long.initials)
  )
    return false;
  const rest = letters.slice(long.initials.length);
  return rest === '' ? letters.length >= 3 : long.formInitials.includes(rest) || rest === 'l';
}
