import { type Alignment, align, pieceBits, WORD_BITS } from './align-chinese';
import { type ChineseCompany, type Role, roleAt } from './chinese-company';
import { distance } from './distance';
import type { NameInfo } from './info';
import type { NameMatch } from './name-match';
import { homophones } from './pinyin';
import { comparePlaces } from './places';

/** Compares two Chinese names part by part. The result does not depend on their order. */
export function compareChinese(a: ChineseCompany, b: ChineseCompany, info: NameInfo): NameMatch {
  const typed = a.bare === b.bare ? null : typo(a.bare, b.bare);
  const known = a.places.length > 0 && b.places.length > 0;
  const place = known ? comparePlaces(a.places, b.places) : 'unknown';
  const base = { place, branch: a.branch !== b.branch } as const;
  if (a.core === b.core) return { ...base, level: 'same', bits: wholeBits(a, info) + placeBits(a, place) };
  if (placeInside(a, b) || placeInside(b, a))
    return { ...base, level: 'same', bits: Math.min(wholeBits(a, info), wholeBits(b, info)) };
  if (typed === 'other' && a.trade !== b.trade) return { ...base, level: 'different', bits: 0 };
  const found = align(a, b, info);
  if (typed === 'slip')
    return { ...base, level: 'near', bits: Math.max(0, wholeBits(a, info), wholeBits(b, info)) - 3 };
  if (typed === 'lost') {
    return {
      ...base,
      level: 'unclear',
      bits: Math.max(0, Math.min(wholeBits(a, info), wholeBits(b, info)) / 2),
    };
  }
  if (a.trade === '' && b.trade === '') return { ...base, ...generic(a, found, place) };
  if (a.trade === '' || b.trade === '') return { ...base, ...oneNamed(a.trade === '' ? b : a, found, place) };
  return { ...base, ...judge(a, b, found) };
}

/** 天顺风能（苏州）, 天顺风能苏州: the brackets were left out, and the region stands where they were. */
const placeInside = ({ core, placeText }: ChineseCompany, other: ChineseCompany): boolean =>
  placeText.length >= 2 &&
  other.places.length === 0 &&
  other.core.length === core.length + placeText.length &&
  other.core.replace(placeText, '') === core;

/**
 * Two whole names a character apart: `slip` where a person typing makes it (same sound, neighbours swapped, one
 * character lost), `lost` where it is the first that is lost, `other` where another character stands there: that is another company's name.
 */
