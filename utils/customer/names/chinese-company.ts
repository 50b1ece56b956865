import { BRANCH, FORMS, isGeneric, isTradeWord, trailingWord } from './company-words';
import { distance } from './distance';
import { solid } from './fold';
import { soundCode } from './pinyin';
import { leadingPlace, type Place, placeBehind, placesNamed } from './places';

/** What a character of the core does: trade name (字号), industry (行业), or a word that says little. */
export type Role = 'trade' | 'industry' | 'generic';

/** A Chinese company name taken apart: region + trade name + industry + legal form (+ branch). */
export interface ChineseCompany {
  script: 'han';
  /** Readings of the region (行政区划), each place of one reading; empty where none is named. */
  places: readonly Place[];
  /** The regions as written, for short names that borrow one of their characters (深纺织). */
  placeText: string;
  /** All but the form and the branch. */
  bare: string;
  /** Trade name and industry in the order written. */
  core: string;
  /** What each character of the core does, in one letter ({@link roleAt}): a list of words would be ten times the size. */
  roles: string;
  trade: string;
  form: string;
  /** What follows the parent's name: 大连分公司; '' where it is the company itself. */
  branch: string;
}

/** Takes apart a folded name that holds Chinese characters. Never fails: what is not known is trade name. */
export function parseChinese(folded: string): ChineseCompany {
  const opened = openBrackets(folded);
  const cut = cutBranch(solid(opened.text));
  const { text: bare, form } = cutForm(cut.text.replace(FOREIGN, ''));
  const found = cutPlaces(bare.replace(/^中国(?=.{2})/, ''), opened.places, opened.placeText);
  const placed = found.places.length > 0;
  const split = splitCore(found.rest, placed);
  // 德宏工业, 上海实业: a place before words that say nothing is itself the trade name
  const named = placed && split.trade === '' && split.words.every(isGeneric) && opened.places.length === 0;
  const { words, trade } = named || nation(bare, found.rest) ? splitCore(bare, false) : split;
  const core = trade + words.join('');
  return {
    script: 'han',
    places: named ? [] : found.places,
    placeText: found.placeText,
    bare,
    core,
    roles: rolesOf(trade, words),
    trade,
    form,
    branch: cut.branch,
  };
}

/** 中国 before words of trade alone is the name (中国航运); before a trade name it is left out as often as not. */
const nation = (bare: string, rest: string): boolean =>
  bare.startsWith('中国') && splitCore(rest, true).trade === '';

/** Where a foreign company is from, as Taiwan's register writes it before the name. */
const FOREIGN =
  /^(?:(?:英属)?(?:维京|开曼|盖曼|百慕达)(?:群岛)?商?|(?:萨摩亚|塞席尔|安圭拉|香港|新加坡|荷兰|瑞士|瑞典|美|日|英|德|法|韩)商)(?=.{2})/;

/** 珂力（上海）电气: a region in brackets is a region; other bracketed words stand where they stood. */
function openBrackets(folded: string): { text: string; places: readonly Place[]; placeText: string } {
  let places: readonly Place[] = [];
  let placeText = '';
  const text = folded.replace(/[([【〔<]([^)\]】〕>]*)[)\]】〕>]/g, (_whole, inside: string) => {
    const found = placesNamed(inside);
    if (found.length === 0 || places.length > 0) return inside;
    places = found;
    placeText = inside;
    return '';
  });
  return { text, places, placeText };
}

/** Without the parent's legal form before it only these are surely a part: many a shop calls itself 经营部. */
const PART = /^(?:第.+)?(?:分|支|子公司|办事处|代表处)/;

function cutBranch(text: string): { text: string; branch: string } {
  const whole = /^(.{2,}?(?:公司|集团|银行|厂))(.{0,12})$/.exec(text);
  if (whole?.[1] && whole[2] && BRANCH.test(whole[2])) return { text: whole[1], branch: whole[2] };
  const tail = BRANCH.exec(text);
  if (!tail || tail.index < 4 || !PART.test(tail[0])) return { text, branch: '' };
  return { text: text.slice(0, tail.index), branch: tail[0] };
}

