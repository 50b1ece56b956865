import { simplify } from './names/fold';

/**
 * Folding: the one form in which texts are compared. Two texts that a person would call the same
 * (case, full-width, composed or decomposed, extra blanks) fold to the same string.
 */

/** Characters that are not shown and would keep equal texts apart: joiners, direction marks, BOM, soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** NFKC, lower case, invisible characters off, runs of blanks as one; `ß` is `ss`. Length bounded by `most`. */
export function fold(text: string, most = 200): string {
  return text
    .slice(0, most * 2)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .trim();
}

/**
 * {@link fold} without accents and in simplified characters, for search: `Müller` is found by `muller`, `恒信` by `恆信`.
 * Marks of other scripts stay.
 */
export function foldForSearch(text: string, most = 200): string {
  const folded = fold(text, most)
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
  return simplify(folded);
}

/** True for a Chinese (Han) character that has a reading of its own. */
export const isHan = (char: string): boolean => /^\p{Script=Han}$/u.test(char);
