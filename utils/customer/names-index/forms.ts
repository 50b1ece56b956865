import { parseCompany } from '../names/company';
import { FORMS, isTradeWord } from '../names/company-words';
import { fold, hasHan, solid, words } from '../names/fold';
import { FORM_WORDS } from '../names/latin-words';
import { isCommonWord } from './common';

/** A form in which a name is sought in a text, and how much it tells when it stands there. */
export interface NameForm {
  text: string;
  /**
   * `sure`: nobody else is called so · `cased`: words of the language, a name only where they are written as one
   * (Good Food) · `weak`: too short, or a word of the language: a second sign has to stand beside it.
   */
  tells: 'sure' | 'cased' | 'weak';
}

const MAX_NAME = 120;

/** The forms in which a company's name is sought: without its legal form and region, so that the short one is found. */
function companyForms(name: string): NameForm[] {
  const folded = fold(name);
  return hasHan(folded) ? hanCompany(name, solid(folded)) : latinCompany(folded);
}

function hanCompany(name: string, whole: string): NameForm[] {
  const parsed = parseCompany(name);
  if (parsed?.script !== 'han' || FORMS.includes(whole)) return [];
  if (parsed.branch !== '') return [{ text: whole, tells: 'sure' }];
  const named = parsed.trade !== '' && parsed.core.length >= 3;
  const short = named ? parsed.core : parsed.bare;
  const flat = whole.endsWith(parsed.form) ? whole.slice(0, whole.length - parsed.form.length) : whole;
  const vague = parsed.trade === '' || parsed.core.length < 3 || isTradeWord(parsed.core);
  const tells = vague || short.length < 3 || isCommonWord(short) ? 'weak' : 'sure';
  const forms: NameForm[] = [{ text: short, tells }];
  if (!flat.includes(short)) forms.push({ text: flat, tells });
  return forms;
}

function latinCompany(folded: string): NameForm[] {
  const all = folded.split(/[^\p{L}\p{M}\p{N}'’&.]+/u).filter((word) => words(word).length > 0);
  const isForm = (word: string | undefined) => FORM_WORDS.has((word ?? '').replace(/[.'’&]/g, ''));
  if (all.every(isForm)) return [];
  if (all[0] === 'the' && all.length > 1) all.shift();
  while (all.length > 1 && isForm(all.at(-1))) all.pop();
  return [{ text: all.join(' '), tells: tellsLatin(all) }];
}

function tellsLatin(all: readonly string[]): NameForm['tells'] {
  const plain = all.map((word) => word.replace(/[.'’]/g, '')).filter((word) => word !== '');
  const common = plain.every((word) => word.length < 3 || isCommonWord(word));
  if (plain.length < 2) return common ? 'weak' : 'cased';
  return common ? 'cased' : 'sure';
}

const TITLE = /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|mme|sir)$/;

/** A person's forms: either order of given name and surname, with and without what stands between. */
function personForms(name: string): NameForm[] {
  const folded = fold(name);
  if (hasHan(folded)) {
    const whole = solid(folded).replace(/(?:先生|女士|小姐|太太|老师|总经理|经理|总)$/u, '');
    return [{ text: whole, tells: whole.length < 3 || isCommonWord(whole) ? 'weak' : 'sure' }];
  }
  const plain = folded.split(/[^\p{L}\p{M}\p{N}'’.-]+/u).filter((word) => words(word).length > 0);
  const all = plain.filter((word) => !TITLE.test(word.replace('.', '')));
  const [first, last] = [all[0] ?? '', all.at(-1) ?? ''];
  if (all.length < 2) return [{ text: first, tells: 'weak' }];
  const orders = [all.join(' '), `${last} ${all.slice(0, -1).join(' ')}`, `${first} ${last}`];
  return [...new Set(orders)].map((text) => ({ text, tells: 'cased' }));
}

/** The forms in which a name is sought; none for one that names nobody (empty, a legal form alone). */
export function nameForms(name: string, kind: 'person' | 'company'): NameForm[] {
  const text = name.slice(0, MAX_NAME);
  const forms = kind === 'company' ? companyForms(text) : personForms(text);
  return forms.filter((form) => solid(fold(form.text)).length >= 2);
}
