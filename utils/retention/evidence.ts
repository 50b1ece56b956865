import type { Complaint } from '../customer/model';
import { dayNumber } from '../value/days';
import type { Bought } from '../value/summary-types';
import { DIMENSIONS, type Dimension, SATISFACTION_LEVELS, type Satisfaction } from './model';
import { leftByRhythm, type RhythmCurve, rhythmOf, usualGapOf } from './rhythm';
import { partialDefection, type ShareChange } from './wallet';

/** The parts that a risk is made of (DOMAIN §3: early warning). */
export const RISK_PARTS = [
  'model',
  'rhythm',
  'share',
  'breadth',
  'trend',
  'complaints',
  'satisfaction',
  'contact',
  'payment',
] as const;
export type RiskPart = (typeof RISK_PARTS)[number];

/**
 * What one part says. `say` names a sentence that the interface translates (`risk_say_<say>`) with `facts` as its marks; counts
 * are numbers, shares 0–1, days whole days. `strength` 0–1: how likely they leave by this alone; 0: it speaks for nothing.
 */
export interface Evidence {
  part: RiskPart;
  say: string;
  facts: Record<string, number | string>;
  strength: number;
}

const DAY_MS = 86_400_000;
const evidence = (
  part: RiskPart,
  say: string,
  strength: number,
  facts: Evidence['facts'] = {},
): Evidence => ({ part, say, facts, strength: Math.min(1, Math.max(0, strength)) });

/** The purchase model with all signals, as the ledger's backtest weighs them: 0–100 for the horizon. */
export const modelEvidence = (risk: number, horizonDays: number): Evidence =>
  evidence('model', 'model', risk / 100, { share: 1 - risk / 100, days: Math.round(horizonDays) });

export function rhythmEvidence(
  days: readonly number[],
  today: number,
  curve: RhythmCurve | null,
): Evidence | null {
  const rhythm = rhythmOf(days, today, curve);
  if (!rhythm) return null;
  const { usualDays, silentDays, backByNow } = rhythm;
  const facts = { usual: Math.round(usualDays), silent: Math.round(silentDays), share: backByNow };
  return evidence('rhythm', silentDays > usualDays ? 'rhythm' : 'rhythm_well', leftByRhythm(rhythm), facts);
}

/** Only a fall that is more than chance counts; see wallet.ts. */
export function shareEvidence(change: ShareChange | null): Evidence | null {
  if (!change) return null;
  const { before, after } = change;
  const facts = { before: before.share, after: after.share };
  const kind = partialDefection(change);
  if (kind === null) return evidence('share', 'share_well', 0, facts);
  const strength = Math.min(0.9, 0.35 + (1 - after.share / before.share));
  return evidence('share', kind === 'partial' ? 'share_partial' : 'share_fell', strength, facts);
}

/** Two spans to compare, long enough for this customer's rhythm. */
const spanOf = (days: readonly number[]): number =>
  Math.min(365, Math.max(120, Math.round(6 * usualGapOf(days))));

/** A proxy, where nobody knows the wallet: categories that they bought and no longer buy. */
export function breadthEvidence(
  categories: readonly Bought[],
  days: readonly number[],
  today: number,
): Evidence | null {
  const span = spanOf(days);
  const cut = today - span;
  if (days.length < 3 || (days[0] ?? today) > cut) return null;
  const before = categories.filter((one) => one.firstDay <= cut && one.lastDay > cut - 2 * span);
  const gone = before.filter((one) => one.lastDay <= cut);
  if (before.length < 2) return null;
  const facts = {
    gone: gone.length,
    before: before.length,
    names: gone.map(({ name }) => name).join(', '),
    days: span,
  };
  return gone.length === 0
    ? evidence('breadth', 'breadth_well', 0, facts)
    : evidence('breadth', 'breadth', (0.6 * gone.length) / before.length, facts);
}

const SURE = 1.645;

/** A proxy: fewer purchases than in the span before, by more than chance (two Poisson counts). */
export function trendEvidence(days: readonly number[], today: number): Evidence | null {
  const span = spanOf(days);
  if (days.length < 4 || (days[0] ?? today) > today - 2 * span) return null;
  const now = days.filter((day) => day > today - span).length;
  const before = days.filter((day) => day > today - 2 * span && day <= today - span).length;
  const facts = { now, before, days: span };
  if (before + now === 0) return null;
  const fell = (before - now) / Math.sqrt(before + now) > SURE;
  return evidence('trend', fell ? 'trend' : 'trend_well', fell ? 0.6 * (1 - now / before) : 0, facts);
}

export const SLOW_DAYS = 14;
const REMEMBERED_DAYS = 90;

