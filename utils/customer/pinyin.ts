import { READINGS, SOUNDS, SURNAMES, WORDS } from './pinyin-data';

/** Chinese characters as toneless syllables, from a baked table: good enough to find and sort by, not to print. */
const FIRST = 0x4e00;
const FIRST_CHAR = String.fromCharCode(FIRST);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const sounds = SOUNDS.split(' ');
const value = new Map([...DIGITS].map((digit, index) => [digit, index]));
const exceptions = (list: string) =>
  new Map(
    list.split(' ').map((entry) => {
      const [text = '', readings = ''] = entry.split(':');
      return [text, readings.split(',')] as const;
    }),
  );
const surnames = exceptions(SURNAMES);
const words = exceptions(WORDS);

/** The main reading of one character, or null where the table has none. */
function reading(char: string): string | null {
  const at = ((char.codePointAt(0) ?? 0) - FIRST) * 2;
  const high = value.get(READINGS.charAt(at));
  const low = value.get(READINGS.charAt(at + 1));
  if (high === undefined || low === undefined) return null;
  return sounds[high * 64 + low] || null;
}

/** The exception that stands at `index`, the longest first, and how many characters it covers. */
function exceptionAt(chars: readonly string[], index: number, list: ReadonlyMap<string, string[]>) {
  for (let length = 3; length > 0; length -= 1) {
    const readings = list.get(chars.slice(index, index + length).join(''));
    if (readings) return readings;
  }
  return null;
}

/**
 * One syllable a character; characters without a reading stand for themselves. Words that are read otherwise
 * (银行, 重庆) are known. With `personal` the start is read as a surname (单 shan, 曾 zeng).
 */
export function syllables(text: string, personal: boolean): string[] {
  const chars = [...text];
  const out: string[] = [];
  while (out.length < chars.length) {
    const index = out.length;
    const char = chars[index] ?? '';
    if (char < FIRST_CHAR) {
      out.push(char); // most names are Latin: nothing is looked up for them
      continue;
    }
    const surname = personal && index === 0 ? exceptionAt(chars, 0, surnames) : null;
    const known = surname ?? exceptionAt(chars, index, words);
    out.push(...(known ?? [reading(char) ?? char]));
  }
  return out;
}

/** True for a text that is read like a personal name: two to four characters, all of them Chinese. */
export const looksPersonal = (text: string): boolean => /^\p{Script=Han}{2,4}$/u.test(text);
