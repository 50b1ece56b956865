import { type ChineseCompany, type Role, roleAt } from './chinese-company';
import type { NameInfo } from './info';
import { soundCode } from './pinyin';
import { comparePlaces, placeBehind, placesNamed } from './places';

/** Bits that a shared character of a word of trade adds; a trade name's are learned ({@link NameInfo}). */
export const WORD_BITS = { industry: 1.6, generic: 0.4 } as const;

/** How two cores lie beside each other. */
export interface Alignment {
  /** Trade-name characters matched, and bits of all that matched. */
  trade: number;
  bits: number;
  /** Matched by sound only. */
  sounds: number;
  industry: number;
  /** Characters of either that found no partner, by role. */
  leftA: Record<Role, number>;
  leftB: Record<Role, number>;
  firstTogether: boolean;
}

/** A letter or figure inside a Chinese name tells less than a character. */
export const pieceBits = (char: string, info: NameInfo): number => (char < '\u3000' ? 4 : info.piece(char));

/** Characters of a core that are looked at: one bit each of a number says whether it found a partner. */
const WIDTH = 31;
const ROW = WIDTH + 1;
const scores = new Float64Array(ROW * ROW);
const sounds = new Int32Array(WIDTH);

/** The best way to lay one core beside the other in order (Needleman & Wunsch 1970, gaps free). */
export function align(a: ChineseCompany, b: ChineseCompany, info: NameInfo): Alignment {
  const [x, y] = [a.core, b.core];
  const n = Math.min(x.length, WIDTH);
  const m = Math.min(y.length, WIDTH);
  for (let j = 0; j < m; j += 1) sounds[j] = soundCode(y.charCodeAt(j));
  for (let j = 0; j <= m; j += 1) scores[j] = 0;
  for (let i = 1; i <= n; i += 1) {
    const row = i * ROW;
    const code = x.charCodeAt(i - 1);
    const sound = soundCode(code);
    let left = 0;
    scores[row] = 0;
    for (let j = 1; j <= m; j += 1) {
      let best = scores[row - ROW + j] as number;
      if (left > best) best = left;
      const same = code === y.charCodeAt(j - 1);
      if (same || (sound !== 0 && sound === sounds[j - 1])) {
        const gained = (scores[row - ROW + j - 1] as number) + pairBits(a, i - 1, b, j - 1, same, info);
        if (gained > best) best = gained;
      }
      scores[row + j] = best;
      left = best;
    }
  }
  return trace(a, b, n, m);
}

/** What it is worth to lay these two characters together, which are the same or sound so. */
function pairBits(
  a: ChineseCompany,
  i: number,
  b: ChineseCompany,
  j: number,
  same: boolean,
  info: NameInfo,
): number {
  const roleA = roleAt(a, i);
  const roleB = roleAt(b, j);
  const worth =
    roleA === 'trade' && roleB === 'trade'
      ? Math.min(pieceBits(a.core[i] ?? '', info), pieceBits(b.core[j] ?? '', info))
      : wordBits(roleA, roleB);
  return same ? worth : worth * 0.35;
}

/** A character of the trade name that the other has in a word of trade is an abbreviation of it: 台泥, 台湾水泥. */
function wordBits(a: Role, b: Role): number {
  const role = a === 'generic' || b === 'generic' ? 'generic' : 'industry';
  return WORD_BITS[role] + (a === 'trade' || b === 'trade' ? 1.4 : 0);
}

function trace(a: ChineseCompany, b: ChineseCompany, n: number, m: number): Alignment {
  let [usedA, usedB] = [0, 0];
  const out: Alignment = {
    trade: 0,
    bits: scores[n * ROW + m] ?? 0,
    sounds: 0,
    industry: 0,
    leftA: { trade: 0, industry: 0, generic: 0 },
    leftB: { trade: 0, industry: 0, generic: 0 },
    firstTogether: false,
  };
  for (let i = n, j = m; i > 0 && j > 0; ) {
    const here = scores[i * ROW + j];
    if (here === scores[(i - 1) * ROW + j]) i -= 1;
    else if (here === scores[i * ROW + j - 1]) j -= 1;
    else {
      i -= 1;
      j -= 1;
      usedA |= 1 << i;
      usedB |= 1 << j;
      count(a, i, b, j, out);
    }
  }
  if (borrows(a, usedA, b, out)) usedA |= 1;
  if (borrows(b, usedB, a, out)) usedB |= 1;
  leftover(a, usedA, n, out.leftA);
  leftover(b, usedB, m, out.leftB);
  return out;
}

function count(a: ChineseCompany, i: number, b: ChineseCompany, j: number, out: Alignment): void {
  const x = roleAt(a, i);
  const y = roleAt(b, j);
  if (x === 'trade' || y === 'trade') {
    out.trade += 1;
    if (a.core.charCodeAt(i) !== b.core.charCodeAt(j)) out.sounds += 1;
  } else if (x === 'industry' || y === 'industry') out.industry += 1;
  if (i === 0 && j === 0) out.firstTogether = true;
}

/** 深纺织, 粤电力: a short name may begin with a character of the other's region, or with the region's short form. */
function borrows(short: ChineseCompany, used: number, long: ChineseCompany, out: Alignment): boolean {
  if ((used & 1) === 1 || short.places.length > 0 || long.places.length === 0) return false;
  if (short.roles[0] !== 't') return false;
  const first = short.core[0] ?? '';
  const behind = placeBehind(first);
  const meant =
    long.placeText.includes(first) ||
    (behind !== null && comparePlaces(placesNamed(behind), long.places) !== 'conflict');
  if (!meant) return false;
  out.bits += 3;
  out.trade += 1;
  out.firstTogether = true;
  return true;
}

function leftover(name: ChineseCompany, used: number, size: number, left: Record<Role, number>): void {
  for (let index = 0; index < size; index += 1) {
    if ((used & (1 << index)) === 0) left[roleAt(name, index)] += 1;
  }
}
