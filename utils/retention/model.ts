import * as z from 'zod/mini';
import { CalendarDate, EpochMs, PageRef, stamped, TIERS } from '../customer/model';
import { Id } from '../id';
import { Money } from '../money';

/**
 * What people record about staying and leaving (DOMAIN §3–§5): one schema a table. Instants are epoch ms UTC (`…At`), calendar
 * dates `YYYY-MM-DD` (`…Date`). Reasons are codes of the taxonomy (taxonomy.ts): `competitor`, `competitor/lower-price`, or an own entry's id.
 */
const line = z.string().check(z.maxLength(20_000));
const code = z.string().check(z.minLength(1), z.maxLength(200));
const owned = { ...stamped, customerId: Id };

export const EXTENTS = ['full', 'partial'] as const;
/** To a competitor, out of the category altogether, or nobody knows. */
export const WHERETO = ['switched', 'left', 'unknown'] as const;
export type Extent = (typeof EXTENTS)[number];
export type Whereto = (typeof WHERETO)[number];

/** That a customer left, or buys part of it elsewhere, and why (流失记录). */
export const Defection = z.object({
  ...owned,
  at: EpochMs,
  extent: z.enum(EXTENTS),
  whereto: z.enum(WHERETO),
  /** The first is the primary one. */
  reasons: z.array(code).check(z.maxLength(50)),
  competitor: line,
  text: line,
  page: z.nullable(PageRef),
  /** When they were won back; null: not (yet). */
  wonBackAt: z.nullable(EpochMs),
});
export type Defection = z.infer<typeof Defection>;

/** All that a customer spent in our category in a period, as somebody told (钱包份额). */
export const Wallet = z.object({
  ...owned,
  fromDate: CalendarDate,
  /** The last day of the period. */
  toDate: CalendarDate,
  total: Money,
  /** What they spent with us in it; null: as the ledger tells. */
  ours: z.nullable(Money),
  source: line,
});
export type Wallet = z.infer<typeof Wallet>;

export const SATISFACTION_LEVELS = [
  'very-satisfied',
  'satisfied',
  'no-opinion',
  'rather-dissatisfied',
  'very-dissatisfied',
] as const;
export type SatisfactionLevel = (typeof SATISFACTION_LEVELS)[number];
export const DIMENSIONS = ['cost', 'promises', 'staff', 'complaints', 'quality', 'delivery'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** How satisfied a customer said they are (客户满意度). */
export const Satisfaction = z.object({
  ...owned,
  at: EpochMs,
  level: z.enum(SATISFACTION_LEVELS),
  /** Perceived ÷ expected; 1 = as expected; what was not asked is left out. */
  ratios: z.partialRecord(z.enum(DIMENSIONS), z.number().check(z.minimum(0), z.maximum(10))),
  text: line,
  page: z.nullable(PageRef),
  /** The survey that it answers, or null. */
  roundId: z.nullable(Id),
});
export type Satisfaction = z.infer<typeof Satisfaction>;

export const PLAN_KINDS = ['win-back', 'prevention'] as const;
export const PLAN_STATES = ['open', 'succeeded', 'failed'] as const;
export const Measure = z.object({
  id: Id,
  text: line,
  owner: line,
  dueDate: z.nullable(CalendarDate),
  /** The reminder that the date made, or null. */
  reminderId: z.nullable(Id),
  doneAt: z.nullable(EpochMs),
});
export type Measure = z.infer<typeof Measure>;

/** What is done to keep a customer or to win them back (挽回计划). */
export const Plan = z.object({
  ...owned,
  kind: z.enum(PLAN_KINDS),
  reason: z.nullable(code),
  owner: line,
  measures: z.array(Measure).check(z.maxLength(100)),
  state: z.enum(PLAN_STATES),
  startedAt: EpochMs,
  endedAt: z.nullable(EpochMs),
  outcome: line,
});
export type Plan = z.infer<typeof Plan>;

/** The seven points of the key-account guard (一个沟通、两个一致、四个保证). */
export const GUARD_ITEMS = [
  'contact',
  'needs',
  'strategy',
  'quality',
  'service',
  'delivery',
  'benefit',
] as const;
export type GuardItem = (typeof GUARD_ITEMS)[number];
export const GuardCheck = z.object({
  /** 1 (bad) to 5 (very good). */
  rating: z.int().check(z.minimum(1), z.maximum(5)),
  at: EpochMs,
  note: line,
});
export type GuardCheck = z.infer<typeof GuardCheck>;
/** The check-list of one key account; the journal keeps the checks before. */
export const Guard = z.object({ ...owned, checks: z.partialRecord(z.enum(GUARD_ITEMS), GuardCheck) });
export type Guard = z.infer<typeof Guard>;

/** One customer of a round: asked, and what they said. */
export const Asked = z.object({
  customerId: Id,
  tier: z.nullable(z.enum(TIERS)),
  answeredAt: z.nullable(EpochMs),
  /** An interview's reasons and notes; a survey's answer is a row of its own ({@link Satisfaction}). */
  reasons: z.array(code).check(z.maxLength(50)),
  text: line,
});
export type Asked = z.infer<typeof Asked>;

export const ROUND_KINDS = ['survey', 'investigation'] as const;
export const REVIEW_POINTS = ['quarter', 'three-quarters'] as const;
export type ReviewPoint = (typeof REVIEW_POINTS)[number];
/** A survey of satisfaction, or an investigation of why customers left. Hangs on no single customer. */
export const Round = z.object({
  ...stamped,
  kind: z.enum(ROUND_KINDS),
  name: line,
  startedAt: EpochMs,
  /** The same seed draws the same sample from the same customers. */
  seed: z.int().check(z.nonnegative()),
  asked: z.array(Asked).check(z.maxLength(5_000)),
  /** What was learnt after a quarter of the interviews and again after three quarters. */
  reviews: z.partialRecord(z.enum(REVIEW_POINTS), z.object({ at: EpochMs, text: line })),
  measures: z.array(Measure).check(z.maxLength(100)),
  closedAt: z.nullable(EpochMs),
});
export type Round = z.infer<typeof Round>;

/** A change to the taxonomy of reasons: a built-in entry renamed or hidden, or an own one. See taxonomy.ts. */
export const ReasonEdit = z.object({
  ...stamped,
  code,
  /** The group entry above, '' for one of the first level. */
  parent: z.string().check(z.maxLength(200)),
  controllable: z.boolean(),
  /** '' : the built-in name, in the reader's language. */
  name: line,
  hidden: z.boolean(),
  /** Own suggestions of measures; null: the built-in ones. */
  measures: z.nullable(z.array(line).check(z.maxLength(50))),
});
export type ReasonEdit = z.infer<typeof ReasonEdit>;
