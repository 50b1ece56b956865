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

/** What a code unit is: not looked at yet, dropped, blank, one that parts Chinese words, stop, one folded unit, several. */
const KIND = { unknown: 0, none: 1, blank: 2, comma: 3, stop: 4, one: 5, many: 6 } as const;
const kinds = new Uint8Array(65_536);
const units = new Uint16Array(65_536);
const several = new Map<number, string>();

const SEAMLESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー]/u;
const DROPPED = /[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff'’‘`´]/;
/** Marks that stand inside names: `Acme, Inc.`, `Smith-Jones`, `A/B`, `阿迪力·买买提`, `恒信（上海）物流`. */
const INSIDE = /[\s.,\-‐‑–&·•・()[\]/+_"“”]/u;

/** Of those, what parts two Chinese words, though it stands inside Latin names (`Acme, Inc.`). */
const PARTS_HAN = ',.，．/"“”';

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
  else if (PARTS_HAN.includes(char)) kind = KIND.comma;
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

/** More units than any one folds to (`ﷺ` is eighteen), with what stands before it. */
const LONGEST = 32;
/** What stands between two units that were written: nothing, a blank, one that parts Chinese words, a stop. */
const GAP = { none: 0, blank: 1, comma: 2, stop: 3 } as const;
/** By the kind of a unit that is not written. */
const GAPS = [GAP.none, GAP.none, GAP.blank, GAP.comma, GAP.stop] as const;

/**
 * Folds a text; what is dropped or added is known by `origin`. Linear, no more than three times the raw length. One loop
 * without helpers that share its variables: it is run over every page's text, and so takes half of the time.
 */
export function foldText(raw: string): FoldedText {
  const most = raw.length * 3;
  const codes = new Uint16Array(most + LONGEST);
  const origin = new Uint32Array(codes.length);
  codes[0] = BLANK;
  let length = 1;
  let last = false; // the unit before is of a seamless script
  let open = false; // there is a unit before, and no blank behind it
  let gap: number = GAP.none;
  for (let at = 0; at < raw.length && length <= most; at++) {
    const code = raw.charCodeAt(at);
    const kind = kinds[code] || learn(code);
    if (kind < KIND.one) {
      gap = Math.max(gap, GAPS[kind] ?? GAP.none);
      continue;
    }
    const many = kind === KIND.many ? (several.get(code) ?? '') : null;
    for (let of = 0; of < (many?.length ?? 1); of++) {
      const unit = many?.charCodeAt(of) ?? units[code] ?? code;
      const here = seamless[unit] === 1;
      const stops = gap === GAP.stop || (gap === GAP.comma && here && last);
      const parts = gap === GAP.none ? here !== last : !(here && last);
      if (open && (stops || parts)) {
        origin[length] = at;
        codes[length++] = BLANK;
      }
      if (stops) {
        origin[length] = at;
        codes[length++] = STOP;
        origin[length] = at;
        codes[length++] = BLANK;
      }
      origin[length] = at;
      codes[length++] = unit;
      last = here;
      open = true;
      gap = GAP.none;
    }
  }
  if (open) {
    origin[length] = raw.length;
    codes[length++] = BLANK;
  }
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