/** Cuts the regions a name begins with. A county counts only below a place already named, or with its 县/市. */
function cutPlaces(
  text: string,
  bracketed: readonly Place[],
  bracketText: string,
): { places: readonly Place[]; placeText: string; rest: string } {
  let rest = text;
  let places = bracketed;
  let placeText = bracketText;
  for (let found = leadingPlace(rest); found; found = leadingPlace(rest)) {
    const deep = found.places.every((place) => place.county);
    const below = found.places.filter((place) => placesWithin(place, places));
    if (deep && found.length === found.stem.length && below.length === 0) break;
    if (rest.length <= found.length || (places !== bracketed && below.length === 0)) break;
    places = below.length > 0 ? below : found.places;
    placeText += found.stem;
    rest = rest.slice(found.length);
  }
  const short = placeBehind(rest.slice(0, 1));
  if (places.length === 0 && short !== null && isTradeWord(rest.slice(1))) {
    return { places: placesNamed(short), placeText: short, rest: rest.slice(1) };
  }
  return { places, placeText, rest };
}

const placesWithin = (place: Place, above: readonly Place[]): boolean =>
  above.some((top) => top.path.every((step, index) => place.path[index] === step));

/** Cuts the legal form, also one that was mistyped by a character (股芬有限公司); a name of a form alone stays. */
function cutForm(text: string): { text: string; form: string } {
  for (const form of FORMS) {
    if (text.endsWith(form) && text.length > form.length + (form.length > 1 ? 0 : 2)) {
      return trimmed(text, form.length, form);
    }
    if (form.length < 6) continue;
    for (const size of [form.length, form.length - 1, form.length + 1]) {
      const tail = text.slice(-size);
      if (text.length > size && /有限|有份限|限公司/.test(tail) && distance(tail, form, 1) <= 1) {
        return trimmed(text, size, form);
      }
    }
  }
  // 神开股份: what stock exchanges call a company by says its form in two characters
  if (/.{2}(?:股份|集团|控股)$/.test(text)) return { text: text.slice(0, -2), form: text.slice(-2) };
  return { text, form: '' };
}

/** What is left before a form; half a form left over there (份 of 股份) goes too. */
function trimmed(text: string, size: number, form: string): { text: string; form: string } {
  const rest = text.slice(0, -size);
  return {
    text: rest.replace(/(?<=.{2})(?:股份|份股|股芬|股分)$/, '').replace(/(?<=.{3})[股份]$/, ''),
    form,
  };
}

/** Cuts words of trade from the end; a name of such words alone keeps its first as the trade name. */
function splitCore(core: string, placed: boolean): { words: string[]; trade: string } {
  const words: string[] = [];
  let rest = core;
  for (let word = trailingWord(rest); word !== ''; word = trailingWord(rest)) {
    words.unshift(word);
    rest = rest.slice(0, -word.length);
  }
  if (placed && /^.业$/.test(rest)) return { words: [rest, ...words], trade: '' };
  if (rest !== '' || placed) return { words, trade: rest };
  return { trade: words.shift() ?? '', words };
}

/** A trade name has four characters at most: what follows is industry that the word list does not know. */
const TRADE_LENGTH = 4;

const [TRADE, INDUSTRY] = [0x74, 0x69] as const; // t, i
/** Few patterns of roles there are, and each is kept once. */
const patterns = new Map<string, string>();

function rolesOf(trade: string, words: readonly string[]): string {
  let roles = 't'.repeat(Math.min(trade.length, TRADE_LENGTH)).padEnd(trade.length, 'i');
  for (const word of words) roles += (isGeneric(word) ? 'g' : 'i').repeat(word.length);
  const known = patterns.get(roles);
  if (known === undefined && patterns.size < 5_000) patterns.set(roles, roles);
  return known ?? roles;
}

/** What a character of the core does. */
export function roleAt({ roles }: ChineseCompany, index: number): Role {
  const letter = roles.charCodeAt(index);
  return letter === TRADE ? 'trade' : letter === INDUSTRY ? 'industry' : 'generic';
}

/** A number for the sound of a character of the core; one of its own for a character that is not read. */
export function soundAt(name: ChineseCompany, index: number): number {
  const code = name.core.charCodeAt(index);
  return soundCode(code) || code + 1_000;
}
