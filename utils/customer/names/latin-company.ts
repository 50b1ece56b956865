import { solid, words } from './fold';
import { DESCRIPTORS, FORM_WORDS, isPlaceWord, SHORT_WORDS } from './latin-words';

/** A company name in Latin (or another spaced) script: trade name + descriptor + legal form. */
export interface LatinCompany {
  script: 'latin';
  /** Words that name it, in the order written; never empty unless the name was. */
  trade: readonly string[];
  /** Words of trade and of organisation that are added and dropped freely (group, trading). */
  descriptors: readonly string[];
  /** Countries, provinces and cities. */
  places: readonly string[];
  form: string;
  /** First letters of all words in their order, the form's after them: what an initialism is made of. */
  initials: string;
  formInitials: string;
  /** The whole without its form, nothing between the letters. */
  core: string;
}

/** Takes apart a folded name. Never fails: what is not known is trade name. */
export function parseLatin(folded: string): LatinCompany {
  const all = joinInitials(words(folded.replace(/\bco\s*[.,]*\s*ltd\b/g, ' co ltd').replace(/&/g, ' & ')));
  const { kept, form } = cutForms(all.length > 1 ? all.map((word) => SHORT_WORDS.get(word) ?? word) : all);
  const places = kept.filter(isPlaceWord);
  const rest = kept.filter((word) => !isPlaceWord(word));
  const named = rest.filter((word) => !DESCRIPTORS.has(word));
  const trade = named.length > 0 ? named : rest.length > 0 ? rest.slice(0, 1) : places;
  return {
    script: 'latin',
    trade: trimmed(trade),
    descriptors: trimmed(rest.filter((word) => !trade.includes(word))),
    places: trade === places ? NONE : trimmed(places),
    form: form.join(' '),
    initials: kept.map((word) => word[0]).join(''),
    formInitials: form.map((word) => word[0]).join(''),
    core: solid(kept.join('')),
  };
}

const NONE: readonly never[] = [];
/** A list without the room that it grew: names are kept by the hundred thousand. */
const trimmed = (list: readonly string[]): readonly string[] => (list.length === 0 ? NONE : list.slice());

/** `a b c` → `abc`: letters that stood alone were an initialism. */
function joinInitials(all: readonly string[]): string[] {
  const out: string[] = [];
  let run = '';
  for (const word of [...all, '']) {
    if (word.length === 1 && /[a-z]/.test(word)) {
      run += word;
      continue;
    }
    if (run !== '') out.push(run);
    run = '';
    if (word !== '') out.push(word);
  }
  return out;
}

/** Cuts legal forms from the end, and one glued to the last word (`acousticsco`); at least one word stays. */
function cutForms(all: readonly string[]): { kept: string[]; form: string[] } {
  const kept = all.map((word) => (/[a-z]{6}co$/.test(word) ? word.slice(0, -2) : word));
  const form: string[] = [];
  if (kept[0] === 'the' && kept.length > 1) kept.shift();
  while (kept.length > 1 && FORM_WORDS.has(kept.at(-1) ?? '')) form.unshift(kept.pop() ?? '');
  return { kept: kept.filter((word) => !/^(?:and|&|und|et|y|e)$/.test(word)), form };
}
