import type { Customer } from '../../../utils/customer/model';
import type { Warning } from '../../../utils/retention/early-warning';
import type { Defection, GuardItem, Plan } from '../../../utils/retention/model';
import type { CustomerCard } from '../../../utils/store/api';
import type { PlanDraft } from '../../retention/PlanForm';
import type { LeavingDraft } from '../../retention/ReasonForm';
import type { SatisfactionAnswer } from '../../retention/SatisfactionForm';
import type { ShareDraft } from '../../retention/ShareForm';

/** Each of these is one change with Undo. */
export interface StayingActions {
  addDefection(draft: LeavingDraft): void;
  wonBack(record: Defection): void;
  removeDefection(id: string): void;
  addWallet(draft: ShareDraft): void;
  removeWallet(id: string): void;
  addSatisfaction(answer: SatisfactionAnswer): void;
  removeSatisfaction(id: string): void;
  addPlan(draft: PlanDraft): void;
  doneMeasure(plan: Plan, measureId: string): void;
  endPlan(plan: Plan, state: 'succeeded' | 'failed', outcome: string): void;
  checkGuard(check: { item: GuardItem; rating: number; note: string }): void;
}

export interface StayingProps {
  card: CustomerCard;
  warning: Warning;
  /** A key account has a check-list. */
  keyAccount: boolean;
  now: number;
  /** ISO 4217 of amounts that have none yet. */
  currency: string;
  /** The reader's today, a year before, and the date offered for a first measure: `YYYY-MM-DD`. */
  today: string;
  yearAgo: string;
  soon: string;
  owner: Customer['owner'];
  readOnly: boolean;
  actions: StayingActions;
}
