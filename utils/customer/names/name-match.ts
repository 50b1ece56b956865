/**
 * How two company names stand to each other:
 * `same` one name in other spellings · `near` a slip of the keyboard apart · `short` one shortens the other ·
 * `generic` region and industry agree, neither has a trade name · `unclear` could be either · `different`.
 */
export type NameLevel = 'same' | 'near' | 'short' | 'generic' | 'unclear' | 'different';

export interface NameMatch {
  level: NameLevel;
  /** How much the shared part tells, in bits (−log2 of its chance among strangers). */
  bits: number;
  /** The regions in the names, where both have one. */
  place: 'same' | 'within' | 'conflict' | 'unknown';
  /** One names a branch (分公司), and the other its parent or another branch. */
  branch: boolean;
}
