import type { ChineseCompany } from './chinese-company';
import type { CompanyName } from './company';
import { compareChinese } from './compare-chinese';
import { compareLatin } from './compare-latin';
import type { NameInfo } from './info';
import type { LatinCompany } from './latin-company';
import type { NameMatch } from './name-match';
import { reading } from './pinyin';

/** Compares two company names of any scripts; null where their scripts leave nothing to compare. */
export function compareCompanies(a: CompanyName, b: CompanyName, info: NameInfo): NameMatch | null {
  if (a.script === 'han') return b.script === 'han' ? compareChinese(a, b, info) : acrossScripts(a, b);
  return b.script === 'han' ? acrossScripts(b, a) : compareLatin(a, b, info);
}

const LETTER_BITS = 1.5;

/** 珂力电气 and `Keli Electric`: the trade name's reading among the letters. Where it is not, nothing is known. */
function acrossScripts(han: ChineseCompany, latin: LatinCompany): NameMatch | null {
  const sound = reading(han.trade.slice(0, 4));
  if (!/^[a-z]{4,}$/.test(sound) || !latin.core.includes(sound)) return null;
  return { level: 'short', bits: Math.min(sound.length * LETTER_BITS, 14), place: 'unknown', branch: false };
}
