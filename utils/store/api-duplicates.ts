import type { Band, Explanation, Progress } from '../customer/duplicates';
import type { Contact, Customer } from '../customer/model';

/** Two stored customers that may be one. Derived: made anew by every search, but for when it was put off. */
export interface ProposalRow {
  /** Both ids, the smaller first, with a bar between. */
  id: string;
  one: string;
  other: string;
  /** 0..1. */
  score: number;
  band: Exclude<Band, 'none'>;
  /** Epoch ms until which a person does not want to see it; 0: not put off. */
  laterUntil: number;
}

/** Customers that may be one record: held together by pairs, best group first. */
export interface DuplicateGroup {
  customers: Customer[];
  contacts: Contact[];
  pairs: ProposalRow[];
}

export interface SearchDuplicatesOptions {
  onProgress?: (progress: Progress) => void;
  /** Leaves off; the next search goes on from there. */
  signal?: AbortSignal;
  /** Asked now and then: the search rests until it resolves. */
  pause?: () => Promise<void>;
}

/** Duplicates: proposals are only ever made by the store and only ever followed by a person. */
export interface DuplicateStore {
  /**
   * Looks for duplicates of what was written since the last call; resolves with how many records it looked at, 0 when
   * there is nothing left to do. After a large import it asks for a whole search instead ({@link wholeSearchDue}).
   */
  followDuplicates(): Promise<number>;
  /** Moves with every customer and contact that is written, by whichever page: to be told when to follow. */
  lastWritten(): Promise<number>;
  /** True where so much was written that all records are to be compared: {@link searchDuplicates}. */
  wholeSearchDue(): Promise<boolean>;
  /** Compares all records, in slices; left off at `signal`, it goes on where it was. Resolves with how many pairs it proposes. */
  searchDuplicates(options?: SearchDuplicatesOptions): Promise<number>;
  /** Groups to look at now, at most `limit`. */
  duplicates(now: number, limit: number): Promise<DuplicateGroup[]>;
  /** How many pairs wait for a look, up to a hundred. */
  duplicateCount(now: number): Promise<number>;
  /** The customers that this one may be the same as, likeliest first. */
  duplicatesOf(id: string, now: number): Promise<Array<{ customer: Customer; score: number }>>;
  /** Why two customers are thought to be one; null where one of them is gone. */
  explainDuplicates(one: string, other: string): Promise<Explanation | null>;
  /** Puts proposals off until an instant; nobody's change, so not in the journal. */
  postponeDuplicates(proposalIds: string[], until: number): Promise<void>;
}
