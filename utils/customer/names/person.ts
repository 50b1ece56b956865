import { fold, hasHan, solid, words } from './fold';
import { reading, surnameSyllable } from './pinyin';
import { isSurname } from './surnames';

/** A person's name taken apart. Parts are folded; '' where one is not known. */
export interface PersonName {
  script: 'han' | 'latin';
  surname: string;
  given: string;
  /** Both parts in letters (pinyin for Chinese), each without blanks. */
  sounds: { surname: string; given: string };
}

const HAN_TITLES =
  /(?:先生|女士|小姐|太太|夫人|老师|教授|博士|医生|大夫|律师|会计师?|工程师|经理|总经理|副总|总监|董事长|董事|主任|处长|科长|局长|部长|院长|校长|厂长|店长|主管|秘书|助理|老板|师傅|同学|同志|总|董|工|姐|哥)$/;
const LATIN_TITLES =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|dame|lord|lady|rev|ing|dipl|herr|frau|mme|mlle|m|sr|sra)$/;
const LATIN_TAILS = /^(?:jr|sr|ii|iii|iv|phd|md|mba|esq|dds|dvm|cpa)$/;

/** Takes a person's name apart; null where nothing in it names anyone. */
export function parsePerson(text: string): PersonName | null {
  const folded = fold(text.slice(0, 80));
  if (!/\p{L}/u.test(folded)) return null;
  return hasHan(folded) ? parseHan(solid(folded)) : parseLatinPerson(folded);
}

/** A name whose parts came apart already (columns given name and family name). */
export function personOf(given: string, surname: string): PersonName | null {
  if (hasHan(given + surname)) return parsePerson(surname + given);
  const parts = { given: solid(fold(given)), surname: solid(fold(surname)) };
  if (parts.given === '' && parts.surname === '') return null;
  return { script: 'latin', ...parts, sounds: parts };
}

function parseHan(text: string): PersonName {
  let name = text;
  while (name.length > 1 && HAN_TITLES.test(name)) name = name.replace(HAN_TITLES, '');
  if (name === '') name = text;
  const size = name.length > 2 && isSurname(name.slice(0, 2)) ? 2 : 1;
  const surname = name.slice(0, size);
  const given = name.slice(size);
  const sounds = {
    surname: size === 1 ? surnameSyllable(surname) : reading(surname),
    given: reading(given),
  };
  return { script: 'han', surname, given, sounds };
}

function parseLatinPerson(folded: string): PersonName {
  const comma = folded.indexOf(',');
  const cut = (part: string) =>
    words(part.replace(/(?<=\p{L})[-‐–](?=\p{L})/gu, '')).filter(
      (word, index) => !(index === 0 && LATIN_TITLES.test(word) && / /.test(part)) && !LATIN_TAILS.test(word),
    );
  if (comma > 0 && cut(folded.slice(comma + 1)).length > 0) {
    return latin(cut(folded.slice(comma + 1)).join(''), cut(folded.slice(0, comma)).join(''));
  }
  const all = cut(folded);
  const surname = all.at(-1) ?? '';
  return latin(all.length > 1 ? all.slice(0, -1).join('') : '', surname);
}

function latin(given: string, surname: string): PersonName {
  return { script: 'latin', given, surname, sounds: { given, surname } };
}
