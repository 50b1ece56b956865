import type { Comparison } from './fields';
import type { Score } from './score';

/** What to do with a pair: merge it without asking, show it to a person, leave it. */
export type Band = 'auto' | 'review' | 'none';

export const REVIEW_FROM = 0.5;
export const AUTO_FROM = 0.97;

/** The band of a scored pair. Never `auto` on names alone, nor with anything that speaks clearly against. */
export function bandOf(found: Comparison, scored: Score, kind: 'person' | 'company'): Band {
  if (found.branch || scored.score < REVIEW_FROM) return 'none';
  return scored.score >= AUTO_FROM && beyondNames(found, scored) && !doubtful(found, kind)
    ? 'auto'
    : 'review';
}

/** Something other than a name that only one customer has. */
export const beyondNames = (found: Comparison, { weights }: Score): boolean =>
  weights.some(
    ({ field, level, bits }) =>
      bits >= 6 &&
      !(field === 'email' && found.mailOfName) &&
      (field === 'code' ||
        field === 'email' ||
        field === 'phone' ||
        field === 'address' ||
        field === 'birthday') &&
      (level === 'same' || level === 'near' || (level === 'domain' && found.levels.name !== null)),
  );

function doubtful(found: Comparison, kind: 'person' | 'company'): boolean {
  const { name, region, person, birthday } = found.levels;
  if (region === 'conflict' || birthday === 'different') return true;
  if (kind === 'company' && name !== null) return name === 'different' || name === 'unclear';
  return person === null || person === 'different' || person === 'family' || person === 'given';
}
