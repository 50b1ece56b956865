import { SYLLABLES } from './tables/syllables';

const sounds = new Map<string, string>();
for (const entry of SYLLABLES.split(' ')) {
  const [, sound = '', chars = ''] = /^([a-z]+)(.*)$/u.exec(entry) ?? [];
  for (const char of chars) sounds.set(char, sound);
}

/** Readings that characters have as family names, where it is not the usual one. */
const surnames: Record<string, string> = {
  单: 'shan',
  曾: 'zeng',
  仇: 'qiu',
  区: 'ou',
  解: 'xie',
  查: 'zha',
  朴: 'piao',
  任: 'ren',
  盖: 'ge',
  翟: 'zhai',
  种: 'chong',
  乐: 'yue',
  尹: 'yin',
  缪: 'miao',
  覃: 'qin',
  召: 'shao',
  尉: 'wei',
  沈: 'shen',
};

/** The toneless syllable of one simplified character; '' where the table has none. */
export const syllable = (char: string): string => sounds.get(char) ?? '';

/** The same for a character that is a family name (单 shan, 曾 zeng). */
export const surnameSyllable = (char: string): string => surnames[char] ?? syllable(char);

/** The toneless reading of folded text, characters without a reading as they are. */
export function reading(text: string): string {
  let out = '';
  for (const char of text) out += sounds.get(char) ?? char;
  return out;
}

/** Whether two characters sound alike: what an input method offers in place of each other. */
export function homophones(a: string, b: string): boolean {
  const sound = sounds.get(a);
  return sound !== undefined && sound === sounds.get(b);
}
