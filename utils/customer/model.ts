import * as z from 'zod/mini';
import { Id } from '../id';
import { Money } from '../money';

/**
 * What Margin stores about customers: one schema a table (DOMAIN terms), read at every border.
 * Instants are epoch milliseconds UTC (`…At`), calendar dates `YYYY-MM-DD` (`…Date`), money {@link Money}.
 * Text limits keep one hostile page or file from filling the disk; the interface cuts what it shows.
 */
const line = z.string().check(z.maxLength(20_000));
const lines = z.array(line).check(z.maxLength(1_000));
export const EpochMs = z.int().check(z.nonnegative());
/** True where Temporal reads the text as it stands: 2026-02-31 and 25:00 are no dates and times. */
const reads = (read: (text: string) => unknown) => (text: string) => {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
};
export const CalendarDate = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine(
    reads((text) => Temporal.PlainDate.from(text, { overflow: 'reject' })),
    { error: 'no such date' },
  ),
);
export const LocalDateTime = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  z.refine(
    reads((text) => Temporal.PlainDateTime.from(text, { overflow: 'reject' })),
    {
      error: 'no such date and time',
    },
  ),
);
export const TimeZone = z.string().check(
  z.maxLength(100),
  z.refine(
    reads((zone) => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)),
    {
      error: 'no such time zone',
    },
  ),
);

/** What every row that people write carries. */
export const stamped = { id: Id, createdAt: EpochMs, updatedAt: EpochMs, deletedAt: z.nullable(EpochMs) };

export const STAGES = ['potential', 'target', 'active', 'loyal', 'lost', 'won-back'] as const;
export const TIERS = ['best-core', 'core', 'ordinary', 'expendable'] as const;
export const RISK_LEVELS = ['low', 'medium', 'high'] as const;
export const NEED_KINDS = [
  'delivery',
  'profit',
  'scarce',
  'online',
  'cost',
  'quality',
  'service',
  'other',
] as const;
export const INTERACTION_KINDS = ['note', 'mail', 'call', 'meeting', 'visit'] as const;
export const COMPLAINT_CATEGORIES = ['quality', 'delivery', 'service', 'price', 'channel', 'other'] as const;
export const COMPLAINT_CHANNELS = ['mail', 'phone', 'meeting', 'form', 'other'] as const;
export const COMPLAINT_STATES = ['open', 'in-progress', 'resolved', 'confirmed'] as const;

/** Why customers leave (DOMAIN §3): group → reason. The interface translates `reason_<id>`. */
export const REASONS = {
  contraction: 'uncontrollable',
  expansion: 'uncontrollable',
  closure: 'uncontrollable',
  'life-change': 'uncontrollable',
  competitor: 'controllable',
  'offer-misfit': 'controllable',
  complaint: 'controllable',
  'little-contact': 'controllable',
} as const;
export const REASON_IDS = Object.keys(REASONS) as [ReasonId, ...ReasonId[]];
export type ReasonId = keyof typeof REASONS;

export type Stage = (typeof STAGES)[number];
export type Tier = (typeof TIERS)[number];
export type RiskLevel = (typeof RISK_LEVELS)[number];
export type NeedKind = (typeof NEED_KINDS)[number];
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number];
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

export const INDUSTRY_STAGES = ['introduction', 'growth', 'maturity', 'decline'] as const;

const stars = z.int().check(z.minimum(1), z.maximum(5));
/** What people judge about a customer, for the value index; what is not known is left out. */
export const Ratings = z.object({
  /** The customer's own business condition, 1–5. */
  business: z.optional(stars),
  /** Strategic cooperation, 1–5. */
  cooperation: z.optional(stars),
  industryStage: z.optional(z.enum(INDUSTRY_STAGES)),
  /** Mean days of payment after the due date; negative: before it. */
  paymentDelayDays: z.optional(z.number().check(z.minimum(-3_650), z.maximum(3_650))),
  /** Share of receivables that were not paid, 0–1. */
  defaultRate: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
});
export type Ratings = z.infer<typeof Ratings>;

export const Need = z.object({
  kind: z.enum(NEED_KINDS),
  text: line,
  /** 1 (must have) to 3 (nice to have); absent: not weighed. */
  priority: z.optional(z.int().check(z.minimum(1), z.maximum(3))),
  /** Where it is known from: what they said, or what they do. */
  evidence: z.optional(line),
});
export type Need = z.infer<typeof Need>;

