import { siphash } from './siphash';

/** What stands in an index in the place of a word or a number. */

/** Beginnings of so many characters are told apart; of a longer word the rest is one token, found only whole. */
export const TOLD_APART = 12;
/** Tokens are characters that are no surrogates, and not the highest, which ends a range over a beginning. */
const LOWEST = 0x20;
const HIGHEST = 0xd7ff;
const WHOLE_TOKENS = 4;

const seeds = new Map<string, number>();
/** A small number for each index, so that the same word in two of them is two tokens. */
function seedOf(index: string): number {
  const known = seeds.get(index);
  if (known !== undefined) return known;
  const seed = [...index].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) & 0xffff, 7);
  seeds.set(index, seed);
  return seed;
}

const token = (low: number): string => String.fromCharCode(LOWEST + (low % (HIGHEST - LOWEST + 1)));

/**
 * A word as one character for each of its beginnings: a keyed hash of the beginning. Words that begin alike have tokens that begin
 * alike, so the index still answers "begins with"; which words they are, and their order, cannot be read from it. Two beginnings
 * may share a token once in fifty-five thousand: whoever searches checks the row. `whole`: the word itself, not a beginning that is sought.
 */
export function prefixToken(key: Uint32Array, index: string, value: string, whole: boolean): string {
  const length = Math.min(value.length, TOLD_APART);
  const units = new Uint16Array(value.length + 2);
  units[0] = seedOf(index);
  for (let at = 0; at < value.length; at++) units[at + 1] = value.charCodeAt(at);
  let tokens = '';
  for (let at = 1; at <= length; at++) tokens += token(siphash(key, units, at + 1)[0]);
  if (!whole || value.length <= TOLD_APART) return tokens;
  for (let at = 0; at < WHOLE_TOKENS; at++) {
    units[value.length + 1] = at + 1;
    tokens += token(siphash(key, units, value.length + 2)[0]);
  }
  return tokens;
}

const NIBBLES = 16;
const view = new DataView(new ArrayBuffer(8));

/** The number's 64 bits in fours, so that their order is that of the numbers. */
function nibblesOf(value: number): Uint16Array {
  view.setFloat64(0, value === 0 ? 0 : value); // -0 is 0
  const negative = view.getUint8(0) >= 0x80;
  const nibbles = new Uint16Array(NIBBLES);
  for (let at = 0; at < 8; at++) {
    const byte = negative ? view.getUint8(at) ^ 0xff : at === 0 ? view.getUint8(0) ^ 0x80 : view.getUint8(at);
    nibbles[at * 2] = byte >> 4;
    nibbles[at * 2 + 1] = byte & 15;
  }
  return nibbles;
}

/**
 * A number as a text that sorts as the number does. Each four bits become a character of an ascending row of sixteen, which a keyed
 * hash of the bits before them draws anew: the order of two numbers can be read from it (that is what it is for), not the numbers.
 */
export function orderToken(key: Uint32Array, index: string, value: number): string {
  const nibbles = nibblesOf(value);
  const units = new Uint16Array(NIBBLES + 2);
  units[0] = seedOf(index);
  let tokens = '';
  for (let at = 0; at < NIBBLES; at++) {
    tokens += String.fromCharCode(LOWEST + stepOf(key, units, at, nibbles[at] ?? 0));
    units[at + 2] = (nibbles[at] ?? 0) + 1;
  }
  return tokens;
}

/** The place of a nibble in the ascending row drawn from the bits before it: a sum of steps of 1 to 256. */
function stepOf(key: Uint32Array, units: Uint16Array, length: number, nibble: number): number {
  let sum = 0;
  let random = 0;
  for (let step = 0; step <= nibble; step++) {
    if (step % 4 === 0) {
      units[1] = step + 1; // a draw of its own for every four
      [random] = siphash(key, units, length + 2);
    }
    sum += 1 + ((random >>> ((step % 4) * 8)) & 0xff);
  }
  return sum;
}
