/**
 * One customer, one record: all of the engine that others may use.
 *
 * - Over a whole base: {@link DuplicateSearch} (in slices, cancelled, gone on with) or {@link findAll} in one go.
 * - One new record at once: store {@link blockKeysOf} of each record under a multi-entry index of numbers, keep the
 *   model of the last search ({@link storeModel}, {@link loadModel}; {@link untrained} before the first), and ask
 *   {@link candidatesFor}.
 * - Why: {@link explainPair} gives the waterfall of one pair as message keys and their parameters.
 * - "Also known as": {@link proposeAliases}.
 *
 * Scores are probabilities 0..1; 0.5 and up is proposed for review, 0.97 and up with more than names is `auto`.
 */
export {
  type AliasEvidence,
  type AliasProposal,
  type KnownPerson,
  type PersonSight,
  proposeAliases,
} from './aliases';
export { AUTO_FROM, type Band, REVIEW_FROM } from './bands';
export {
  type BlockIndex,
  blockKeysOf,
  type Candidate,
  candidatesFor,
  judgeAll,
  KEYS_VERSION,
  memoryIndex,
} from './candidates';
export {
  aliasKey,
  type Explanation,
  explainPair,
  type Reason,
  type ReasonKey,
  reasonKey,
  relationKey,
} from './explain';
export type { Field } from './fields';
export { findAll, findDuplicates } from './find';
export type { Checkpoint, Found, Pair, Progress, Proposal, RelatedPair, SearchOptions } from './found';
export { loadModel, type Model, type StoredModel, storedModel, storeModel, untrained } from './model';
export { scoreNames } from './pair';
export { type AddressText, type DuplicateRecord, emptyRecord, type PersonText } from './record';
export type { Relation } from './relation';
export type { Weight } from './score';
export { DuplicateSearch } from './search';
