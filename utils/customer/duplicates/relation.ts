import type { Band } from './bands';
import type { Comparison } from './fields';

/**
 * How two records stand to each other where they are worth a word: one customer entered twice · a branch (分公司) and its
 * parent or another branch · people of one household · people at one firm · alike, but something speaks clearly against it
 * (another region, code or birthday).
 */
export type Relation = 'duplicate' | 'branch' | 'family' | 'colleagues' | 'conflict';

/** Names that are the same or meant to be. */
const ALIKE = new Set(['same', 'near', 'short']);

/** The relation of a judged pair; null where there is none to speak of. */
export function relationOf(found: Comparison, band: Band, kind: 'person' | 'company'): Relation | null {
  if (band !== 'none') return 'duplicate';
  const { name, person, region, code, email, phone, address, birthday } = found.levels;
  if (found.branch) return name !== null && ALIKE.has(name) ? 'branch' : null;
  const home = address === 'same' || phone === 'same';
  if (kind === 'person') {
    if (person === 'family' && home) return 'family';
    const against = code === 'different' || birthday === 'different';
    if (person === 'same' && (against || address === 'elsewhere') && person !== null)
      return against ? 'conflict' : null;
    return email === 'domain' ? 'colleagues' : null;
  }
  const against = region === 'conflict' || code === 'different';
  return name !== null && (name === 'same' || name === 'near') && against ? 'conflict' : null;
}