/** A person or organisation that buys, might buy, or influences buying (客户). */
export const Customer = z.object({
  ...stamped,
  kind: z.enum(['person', 'company']),
  relation: z.enum(['direct', 'indirect']),
  name: line,
  aliases: lines,
  /** For a person: the organisation they are with, as typed. Empty for a company. */
  company: line,
  title: line,
  /** Identity, as typed; the store derives {@link Customer.keys} from it. */
  emails: lines,
  /** Private e-mail domains of a company (`hengxin.example`), never free-mail domains. */
  domains: lines,
  phones: lines,
  codes: lines,
  addresses: lines,
  owner: line,
  stage: z.enum(STAGES),
  /** null: not classed yet. */
  tier: z.nullable(z.enum(TIERS)),
  /** Net value to date, expected next 12 months, and of those they referred: as entered; null unknown. */
  valueToDate: z.nullable(Money),
  valueNext12: z.nullable(Money),
  valueReferred: z.nullable(Money),
  /** null: no evidence, shown as unknown, never as low. First reason is the primary one. */
  riskLevel: z.nullable(z.enum(RISK_LEVELS)),
  riskReasons: z.array(z.enum(REASON_IDS)),
  riskNote: line,
  needs: z.array(Need),
  tags: lines,
  /** Days between contacts; null: the tier's cadence; 0: none. */
  cadenceDays: z.nullable(z.int().check(z.nonnegative())),
  /** Last contact of any kind; 0: never. */
  lastContactAt: EpochMs,
  /** ISO 3166-1 alpha-2, the default for national phone numbers; '' where not known. */
  country: z.string().check(z.regex(/^([A-Z]{2})?$/, { error: 'not an ISO 3166-1 code' })),
  /** Part of the sample data, which can be removed whole. */
  sample: z.boolean(),
  /** The record that this one was made part of; such a record is removed, and links to it lead there. */
  mergedInto: z.optional(z.nullable(Id)),
  /** The customer who referred them; the store refuses a circle. Absent or null: nobody known. */
  referredBy: z.optional(z.nullable(Id)),
  /** The tier that the user set by hand; absent or null: as the ledger ranks them. */
  tierPinned: z.optional(z.nullable(z.enum(TIERS))),
  /** The stage that the user set by hand; absent or null: as the ledger tells. */
  stagePinned: z.optional(z.nullable(z.enum(STAGES))),
  /** When that was; absent: not noted. */
  stagePinnedAt: z.optional(z.nullable(EpochMs)),
  ratings: z.optional(Ratings),
  /** Derived by the store: `e:` canonical e-mail, `d:` private domain, `p:` E.164 phone, `c:` code. */
  keys: z.array(z.string()),
  /** Derived by the store: folded search terms (names, pinyin initials, addresses, digits). */
  terms: z.array(z.string()),
});
export type Customer = z.infer<typeof Customer>;

/** A person at a company (联系人); found by the same key forms as the company itself. */
export const Contact = z.object({
  ...stamped,
  customerId: Id,
  name: line,
  title: line,
  emails: lines,
  phones: lines,
  keys: z.array(z.string()),
  terms: z.array(z.string()),
});
export type Contact = z.infer<typeof Contact>;

/** The page that something was noted on: strings from a page are data, shown as text only. */
export const PageRef = z.object({ url: line, title: line });
export type PageRef = z.infer<typeof PageRef>;

/** Something that happened with a customer (note, mail, call, meeting, visit), with its page. */
export const Interaction = z.object({
  ...stamped,
  customerId: Id,
  kind: z.enum(INTERACTION_KINDS),
  at: EpochMs,
  text: z.string().check(z.maxLength(200_000)),
  page: z.nullable(PageRef),
});
export type Interaction = z.infer<typeof Interaction>;

export const Repeat = z.object({
  every: z.int().check(z.positive()),
  unit: z.enum(['day', 'week', 'month', 'year']),
});
export type Repeat = z.infer<typeof Repeat>;

/** A promise to get in touch: kept as local date-time + IANA zone, so that DST moves the instant, not the hour. */
export const Reminder = z.object({
  ...stamped,
  customerId: Id,
  reason: line,
  /** When it is meant to be. */
  local: LocalDateTime,
  /** The first occurrence, from which a recurrence counts; null: `local` itself. */
  anchor: z.nullable(LocalDateTime),
  zone: TimeZone,
  repeat: z.nullable(Repeat),
  /** Snoozed until this local date-time in `zone`; null: not snoozed. */
  snoozedTo: z.nullable(LocalDateTime),
  /** Derived by the store: the instant of `snoozedTo ?? local` in `zone`. */
  dueAt: EpochMs,
  state: z.enum(['open', 'done']),
  doneAt: z.nullable(EpochMs),
  /** The `dueAt` for which a notification was last shown: a reminder is announced once per due instant. */
  announcedFor: z.nullable(EpochMs),
});
export type Reminder = z.infer<typeof Reminder>;

/** A complaint (投诉): here its text, dates and state; overdue ones are shown first. */
export const Complaint = z.object({
  ...stamped,
  customerId: Id,
  text: line,
  page: z.nullable(PageRef),
  openedAt: EpochMs,
  dueDate: z.nullable(CalendarDate),
  status: z.enum(COMPLAINT_STATES),
  resolvedAt: z.nullable(EpochMs),
  resolution: line,
  /** Absent: nobody said. */
  category: z.optional(z.nullable(z.enum(COMPLAINT_CATEGORIES))),
  channel: z.optional(z.nullable(z.enum(COMPLAINT_CHANNELS))),
  /** The colleague who sees to it. */
  owner: z.optional(line),
  /** When the customer first heard from us about it; absent or null: not yet. */
  firstAnswerAt: z.optional(z.nullable(EpochMs)),
  /** When the customer said that it is settled. */
  confirmedAt: z.optional(z.nullable(EpochMs)),
});
export type Complaint = z.infer<typeof Complaint>;
