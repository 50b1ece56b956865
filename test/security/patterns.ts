import fc from 'fast-check';
import { checkSync } from 'recheck';
import { checkCodePattern } from '../../utils/customer/code-pattern.ts';
import { SITES } from '../../utils/sites/index.ts';
import type { Attack, Group } from './attack.ts';

/** Patterns that take exponential or polynomial time on a text made for them. */
const SLOW = [
  '(a+)+$',
  '([A-Z]+)*-\\d',
  '(a|a)*b',
  '(a|aa)+$',
  '(\\d+)+x',
  '(.*)*=',
  '((ab)*)*c',
  '(\\w+\\s?)+$',
  '(x+x+)+y',
  '([a-z]|[a-z0-9])+!',
  '(?:a?){50}a{50}',
  '\\d*\\d*\\d*\\d*\\d*\\d*!',
];
/** Steps of a backtracking engine on a worst text of ten thousand characters: more would be felt. */
const MAX_SECONDS = 1;

/** The time that a pattern takes over long texts made of its own letters. */
function secondsOf(pattern: RegExp): number {
  const begin = process.cpuUsage();
  for (const text of ['a', 'A', '0', 'x', 'ab', 'a ', 'A-'])
    for (const length of [24, 2_000]) `${text.repeat(length)}\u0000`.replace(pattern, '');
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

const users: Attack = {
  name: 'a customer-code pattern that never ends',
  attempt: async (defended) => {
    for (const source of SLOW) {
      const check = checkCodePattern(source);
      if (!defended)
        return checkSync(source, 'g').status === 'vulnerable' ? `${source} taken as it is` : null;
      if (check.ok && check.pattern && secondsOf(check.pattern) > MAX_SECONDS) return source;
    }
    return null;
  },
};

/** Patterns made up of pieces: what is taken ends soon. */
const piece = fc.constantFrom('a', '[A-Z]', '\\d', '(a+)', '(a|b)', '(a*)', '.', '(?:ab)', '\\w', '-');
const times = fc.constantFrom('', '+', '*', '?', '{2,}', '{1,9}');
const source = fc
  .array(fc.tuple(piece, times), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map((part) => part.join('')).join(''));

const invented: Attack = {
  name: 'patterns that nobody thought of',
  attempt: async (defended) => {
    const taken = (text: string) =>
      defended ? checkCodePattern(text) : { ok: true, pattern: new RegExp(text, 'g') };
    const sources = [...fc.sample(source, { numRuns: 300, seed: 7 }), ...(defended ? [] : ['(a+)+$'])];
    for (const text of sources) {
      const check = taken(text);
      if (!check.ok || !('pattern' in check) || !check.pattern) continue;
      if (!defended && checkSync(text, 'g', { timeout: 2_000 }).status === 'vulnerable') return text;
      if (defended && secondsOf(check.pattern) > MAX_SECONDS) return text;
    }
    return null;
  },
};

const ofSites: Attack = {
  name: 'a site file whose pattern a page can make slow',
  attempt: async (defended) => {
    const known = SITES.flatMap(
      ({ signals, sent }: { signals?: { code?: readonly object[] }; sent?: readonly string[] }) => [
        ...(signals?.code ?? []).flatMap((signal) => ('pattern' in signal ? [String(signal.pattern)] : [])),
        ...(sent ?? []),
      ],
    );
    if (known.length < 5) throw new Error('the site files are not read');
    return (
      [...known, ...(defended ? [] : ['([a-z]+)*/'])].find(
        (text) => checkSync(text, '').status === 'vulnerable',
      ) ?? null
    );
  },
};

export const patterns: Group = {
  name: 'Patterns over texts of a page',
  short: true,
  attacks: [users, invented, ofSites],
};