/** Open ones weigh most, overdue ones more; one that was settled lately is remembered a little, one confirmed not at all. */
export function complaintEvidence(
  complaints: readonly Complaint[],
  now: number,
  today: number,
): Evidence | null {
  const live = complaints.filter(({ deletedAt }) => deletedAt === null);
  if (live.length === 0) return null;
  const open = live.filter(isOpen);
  const overdue = open.filter((one) => isOverdue(one, today));
  const slow = open.filter((one) => !overdue.includes(one) && now - one.openedAt > SLOW_DAYS * DAY_MS);
  const settled = live.filter(
    ({ status, resolvedAt }) => status === 'resolved' && now - (resolvedAt ?? 0) < REMEMBERED_DAYS * DAY_MS,
  );
  const fresh = open.length - overdue.length - slow.length;
  const strength = 1 - 0.45 ** overdue.length * 0.6 ** slow.length * 0.75 ** fresh * 0.95 ** settled.length;
  const oldest = Math.min(now, ...open.map(({ openedAt }) => openedAt));
  const facts = { open: open.length, overdue: overdue.length, days: Math.floor((now - oldest) / DAY_MS) };
  if (overdue.length > 0) return evidence('complaints', 'complaints_overdue', strength, facts);
  if (open.length > 0) return evidence('complaints', 'complaints', strength, facts);
  return evidence('complaints', 'complaints_well', strength, facts);
}

export const isOpen = ({ status }: Complaint): boolean => status === 'open' || status === 'in-progress';

/** Open after its due date; `today`: the reader's day number. */
export function isOverdue(complaint: Complaint, today: number): boolean {
  const due = complaint.dueDate === null ? undefined : dayNumber(complaint.dueDate);
  return due !== undefined && isOpen(complaint) && due < today;
}

const STRENGTH = [0, 0.03, 0.15, 0.5, 0.7] as const;
const OUTDATED_DAYS = 730;

/** The last answer, and whether it is worse than the one before. */
export function satisfactionEvidence(rows: readonly Satisfaction[], now: number): Evidence | null {
  const answers = rows
    .filter(({ deletedAt, at }) => deletedAt === null && now - at < OUTDATED_DAYS * DAY_MS)
    .sort((a, b) => a.at - b.at);
  const last = answers.at(-1);
  if (!last) return null;
  const before = answers.at(-2);
  const level = SATISFACTION_LEVELS.indexOf(last.level);
  const fall = before ? level - SATISFACTION_LEVELS.indexOf(before.level) : 0;
  const worst = worstDimension(last);
  const short = worst ? Math.max(0, 0.95 - worst.ratio) : 0;
  const strength =
    1 - (1 - (STRENGTH[level] ?? 0)) * (1 - (fall > 0 ? 0.2 * fall : 0)) * (1 - Math.min(0.4, short));
  const days = Math.floor((now - last.at) / DAY_MS);
  const facts = { level: last.level, before: before?.level ?? '', days, worst: worst?.dimension ?? '' };
  if (fall > 0) return evidence('satisfaction', 'satisfaction_fell', strength, facts);
  return evidence('satisfaction', level >= 3 ? 'satisfaction_low' : 'satisfaction', strength, facts);
}

/** Where most was missing against what they expected. */
export function worstDimension({ ratios }: Satisfaction): { dimension: Dimension; ratio: number } | null {
  const known = DIMENSIONS.flatMap((dimension) => {
    const ratio = ratios[dimension];
    return ratio === undefined ? [] : [{ dimension, ratio }];
  });
  return known.sort((a, b) => a.ratio - b.ratio)[0] ?? null;
}

/** Silence on our side counts once the cadence has passed; contact in time is no sign of anything. */
export function contactEvidence(
  lastContactAt: number,
  since: number,
  cadenceDays: number | null,
  now: number,
): Evidence | null {
  if (!cadenceDays) return null;
  const days = Math.floor((now - Math.max(lastContactAt, since)) / DAY_MS);
  const over = days / cadenceDays - 1;
  if (over <= 0) return null;
  const facts = { days, cadence: cadenceDays };
  return evidence(
    'contact',
    lastContactAt > 0 ? 'contact' : 'contact_never',
    Math.min(0.45, 0.12 + 0.12 * over),
    facts,
  );
}

export function paymentEvidence(
  delayDays: number | undefined,
  defaultRate: number | undefined,
): Evidence | null {
  if (delayDays === undefined && defaultRate === undefined) return null;
  const late = Math.max(0, delayDays ?? 0);
  const strength = 1 - (1 - Math.min(0.4, late / 120)) * (1 - 0.5 * (defaultRate ?? 0));
  const facts = { days: Math.round(late), share: defaultRate ?? 0 };
  return evidence('payment', strength > 0 ? 'payment' : 'payment_well', strength, facts);
}
