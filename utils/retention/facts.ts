import type { Complaint, Customer } from '../customer/model';
import type { Outlook } from '../value/insight-types';
import type { Summary } from '../value/summary-types';
import type { RetentionFacts } from './early-warning';
import type { Defection, Satisfaction, Wallet } from './model';
import type { RhythmCurve } from './rhythm';
import type { StageFacts } from './stages';

/** What the model of a ledger says about itself, as far as a risk needs it. */
export interface ModelFacts {
  horizonDays: number;
  /** The ledger's own backtest chose how the risk is told. */
  tested: boolean;
}

/** What of the rows about a customer a risk is worked out from. */
export interface Known {
  customer: Pick<Customer, 'lastContactAt' | 'createdAt' | 'ratings'>;
  complaints: readonly Complaint[];
  wallets: readonly Wallet[];
  satisfactions: readonly Satisfaction[];
  summary: RetentionFacts['summary'];
  insight: { outlook: Pick<Outlook, 'risk'> | null } | null;
  model: ModelFacts | null;
  curve: RhythmCurve | null;
}

/** What of the rows about a customer the stages are told from. */
export interface Staged {
  customer: Pick<Customer, 'lastContactAt' | 'createdAt' | 'stagePinned' | 'stagePinnedAt' | 'updatedAt'>;
  summary: Pick<Summary, 'days'> | null;
}

const DAY_MS = 86_400_000;

/** The rows of a customer as the facts that a risk is worked out from. `today`: the reader's day number. */
export function factsOf(
  known: Known,
  cadenceDays: number | null,
  now: number,
  today: number,
): RetentionFacts {
  const { customer, summary, insight, model } = known;
  const risk = insight?.outlook?.risk;
  const purchase =
    risk === undefined || !model ? null : { risk, horizonDays: model.horizonDays, tested: model.tested };
  return {
    ...{ now, today, summary, purchase, cadenceDays },
    curve: known.curve,
    wallets: known.wallets,
    complaints: known.complaints,
    satisfactions: known.satisfactions,
    lastContactAt: customer.lastContactAt,
    createdAt: customer.createdAt,
    paymentDelayDays: customer.ratings?.paymentDelayDays,
    defaultRate: customer.ratings?.defaultRate,
  };
}

/** The same rows as the facts that the stages are told from. */
export function stageFactsOf(
  { customer, summary }: Staged,
  defections: readonly Defection[],
  today: number,
): StageFacts {
  const { lastContactAt, createdAt, stagePinned, stagePinnedAt, updatedAt } = customer;
  const dayOf = (at: number) => Math.floor(at / DAY_MS);
  return {
    days: summary?.days ?? [],
    today,
    enteredDay: dayOf(createdAt),
    contactedDay: lastContactAt > 0 ? dayOf(lastContactAt) : null,
    defections,
    pinned: stagePinned ? { stage: stagePinned, day: dayOf(stagePinnedAt ?? updatedAt) } : null,
  };
}

/** The reader's calendar day of an instant, as a day number; `zone`: IANA. */
export function dayIn(zone: string, at: number): number {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return Math.round(Date.UTC(date.year, date.month - 1, date.day) / DAY_MS);
}
