import { syllables } from '../pinyin';

const known = new Map<string, string>();
const knownSurnames = new Map<string, string>();

function cached(char: string, personal: boolean): string {
  const table = personal ? knownSurnames : known;
  let sound = table.get(char);
  if (sound === undefined) {
    const read = syllables(char, personal)[0] ?? char;
    sound = /^[a-z]+$/.test(read) ? read : '';
    table.set(char, sound);
  }
  return sound;
}

/** The toneless syllable of one simplified character; '' where the table has none. */
export const syllable = (char: string): string => cached(char, false);

/** The same for a character that is a family name (单 shan, 曾 zeng). */
export const surnameSyllable = (char: string): string => cached(char, true);

/** The toneless reading of folded text, characters without a reading as they are. */
export function reading(text: string): string {
  let out = '';
  for (const char of text) out += syllable(char) || char;
  return out;
}

const FIRST = 0x4e00;
const SIZE = 0xa000 - FIRST;
const UNREAD = 0xffff;
const codes = new Uint16Array(SIZE).fill(UNREAD);
const numbers = new Map<string, number>();

/** A number for the syllable of a character, the same for all that sound alike; 0 where it has none. */
export function soundCode(code: number): number {
  if (code < FIRST || code >= FIRST + SIZE) return 0;
  const known = codes[code - FIRST] ?? UNREAD;
  if (known !== UNREAD) return known;
  const sound = syllable(String.fromCharCode(code));
  let number = sound === '' ? 0 : numbers.get(sound);
  if (number === undefined) {
    number = numbers.size + 1;
    numbers.set(sound, number);
  }
  codes[code - FIRST] = number;
  return number;
}

/** Whether two characters sound alike: what an input method offers in place of each other. */
export function homophones(a: string, b: string): boolean {
  const sound = soundCode(a.charCodeAt(0));
  return sound !== 0 && sound === soundCode(b.charCodeAt(0));
}
