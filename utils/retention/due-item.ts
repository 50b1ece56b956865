import type { Complaint, Customer, Reminder } from '../customer/model';
import type { Measure, Round } from './model';

/** Something that is due: one row of the due list. */
export type DueItem = CustomerDue | MeasureDue;

/** What a customer waits for. */
export interface CustomerDue {
  /** A contact by the tier's cadence is `cadence`; a key account's check-list is due again, or was never begun (`unbegun`). */
  kind: 'reminder' | 'cadence' | 'complaint' | 'guard' | 'unbegun';
  customer: Customer;
  reminder: Reminder | null;
  complaint: Complaint | null;
  dueAt: number;
}

/** A measure that an investigation decided, of no customer alone. */
export interface MeasureDue {
  kind: 'measure';
  round: Round;
  measure: Measure;
  dueAt: number;
}
