import { Repeat } from '../../utils/customer/model';
import type { MessageKey } from '../../utils/i18n';
import { localeTag, t } from '../../utils/i18n';
import { formatMoney, type Money, Money as MoneySchema } from '../../utils/money';
import { type Extent, GUARD_ITEMS, type Plan, type Whereto } from '../../utils/retention/model';
import type { JournalEntry, TableName } from '../../utils/store/types';
import { LedgerEntry } from '../../utils/value/ledger';
import { dateTimeText } from '../format';
import { repeatText } from '../repeat';
import { reasonText, satisfactionName } from '../retention/words';
import {
  complaintCategoryName,
  complaintStateName,
  entryKindName,
  interactionName,
  needName,
  reasonName,
  riskName,
  stageName,
  tierName,
} from '../terms';

/** One field that a change touched, in the reader's words; '' where it was or is empty. */
export interface FieldChange {
  label: string;
  before: string;
  after: string;
}

/** The history shows this much of a text; the record has it whole. */
const MAX_SHOWN = 160;
type Say = (value: unknown) => string;

const text: Say = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const list: Say = (value) => (Array.isArray(value) ? value.map(text).filter(Boolean).join(', ') : '');
const instant: Say = (value) => (typeof value === 'number' && value > 0 ? dateTimeText(value, 0) : '');
const local: Say = (value) => text(value).replace('T', ' ');
const amount: Say = (value) => (isMoney(value) ? formatMoney(value, localeTag()) : '');
const isMoney = (value: unknown): value is Money => MoneySchema.safeParse(value).success;
const page: Say = (value) => text(part(value, 'title')) || text(part(value, 'url'));
const each =
  (say: Say): Say =>
  (value) =>
    Array.isArray(value) ? value.map(say).filter(Boolean).join(', ') : '';
const need: Say = (value) => text(part(value, 'text')) || named(needName)(part(value, 'kind'));
const repeat: Say = (value) => {
  const parsed = Repeat.safeParse(value);
  return parsed.success ? repeatText(parsed.data) : '';
};
const kind: Say = (value) => t(value === 'person' ? 'kind_person' : 'kind_company');
const relation: Say = (value) => t(value === 'direct' ? 'relation_direct' : 'relation_indirect');
const state: Say = (value) => t(value === 'done' ? 'reminder_done' : 'reminder_open');

/** Says a value of one of the model's enumerations; the store has checked that it is one. */
const named =
  <T extends string>(name: (value: T) => string): Say =>
  (value) =>
    typeof value === 'string' && value !== '' ? name(value as T) : '';

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** An entry in a line: date, kind, amount, what was bought. */
const ledgerEntry: Say = (value) => {
  const parsed = LedgerEntry.safeParse(value);
  if (!parsed.success) return '';
  const { date, kind: of, amount: sum, product, category } = parsed.data;
  return [date, entryKindName(of), formatMoney(sum, localeTag()), product || category]
    .filter(Boolean)
    .join(' · ');
};
/** Whom it names is not in the journal: that somebody is named is what can be told. */
const given: Say = (value) => (value ? '✓' : '');
const ratings: Say = (value) =>
  typeof value === 'object' && value !== null
    ? Object.values(value).map(text).filter(Boolean).join(' · ')
    : '';

const titled: Say = (value) => text(part(value, 'text'));
const count: Say = (value) => (Array.isArray(value) && value.length > 0 ? String(value.length) : '');
const checks: Say = (value) =>
  GUARD_ITEMS.flatMap((item) => {
    const rating = text(part(part(value, item), 'rating'));
    return rating ? [`${t(`guard_${item}`)} ${rating}`] : [];
  }).join(', ');

