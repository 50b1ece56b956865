import { foldForSearch } from '../customer/fold';
import { type Findable, findables } from '../customer/terms';
import type { SearchHit } from './api';
import { toContact, toCustomer } from './derive';
import type { Found, StoredCustomer } from './stored';
import { termsOf } from './term-runs';

/** What is typed, as the index has it. */
export interface Query {
  words: string[];
  /**
   * What a term may begin with: the whole, folded; without blanks and dashes, as codes, numbers and pinyin typed with blanks
   * are; and a number without what is dialled before it (`020 7946`, `+44 (0)20`), which no term of it has.
   */
  forms: string[];
  /** Digits and what stands between them. */
  isNumber: boolean;
}

/** A number as it is dialled or written: one thing, however its digits are parted. */
const NUMBER = /^[\d\s().+\p{Pd}]+$/u;

/** null where nothing is typed that could be found. */
export function parse(text: string): Query | null {
  const whole = foldForSearch(text, 120);
  if (whole === '') return null;
  const words = whole.split(/[^\p{L}\p{M}\p{N}@.]+/u).filter((word) => word !== '');
  const joined = (typed: string) => typed.replace(/[\s\p{Pd}()+'’]/gu, '');
  const isNumber = NUMBER.test(whole);
  const forms = [whole, joined(whole)];
  if (isNumber) forms.push(joined(whole.replace('(0)', '')).replace(/^0+/, ''));
  return {
    words: words.slice(0, 6),
    forms: [...new Set(forms)].filter((form, at) => form.length > (at > 1 ? 2 : 0)),
    isNumber,
  };
}

/**
 * How well a row may answer, by its stored terms alone: the name itself, then an equal term, then one that begins so,
 * then single words. The order of {@link scoreOf}, without taking every name apart again.
 */
export function likelihood(row: Found, { forms, words }: Query): number {
  const folded = foldForSearch(row.name, 120);
  const terms = termsOf(row);
  const begins = (start: string) => terms.some((term) => term.startsWith(start));
  if (forms.includes(folded)) return 4;
  if (forms.some((form) => terms.includes(form))) return 3;
  if (forms.some((form) => folded.startsWith(form))) return 2.5;
  if (forms.some(begins)) return 2;
  return words.every(begins) ? BY_WORDS : 0;
}

export interface Ranked {
  score: number;
  length: number;
  hit: SearchHit;
}

/** The hit that a row is for a query; null where none of its texts answers, or its customer is gone. */
export function hitOf(
  row: Found,
  owner: StoredCustomer | undefined,
  query: Query,
  rank: number,
): Ranked | null {
  if (!owner || owner.deletedAt !== null) return null;
  const best = bestMatch(findables(row, owner.country, query.isNumber), query, rank);
  if (!best) return null;
  const contact = 'customerId' in row ? toContact(row) : null;
  return {
    score: contact ? best.score - 0.1 : best.score,
    length: row.name.length,
    hit: { customer: toCustomer(owner), contact, matched: best.text },
  };
}

/**
 * The findable text that answers best: an equal term, then the beginning of the text, then of any term. By the stored terms it
 * is known how well the best will answer (`rank`): the texts after it are not taken apart.
 */
function bestMatch(
  all: Iterable<Findable>,
  query: Query,
  rank: number,
): { text: string; score: number } | null {
  const everyWord = rank >= BY_WORDS;
  let best: { text: string; score: number } | null = null;
  for (const { text, terms } of all) {
    const score = scoreOf(terms, query, everyWord);
    if (score > (best?.score ?? 0)) best = { text, score };
    if (best && best.score >= rank) break;
  }
  return best;
}

/** Of {@link likelihood} and {@link scoreOf}: every word begins a term, no form does. */
const BY_WORDS = 1;

function scoreOf(terms: string[], { forms, words }: Query, everyWord: boolean): number {
  if (forms.some((form) => terms[0] === form)) return 4;
  if (forms.some((form) => terms.includes(form))) return 3;
  if (forms.some((form) => terms[0]?.startsWith(form))) return 2.5;
  if (forms.some((form) => terms.some((term) => term.startsWith(form)))) return 2;
  const some = words.some((word) => terms.some((term) => term.startsWith(word)));
  return everyWord && some ? BY_WORDS : 0;
}
