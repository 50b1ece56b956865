import type { Band } from './bands';
import type { Model, StoredModel } from './model';
import type { Relation } from './relation';
import type { Weight } from './score';

/** Two records that may be one customer, or are related, and why. `id1` sorts before `id2`. */
export interface Pair {
  id1: string;
  id2: string;
  /** Probability 0..1 that both are one customer. */
  score: number;
  /** What each field adds, in bits (log2 of odds): a waterfall from the prior to the score. */
  reasons: Weight[];
}

/** A pair to merge: `auto` without asking, `review` after a look. Its score is `REVIEW_FROM` and up. */
export interface Proposal extends Pair {
  band: Exclude<Band, 'none'>;
}

/** A pair that is not one customer, but worth knowing of. */
export interface RelatedPair extends Pair {
  relation: Exclude<Relation, 'duplicate'>;
}

export interface Found {
  /** Highest score first, ties by id. */
  proposals: Proposal[];
  /** Branches and conflicts met on the way; no search is made for them. */
  related: RelatedPair[];
  /** What was learned, to judge new records by and to keep (`storeModel`). */
  model: Model;
}

/** How far a search is: `done` of `total` records (or steps) in one of its phases, which come in this order. */
export interface Progress {
  phase: 'prepare' | 'learn' | 'compare';
  done: number;
  total: number;
}

/** What was compared already: plain JSON, for going on later over the same records. */
export interface Checkpoint {
  /** Of the records; over others the search begins anew. */
  fingerprint: string;
  model: StoredModel;
  /** The number of the record to go on with. */
  next: number;
  /** Numbers of two records and their evidence in bits, by turns. */
  likely: number[];
}

export interface SearchOptions {
  /** Pairs that a person said are not the same: never proposed. Called with `id1` sorting before `id2`. */
  notSame?: (id1: string, id2: string) => boolean;
  resume?: Checkpoint;
  /** How long a slice may take, in ms of the clock `now` (`Date.now`). */
  sliceMs?: number;
  now?: () => number;
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
