import { fold } from '../names/fold';

/**
 * A page's text in the one spelling that names are sought in: NFKC, lower case, no accents, simplified, one blank
 * between words, none between Chinese characters, and a blank where the script changes (`用HP打印机` → `用 hp 打印机`).
 * What ends a sentence or a line stands as ` \n `: no name reaches across it.
 */
export interface FoldedText {
  /** UTF-16 code units; begins and ends with a blank. */
  codes: Uint16Array;
  length: number;
  /** Where in the raw text each of them comes from. */
  origin: Uint32Array;
  raw: string;
}

export const BLANK = 0x20;
const STOP = 0x0a;

/** What a code unit is: not looked at yet, dropped, blank, stop, one folded unit, several. */
const KIND = { unknown: 0, none: 1, blank: 2, stop: 3, one: 4, many: 5 } as const;
const kinds = new Uint8Array(65_536);
const units = new Uint16Array(65_536);
const several = new Map<number, string>();

const SEAMLESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー]/u;
const DROPPED = /[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff'’‘`´]/;
/** Marks that stand inside names: `Acme, Inc.`, `Smith-Jones`, `A/B`, `阿迪力·买买提`, `恒信（上海）物流`. */
const INSIDE = /[\s.,\-‐‑–&·•・()[\]/+_"“”]/u;

/** 1: a script that writes no blanks between words; filled as units are met. */
const seamless = new Uint8Array(65_536);

/** True for a folded unit of a script without blanks between words. */
export const isSeamless = (code: number): boolean => seamless[code] === 1;

function learn(code: number): number {
  const char = String.fromCharCode(code);
  const folded = char.normalize('NFKC');
  let kind: number = KIND.one;
  if (code >= 0xd800 && code < 0xe000) units[code] = code;
  else if (DROPPED.test(char)) kind = KIND.none;
  else if (char === '\n' || char === '\r') kind = KIND.stop;
  else if (/^[\p{L}\p{N}\p{M}]+$/u.test(folded)) kind = learnLetters(code, folded);
  else kind = INSIDE.test(folded) || folded.trim() === '' ? KIND.blank : KIND.stop;
  kinds[code] = kind;
  return kind;
}

function learnLetters(code: number, text: string): number {
  const folded = fold(text);
  for (let at = 0; at < folded.length; at++)
    if (SEAMLESS.test(folded.charAt(at))) seamless[folded.charCodeAt(at)] = 1;
  if (folded.length === 1) {
    units[code] = folded.charCodeAt(0);
    return KIND.one;
  }
  if (folded === '') return KIND.none;
  several.set(code, folded);
  return KIND.many;
}

/** Gets to know units that were folded before this script began: {@link isSeamless} says nothing of units never met. */
export function meet(codes: Uint16Array): void {
  for (const code of codes) if (kinds[code] === KIND.unknown) learn(code);
}

/** Marks that part two Chinese words, though they stand inside Latin names (`Acme, Inc.`). */
const PARTS_HAN = new Set([...',.，．/"“”'].map((mark) => mark.charCodeAt(0)));

/** Folds a text; what is dropped or added is known by `origin`. Linear, no more than twice the raw length. */
export function foldText(raw: string): FoldedText {
  const codes = new Uint16Array(raw.length * 3 + 8);
  const origin = new Uint32Array(codes.length);
  let length = 0;
  let before = BLANK; // last unit written
  let gap = 0; // 0 none, 1 blank, 2 blank that parts Chinese words, 3 stop
  const put = (code: number, at: number) => {
    codes[length] = code;
    origin[length++] = at;
    before = code;
  };
  const write = (code: number, at: number) => {
    const here = seamless[code] === 1;
    const last = seamless[before] === 1;
    if (gap === 3 || (gap === 2 && here && last)) {
      if (before !== BLANK) put(BLANK, at);
      put(STOP, at);
      put(BLANK, at);
    } else if (before !== BLANK && (gap === 0 ? here !== last : !(here && last))) put(BLANK, at);
    gap = 0;
    put(code, at);
  };
  put(BLANK, 0);
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    const kind = kinds[code] || learn(code);
    if (kind === KIND.one) write(units[code] ?? code, at);
    else if (kind === KIND.blank) gap = Math.max(gap, PARTS_HAN.has(code) ? 2 : 1);
    else if (kind === KIND.stop) gap = 3;
    else if (kind === KIND.many) {
      const text = several.get(code) ?? '';
      for (let of = 0; of < text.length; of++) write(text.charCodeAt(of), at);
    }
    if (length + 8 > codes.length) break;
  }
  if (before !== BLANK) put(BLANK, raw.length);
  return { codes, length, origin, raw };
}

/** As many arguments as any engine takes. */
const SLICE = 8_192;
/** The folded units as a string. */
export function foldedString({ codes, length }: FoldedText): string {
  let text = '';
  for (let at = 0; at < length; at += SLICE)
    // by `apply`: spread, a typed array is gone through by its iterator, which takes ten times as long (V8 15, 2026-11)
    text += Reflect.apply(String.fromCharCode, null, codes.subarray(at, Math.min(length, at + SLICE)));
  return text;
}

/** The folded units of a name as they are sought: with a blank at each end that is a word's. */
export function foldName(name: string): string {
  const { codes, length } = foldText(name.replace(/[\r\n]+/g, ' '));
  let from = 0;
  let to = length;
  while (from < to && codes[from] === BLANK && isSeamless(codes[from + 1] ?? 0)) from++;
  while (to > from && codes[to - 1] === BLANK && isSeamless(codes[to - 2] ?? 0)) to--;
  return String.fromCharCode(...codes.subarray(from, to));
}