/** What the history tells of each table, in this order; what the store derives is not told. */
const FIELDS: Record<TableName, ReadonlyArray<readonly [field: string, label: MessageKey, say: Say]>> = {
  customers: [
    ['name', 'field_name', text],
    ['kind', 'field_kind', kind],
    ['relation', 'field_relation', relation],
    ['aliases', 'field_aliases', list],
    ['company', 'field_company', text],
    ['title', 'field_title', text],
    ['emails', 'field_emails', list],
    ['domains', 'field_domains', list],
    ['phones', 'field_phones', list],
    ['codes', 'field_codes', list],
    ['addresses', 'field_addresses', list],
    ['owner', 'field_owner', text],
    ['stage', 'field_stage', named(stageName)],
    ['tier', 'field_tier', named(tierName)],
    ['valueToDate', 'field_valueToDate', amount],
    ['valueNext12', 'field_valueNext12', amount],
    ['valueReferred', 'field_valueReferred', amount],
    ['riskLevel', 'field_riskLevel', named(riskName)],
    ['riskReasons', 'field_riskReasons', each(named(reasonName))],
    ['riskNote', 'field_riskNote', text],
    ['needs', 'field_needs', each(need)],
    ['tags', 'field_tags', list],
    ['cadenceDays', 'field_cadenceDays', text],
    ['lastContactAt', 'field_lastContactAt', instant],
    ['country', 'field_country', text],
    ['referredBy', 'field_referredBy', given],
    ['tierPinned', 'field_tierPinned', named(tierName)],
    ['stagePinned', 'field_stagePinned', named(stageName)],
    ['ratings', 'field_ratings', ratings],
    ['mergedInto', 'field_mergedInto', given],
  ],
  distinctions: [],
  contacts: [
    ['name', 'field_name', text],
    ['title', 'field_title', text],
    ['emails', 'field_emails', list],
    ['phones', 'field_phones', list],
  ],
  interactions: [
    ['kind', 'popup_kind', named(interactionName)],
    ['at', 'field_at', instant],
    ['text', 'popup_note', text],
    ['page', 'field_page', page],
  ],
  reminders: [
    ['reason', 'field_reason', text],
    ['local', 'field_when', local],
    ['repeat', 'field_repeat', repeat],
    ['snoozedTo', 'field_snoozedTo', local],
    ['state', 'field_state', state],
  ],
  complaints: [
    ['text', 'field_complaint', text],
    ['openedAt', 'field_openedAt', instant],
    ['dueDate', 'field_dueDate', text],
    ['status', 'field_state', named(complaintStateName)],
    ['resolution', 'field_resolution', text],
    ['category', 'complaintCategory', named(complaintCategoryName)],
    ['owner', 'field_owner', text],
    ['firstAnswerAt', 'complaintAnswered', instant],
  ],
  ledgers: [['entries', 'field_entries', each(ledgerEntry)]],
  rates: [['rate', 'field_rate', text]],
  defections: [
    ['extent', 'retention_extent', named((value: Extent) => t(`extent_${value}`))],
    ['whereto', 'retention_whereto', named((value: Whereto) => t(`whereto_${value}`))],
    ['reasons', 'retention_reason', each(named((code: string) => reasonText([], code)))],
    ['competitor', 'retention_competitor', text],
    ['text', 'retention_text', text],
    ['wonBackAt', 'retention_back', instant],
  ],
  wallets: [
    ['fromDate', 'retention_from', text],
    ['toDate', 'retention_to', text],
    ['total', 'retention_share', amount],
    ['ours', 'retention_shareOurs', amount],
    ['source', 'retention_source', text],
  ],
  satisfactions: [
    ['level', 'retention_satisfaction', named(satisfactionName)],
    ['text', 'retention_text', text],
  ],
  plans: [
    ['owner', 'field_owner', text],
    ['measures', 'retention_measures', each(titled)],
    ['state', 'field_state', named((value: Plan['state']) => t(`planState_${value}`))],
    ['outcome', 'retention_outcome', text],
  ],
  guards: [['checks', 'retention_guard', checks]],
  rounds: [
    ['name', 'field_name', text],
    ['asked', 'retention_asked', count],
    ['closedAt', 'retention_closed', instant],
  ],
  reasons: [
    ['name', 'retention_reason', text],
    ['hidden', 'retention_hidden', given],
    ['measures', 'retention_measures', list],
  ],
};

/** A removed row is kept with `deletedAt`; for the reader it is not there. */
const present = (row: unknown) => (part(row, 'deletedAt') ? null : row);
const cut = (words: string, most: number) => (words.length > most ? `${words.slice(0, most)}…` : words);

/** Which fields a journal entry changed, before → after; texts longer than `most` are cut. */
export function fieldChanges(entry: Pick<JournalEntry, 'rows'>, most = MAX_SHOWN): FieldChange[] {
  return entry.rows.flatMap(({ table, before, after }) => {
    const [was, is] = [present(before), present(after)];
    return FIELDS[table].flatMap(([field, label, say]) => {
      const old = was === null ? '' : say(part(was, field));
      const now = is === null ? '' : say(part(is, field));
      return old === now ? [] : [{ label: t(label), before: cut(old, most), after: cut(now, most) }];
    });
  });
}

/** Every field of customers that has words, and what each of them holds there; for records side by side. */
export const customerFields = (
  customers: readonly object[],
): Array<{ field: string; label: string; texts: string[] }> =>
  FIELDS.customers.map(([field, label, say]) => ({
    field,
    label: t(label),
    texts: customers.map((row) => say(part(row, field))),
  }));
