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
  if (distance(a.core, b.core, 2) <= Math.min(2, Math.floor(a.core.length / 6))) {
    return { ...base, level: 'near', bits: wholeBits(a, info) - 3 };
  }
  if (initialism(a, b) || initialism(b, a)) return { ...base, level: 'short', bits: 9 };
  const found = pair(a.trade, b.trade, info);
  if (found.matched === 0) return { ...base, level: 'different', bits: 0 };
  const words = pair(a.descriptors, b.descriptors, { piece: () => DESCRIPTOR_BITS });
  const bits = found.bits + words.bits + (place === 'same' ? PLACE_BITS : 0);
  if (found.leftA > 0 && found.leftB > 0) return { ...base, level: 'different', bits: 0 };
  const clash = words.leftA > 0 && words.leftB > 0 && words.matched === 0;
  if (clash) return { ...base, level: 'unclear', bits: Math.max(0, bits - 4) };
  const left = found.leftA + found.leftB;
  if (left === 0) return { ...base, level: found.slips > 0 ? 'near' : 'same', bits: bits - 2 * found.slips };
  return { ...base, level: found.first ? 'short' : 'unclear', bits: bits - 2 * left };
}

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
function pair(a: readonly string[], b: readonly string[], info: NameInfo): Pairing {
  const rest = b.map((word, index) => ({ word, index }));
  const out: Pairing = { matched: 0, bits: 0, slips: 0, leftA: 0, leftB: 0, first: false };
  const open: number[] = [];
  const take = (index: number, at: number, exact: boolean) => {
    const partner = rest.splice(at, 1)[0];
    out.matched += 1;
    out.bits += exact
      ? info.piece(a[index] ?? '')
      : Math.min(info.piece(a[index] ?? ''), info.piece(partner?.word ?? '')) - 1;
    if (!exact) out.slips += 1;
    if (index === 0 && partner?.index === 0) out.first = true;
  };
  a.forEach((word, index) => {
    const at = rest.findIndex((other) => other.word === word);
    if (at >= 0) take(index, at, true);
    else open.push(index);
  });
  for (const index of open) {
    const word = a[index] ?? '';
    const at = rest.findIndex((other) => alike(word, other.word) || abbreviates(word, other.word));
    if (at >= 0) take(index, at, false);
    else out.leftA += 1;
  }
  out.leftB = rest.length;
  return out;
}

/** tech / technology, intl / international: the same first letter, the rest in order. */
function abbreviates(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 3 || short[0] !== long[0]) return false;
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
