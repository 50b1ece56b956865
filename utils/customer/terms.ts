import { fold, foldForSearch } from './fold';
import { codeKey, phoneDigits } from './identifiers';
import { looksPersonal, syllables } from './pinyin';
import { remembered } from './remembered';

/**
 * Search terms: folded strings, one of which begins with what is typed when the customer is found. An index over
 * them answers a prefix query; their number is bounded, however long the names are.
 */
const MAX_TERMS = 80;
const MAX_NAMES = 6;
const MAX_WORDS = 6;
const MAX_RUN = 16;
const MAX_LENGTH = 40;
const MAX_ADDRESSES = 5;
/** Numbers whose terms are remembered. */
const MAX_NUMBERS = 2_000;

/** One thing of a customer that can be found, as typed, with its terms. */
export interface Findable {
  text: string;
  terms: string[];
}

/** The legal form that ends a company's name: everybody's, so nothing is found from there on. */
const FORM = /(?:股份|责任|責任|有限|集团|集團|总公司|總公司|分公司|公司)+$/u;

/** Chinese run: from each of its characters on (物流 finds 恒信物流), its reading and its initials. */
function runTerms(run: string, personal: boolean): string[] {
  const chars = [...run].slice(0, MAX_RUN);
  const sounds = syllables(chars.join(''), personal);
  const form = FORM.exec(chars.join(''))?.index ?? chars.length;
  const terms: string[] = [];
  chars.forEach((_, index) => {
    const left = chars.length - index;
    if (index > 0 && (left < 2 || index >= form)) return;
    terms.push(chars.slice(index).join(''));
    const initials = sounds.slice(index).map((sound) => sound.charAt(0));
    if (index === 0 || left > 2) terms.push(initials.join(''));
    // Words are mostly two characters long: the reading from every second one, and of a given name.
    if (index % 2 === 0 || personal) terms.push(sounds.slice(index).join(''));
  });
  return terms;
}

/** Terms of a name or alias: the whole, its words, and its Chinese runs. */
export function nameTerms(name: string): string[] {
  const whole = foldForSearch(name, 120);
  if (whole === '') return [];
  const personal = looksPersonal(whole);
  const runs = whole.match(/\p{Script=Han}+/gu) ?? [];
  const words = whole.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  return [whole, ...words.slice(0, MAX_WORDS), ...runs.slice(0, 3).flatMap((run) => runTerms(run, personal))];
}

/** Terms of an address: the whole (so its beginning), the parts of its local part, and its domain. */
function emailTerms(email: string): string[] {
  const whole = fold(email, 120);
  const at = whole.lastIndexOf('@');
  if (at < 1) return [whole];
  const parts = whole
    .slice(0, at)
    .split(/[._+-]/)
    .slice(1, 4);
  return [whole, ...parts.filter((part) => part.length > 1), whole.slice(at + 1)];
}

/**
 * Terms of a number: its digits with and without country, and its last eight and four. Remembered: reading a number takes longer
 * than all else of a row, and a search meets the same rows at each keystroke.
 */
const phoneTerms = remembered(MAX_NUMBERS, (phone: string, country: string): string[] => {
  const forms = phoneDigits(phone, country);
  const full = forms[0] ?? '';
  const tails = [8, 4].filter((length) => full.length > length).map((length) => full.slice(-length));
  return [...forms, ...tails].filter((digits) => digits.length >= 3);
});

/** Terms of a code: without blanks and dashes, and from each of its groups on. */
function codeTerms(code: string): string[] {
  const whole = codeKey(code)?.slice(2).toLowerCase();
  if (!whole) return [];
  const starts = [/(?<=[a-z])\d/g, /(?<![1-9]\d*)(?<=0)[1-9]/g].flatMap((start) => [
    ...whole.matchAll(start),
  ]);
  const groups = starts.map((match) => whole.slice(match.index));
  return [whole, ...groups.slice(0, 3)];
}

interface Named {
  name: string;
  aliases?: string[];
  company?: string;
  emails: string[];
  domains?: string[];
  phones: string[];
  codes?: string[];
}

/** What a customer or contact can be found by, the name first, or the numbers; each is taken apart when it is asked for. */
export function* findables(who: Named, country: string, numbersFirst = false): Generator<Findable> {
  const texts: [readonly string[], (text: string) => string[], number][] = [
    [[who.name, ...(who.aliases ?? [])], nameTerms, MAX_NAMES],
    [who.emails, emailTerms, MAX_ADDRESSES],
    [who.phones, (phone) => phoneTerms(phone, country), MAX_ADDRESSES],
    [who.codes ?? [], codeTerms, MAX_ADDRESSES],
    [who.domains ?? [], (domain) => [fold(domain, 120)], MAX_ADDRESSES],
    [who.company ? [who.company] : [], nameTerms, 1],
  ];
  if (numbersFirst) texts.unshift(...texts.splice(2, 2));
  for (const [some, terms, most] of texts)
    for (const text of some.slice(0, most)) yield { text, terms: trimmed(terms(text)) };
}

const trimmed = (terms: string[]): string[] => [
  ...new Set(terms.filter((term) => term !== '').map((term) => beginningOf(term))),
];

/** At most so many characters; a term that is short is not taken apart for it. */
const beginningOf = (term: string): string =>
  term.length <= MAX_LENGTH ? term : [...term].slice(0, MAX_LENGTH).join('');

/** All terms of a customer or contact, for the index. */
export function searchTerms(who: Named, country: string): string[] {
  const all = new Set([...findables(who, country)].flatMap((one) => one.terms));
  return [...all].slice(0, MAX_TERMS);
}

/** The text by which names are sorted: folded, Chinese by its reading, the name itself to tell equals apart. */
export function sortName(name: string): string {
  const folded = foldForSearch(name, 60);
  const sounds = syllables(folded, looksPersonal(folded));
  const chars = [...folded];
  const spelled = sounds.map((sound, index) => (sound === chars[index] ? sound : `${sound} `)).join('');
  return spelled === folded ? folded : `${spelled}${folded}`;
}
