import type { Customer } from '../../utils/customer/model';
import type { StoredModel } from '../../utils/retention/stored-model';
import type { Referred } from '../../utils/store/api';
import type { Insight } from '../../utils/value/insight-types';
import type { Entry, LedgerEntry } from '../../utils/value/ledger';
import type { ValueSettings } from '../../utils/value/settings';
import type { Suggestion } from '../search/CustomerSearch';

/** What is read of a customer's worth once it is looked at closely: more than the first glance shows. */
export interface WorthDetails {
  customerId: string;
  /** By date, oldest first. */
  entries: readonly Entry[];
  /** Whom they referred, parents before children. */
  referrals: readonly Referred[];
  /** Who referred them; null: nobody known. */
  referrer: Customer | null;
  /** null: nothing is fitted yet. */
  model: StoredModel | null;
  settings: ValueSettings;
}

/** What can be done to a customer's worth; each is one change with Undo. */
export interface WorthActions {
  addEntry(entry: LedgerEntry): void;
  editEntry(entry: Entry): void;
  removeEntry(id: string): void;
  /** null: nobody referred them. A circle is refused in words that name the chain. */
  setReferrer(customerId: string | null): void;
  /** Opens another customer. */
  openCustomer(customerId: string): void;
}

/** The search for a referrer. */
export interface ReferrerSearch {
  query: string;
  found: readonly Suggestion[] | null;
  onQuery: (query: string) => void;
}

export interface WorthProps {
  customer: Customer;
  /** null: there is no ledger, and what was entered by hand is all that is known. */
  insight: Insight | null;
  /** null: not read yet. */
  details: WorthDetails | null;
  /** `YYYY-MM-DD`, the reader's day. */
  today: string;
  /** ISO 4217, of amounts that name none. */
  currency: string;
  readOnly: boolean;
  actions: WorthActions;
}
