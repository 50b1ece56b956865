import type { Cadences } from '../contact';
import type { Complaint, Customer, RiskLevel } from '../customer/model';
import type { Warning } from '../retention/early-warning';
import type { ModelFacts } from '../retention/facts';
import type { FailureCase } from '../retention/failure';
import type { Defection, Guard, Plan, ReasonEdit, Round, Satisfaction, Wallet } from '../retention/model';
import type { NeedContrast } from '../retention/needs';
import type { RhythmCurve } from '../retention/rhythm';
import type { StageStep } from '../retention/stages';
import type { Summary } from '../value/summary-types';

/** What was recorded about one customer's staying; newest first. */
export interface RetentionRows {
  defections: Defection[];
  wallets: Wallet[];
  satisfactions: Satisfaction[];
  plans: Plan[];
  guard: Guard | null;
  summary: Summary | null;
  model: ModelFacts | null;
  curve: RhythmCurve | null;
  /** The user's changes to the taxonomy of reasons. */
  reasons: ReasonEdit[];
}

export interface RiskLine {
  customer: Customer;
  warning: Warning;
  computedAt: number;
}
export interface RiskRefresh {
  now: number;
  /** The reader's today as a day number. */
  today: number;
  cadences: Cadences;
  /** Only these; all where absent. */
  customerIds?: string[];
  /** Stops between two slices. */
  signal?: AbortSignal;
}

export type OfCustomer<R> = R & { customer: Customer | null };

/** What the failure analysis is made of; see retention/failure. */
export interface FailureData {
  cases: FailureCase[];
  steps: StageStep[];
  needs: NeedContrast[];
  names: Map<string, string>;
  /** The currency of `yearlyValue`. */
  currency: string;
}

/** The store's face for staying and leaving. All queries can be watched with `live`. */
export interface RetentionStore {
  /** All edits of the taxonomy; live ones. */
  reasonEdits(): Promise<ReasonEdit[]>;
  /** Live records whose reasons name any of these codes. */
  defectionsWith(codes: string[]): Promise<Defection[]>;
  plansWith(codes: string[]): Promise<Plan[]>;
  /** Newest first. */
  rounds(): Promise<Round[]>;
  satisfactionsOf(roundId: string): Promise<Satisfaction[]>;
  /** All live complaints, open ones first by due date, then the newest. */
  allComplaints(): Promise<Array<OfCustomer<Complaint>>>;
  allPlans(): Promise<Array<OfCustomer<Plan>>>;
  /** Best-core and core customers with their check-lists, the oldest check first. */
  guards(limit: number): Promise<Array<{ customer: Customer; guard: Guard | null }>>;
  /** Customers of any tier, for a sample. */
  candidates(): Promise<Array<{ id: string; name: string; tier: Customer['tier'] }>>;
  /** The riskiest first, as last worked out. */
  risks(limit: number, level?: RiskLevel): Promise<RiskLine[]>;
  /** The level of each of these customers' risks as last worked out; nobody whose risk is unknown. */
  riskLevels(ids: string[]): Promise<Map<string, RiskLevel>>;
  /** When the risks of all were last worked out, epoch ms; 0: never. */
  risksAt(): Promise<number>;
  /** The cadences that the risks of all were last worked out with; undefined: never. */
  riskCadences(): Promise<Cadences | undefined>;
  /** Works out risks anew and keeps them; resolves with how many. Derived: no entry in the journal. */
  refreshRisks(options: RiskRefresh): Promise<number>;
  /** Everything for the failure analysis. `today`: the reader's day number. */
  failureData(today: number): Promise<FailureData>;
}
