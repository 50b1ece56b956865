import type { Complaint } from '../customer/model';
import { isOpen, isOverdue } from './evidence';
import { median } from './rhythm';

const HOUR_MS = 3_600_000;

/** How complaints are dealt with; times in hours, medians; null where none has come that far. */
export interface ComplaintFigures {
  all: number;
  open: number;
  overdue: number;
  unanswered: number;
  firstAnswerHours: number | null;
  resolutionHours: number | null;
  /** Of those resolved, the share that the customer confirmed. */
  confirmed: number | null;
}

/** `today`: the reader's day number. */
export function complaintFigures(complaints: readonly Complaint[], today: number): ComplaintFigures {
  const open = complaints.filter(isOpen);
  const answered = complaints.flatMap(({ openedAt, firstAnswerAt }) => hours(openedAt, firstAnswerAt));
  const settled = complaints.filter((one) => !isOpen(one));
  const resolved = settled.flatMap(({ openedAt, resolvedAt }) => hours(openedAt, resolvedAt));
  const confirmed = settled.filter(({ status }) => status === 'confirmed').length;
  return {
    all: complaints.length,
    open: open.length,
    overdue: open.filter((one) => isOverdue(one, today)).length,
    unanswered: open.filter(({ firstAnswerAt }) => !firstAnswerAt).length,
    firstAnswerHours: answered.length > 0 ? median(answered) : null,
    resolutionHours: resolved.length > 0 ? median(resolved) : null,
    confirmed: settled.length > 0 ? confirmed / settled.length : null,
  };
}

const hours = (from: number, to: number | null | undefined): number[] =>
  typeof to === 'number' && to >= from ? [(to - from) / HOUR_MS] : [];

/**
 * The dates that a new state brings along: work begun is a first answer, resolved and confirmed are dated, and a complaint
 * that is opened again loses what no longer holds.
 */
export function datesOf(
  complaint: Pick<Complaint, 'firstAnswerAt' | 'resolvedAt'>,
  status: Complaint['status'],
  now: number,
): Pick<Complaint, 'firstAnswerAt' | 'resolvedAt' | 'confirmedAt'> {
  const firstAnswerAt = complaint.firstAnswerAt ?? null;
  if (status === 'open') return { firstAnswerAt, resolvedAt: null, confirmedAt: null };
  const answered = firstAnswerAt ?? now;
  if (status === 'in-progress') return { firstAnswerAt: answered, resolvedAt: null, confirmedAt: null };
  const resolvedAt = complaint.resolvedAt ?? now;
  return { firstAnswerAt: answered, resolvedAt, confirmedAt: status === 'confirmed' ? now : null };
}