function typo(a: string, b: string): 'slip' | 'lost' | 'other' | null {
  if (Math.max(a.length, b.length) < 4 || a === b || distance(a, b, 1) > 1) return null;
  if (a.length !== b.length) return a[0] === b[0] ? 'slip' : 'lost';
  let at = 0;
  while (a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (a[at] === b[at + 1] && a[at + 1] === b[at]) return 'slip';
  return homophones(a[at] ?? '', b[at] ?? '') ? 'slip' : 'other';
}

/** That both stand in one region tells little beside a trade name, and much where there is none. */
const placeBits = (name: ChineseCompany, place: NameMatch['place']): number =>
  place !== 'same' ? 0 : name.trade === '' ? 5 : 1;

function wholeBits(name: ChineseCompany, info: NameInfo): number {
  let bits = 0;
  for (let index = 0; index < name.core.length; index += 1) {
    const role = roleAt(name, index);
    bits += role === 'trade' ? pieceBits(name.core[index] ?? '', info) : WORD_BITS[role];
  }
  return bits;
}

/** Names of region and industry alone (山西煤矿, 山西煤业): the same only in the same region. */
function generic(
  a: ChineseCompany,
  found: Alignment,
  place: NameMatch['place'],
): Pick<NameMatch, 'level' | 'bits'> {
  if (found.industry === 0 || place === 'conflict') return { level: 'different', bits: 0 };
  if (place !== 'same') return { level: 'unclear', bits: 0 };
  const clash = found.leftA.industry > 0 && found.leftB.industry > 0;
  // one says nothing that the other does not: 西藏矿业 is what people make of 西藏矿业发展
  const whole = own(found.leftA) === 0 || own(found.leftB) === 0;
  const bits = placeBits(a, place) + Math.min(found.bits, 6) - (clash ? 2 : 0) + (whole ? 2 : 0);
  return { level: 'generic', bits };
}

/** 山西煤矿 beside 山西恒信煤矿: the shorter may be meant, or another company. */
function oneNamed(
  named: ChineseCompany,
  found: Alignment,
  place: NameMatch['place'],
): Pick<NameMatch, 'level' | 'bits'> {
  if (found.trade >= 2)
    return { level: 'short', bits: found.bits + (place === 'same' ? 3 : 0) + covered(found) };
  return { level: found.industry > 0 && named.trade.length < 3 ? 'unclear' : 'different', bits: 0 };
}

function judge(a: ChineseCompany, b: ChineseCompany, found: Alignment): Pick<NameMatch, 'level' | 'bits'> {
  const { leftA, leftB } = found;
  if (found.trade === 0) return { level: 'different', bits: 0 };
  if (leftA.trade > 0 && leftB.trade > 0) return slip(a, b, found);
  if (found.sounds * 2 > found.trade) return { level: 'different', bits: 0 };
  if (clashing(leftA, leftB) || clashing(leftB, leftA)) {
    return { level: 'unclear', bits: found.bits / 4 };
  }
  // two names with their legal form are written out: what one has more is no matter of shortening
  if (legal(a) && legal(b) && own(leftA) + own(leftB) > 0) return { level: 'unclear', bits: found.bits / 4 };
  if (own(leftA) > 0 && own(leftB) > 0 && leftA.trade + leftB.trade === 0) {
    return { level: 'unclear', bits: found.bits / 3 };
  }
  const skipped = leftA.trade + leftB.trade;
  const lone = Math.min(a.trade.length, b.trade.length) < 2;
  if (skipped === 0 && !lone) return { level: found.sounds > 0 ? 'near' : 'same', bits: found.bits };
  // what shortens a name adds nothing to it: a word of its own (楚天科技 beside 楚天龙) counts against it
  const extra = leftA.trade > 0 ? leftB.generic : leftA.generic;
  const bits = found.bits - Math.min(skipped, 4) - extra * 2 + covered(found);
  return { level: lone && found.trade < 2 ? 'unclear' : 'short', bits: lone ? bits - 4 : bits };
}

const own = (left: Record<Role, number>): number => left.trade + left.industry + left.generic;
const legal = (name: ChineseCompany): boolean => name.form.includes('有限');

/** A short name that begins as the long one does and has nothing of its own is just what people make of it. */
function covered({ leftA, leftB, firstTogether }: Alignment): number {
  if (!firstTogether) return -7;
  return own(leftA) === 0 || own(leftB) === 0 ? 2 : 0;
}

/** One goes on with a word of trade, the other with another or with more of a name: 恒锋工具, 恒锋信息. */
const clashing = (one: Record<Role, number>, other: Record<Role, number>): boolean =>
  one.industry > 0 && (other.industry > 0 || other.trade > 0);

/** Both have a character of their own: neighbours swapped are forgiven, one odd one in a long name needs more. */
function slip(a: ChineseCompany, b: ChineseCompany, found: Alignment): Pick<NameMatch, 'level' | 'bits'> {
  if (a.trade.length >= 2 && a.trade.length === b.trade.length && sorted(a.trade) === sorted(b.trade))
    return { level: 'near', bits: found.bits + 3 };
  const one = found.leftA.trade === 1 && found.leftB.trade === 1;
  if (one && found.firstTogether && found.trade >= 3) return { level: 'unclear', bits: found.bits / 2 };
  return { level: 'different', bits: 0 };
}

const sorted = (text: string): string => Array.from(text).sort().join('');
