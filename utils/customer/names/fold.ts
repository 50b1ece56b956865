import { SIMPLIFIED, TRADITIONAL } from './tables/traditional';

let known: Map<string, string> | null = null;

/** Each traditional character's simplified one; made when the first text is folded. */
function simplified(): Map<string, string> {
  known ??= new Map(Array.from(TRADITIONAL, (char, index) => [char, SIMPLIFIED[index] ?? char]));
  return known;
}
/** Letters that Unicode does not take apart into a base letter and a mark. */
const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const HAN = /\p{Script=Han}/u;
const PLAIN = /^[\x20-\x40\x5b-\x7e]*$/;
const ODD = /[\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad]/g;
/** Anything that may hold an accent, an invisible character or an odd letter: outside these ranges there is none. */
const MARKED = /[^\x20-\x7e\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff]/;
const ODD_LETTER = /[ßøæœłđðþı]/g;

/** Whether a text holds Chinese characters (which Japanese kanji share). */
export const hasHan = (text: string): boolean => HAN.test(text);

/**
 * One spelling for what people type in many: NFKC (full-width forms), lower case, no accents, no invisible
 * characters, traditional characters written as simplified, white space single and trimmed.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return squeeze(text);
  let out = '';
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const to = single[code] || singleOf(code);
    if (to === code) continue;
    if (to === MIXED) return squeeze(foldWhole(text));
    out += text.slice(from, index) + String.fromCharCode(to);
    from = index + 1;
  }
  return squeeze(from === 0 ? text : out + text.slice(from));
}

/** What each UTF-16 unit folds to where it folds alone, {@link MIXED} where its neighbours count; filled as texts come. */
const single = new Uint16Array(0x10000);
const MIXED = 0xffff;
/** Marks join what stands before them, halves of pairs each other, final sigma looks around; Hangul parts join. */
const JOINING = /[\p{M}\ud800-\udfff\u1100-\u11ffΣς\u200b-\u200f\u2060\ufeff\u00ad\uff9e\uff9f]/u;

function singleOf(code: number): number {
  const char = String.fromCharCode(code);
  const folded = JOINING.test(char) ? '' : foldWhole(char);
  const to = folded.length === 1 ? folded.charCodeAt(0) : MIXED;
  single[code] = to;
  return to;
}

function foldWhole(text: string): string {
  let folded = text.normalize('NFKC').toLowerCase();
  if (MARKED.test(folded)) {
    folded = folded.normalize('NFD').replace(ODD, '').normalize('NFC');
    folded = folded.replace(ODD_LETTER, (letter) => letters[letter] ?? letter);
  }
  return simplify(folded);
}

/** Traditional characters as simplified ones; all else stays as it is. */
export function simplify(text: string): string {
  if (!HAN.test(text)) return text;
  let out = '';
  const simple = simplified();
  for (const char of text) out += simple.get(char) ?? char;
  return out;
}

const BLANK = /^\s|\s$|\s\s|[^\S ]/;
const squeeze = (text: string): string => (BLANK.test(text) ? text.replace(/\s+/g, ' ').trim() : text);

/** The letters and digits of a folded text, nothing between them. */
export const solid = (folded: string): string => folded.replace(/[^\p{L}\p{N}]+/gu, '');

/** The words of a folded text in a script that writes blanks between them; `O'Neil` and `A.B.` stay whole. */
export function words(folded: string): string[] {
  return folded
    .replace(/['’`.]/g, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '' && word !== '&');
}
