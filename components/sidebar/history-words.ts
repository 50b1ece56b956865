import type { Customer, ReasonId, Repeat, RiskLevel, Stage, Tier } from '../../utils/customer/model';
import { localeTag, t } from '../../utils/i18n';
import { formatMoney, Money } from '../../utils/money';
import type { JournalEntry, SourceKind } from '../../utils/store/types';
import { daysText } from '../format';
import { complaintStateName, reasonName, riskName, stageName, tierName } from '../terms';
import { repeatText } from './reminder-form';
import { read } from './why';

/** The history in words: what was changed, from what, to what. Journal rows may be of any age, so nothing is trusted. */
export const sourceName = (kind: SourceKind): string => t(`source_${kind}`);

/** Fields that have a name in the interface; others are not listed. */
const FIELDS = [
  'name',
  'kind',
  'company',
  'title',
  'relation',
  'owner',
  'stage',
  'tier',
  'valueToDate',
  'valueNext12',
  'valueReferred',
  'riskLevel',
  'riskReasons',
  'riskNote',
  'needs',
  'tags',
  'emails',
  'domains',
  'phones',
  'codes',
  'addresses',
  'aliases',
  'cadenceDays',
  'country',
  'text',
  'reason',
  'local',
  'snoozedTo',
  'repeat',
  'status',
  'resolution',
  'dueDate',
] as const;
export type FieldName = (typeof FIELDS)[number];

export interface FieldLine {
  label: string;
  before: string;
  after: string;
}

const MAX_LINES = 6;
const MAX_CHARS = 200;

/** What one entry changed, field by field; a row that came or went says only what it is called. */
export function linesOf(entry: JournalEntry): FieldLine[] {
  const lines: FieldLine[] = [];
  for (const { before, after } of entry.rows) {
    const whole = before === null || after === null;
    for (const field of FIELDS) {
      if (whole && field !== 'name' && field !== 'text' && field !== 'reason') continue;
      const was = valueText(field, read(before, field));
      const is = valueText(field, read(after, field));
      if (was !== is) lines.push({ label: t(`field_${field}`), before: was, after: is });
      if (lines.length >= MAX_LINES) return lines;
    }
  }
  return lines;
}

const WORDS: Partial<Record<FieldName, (value: never) => string>> = {
  stage: (value: Stage) => stageName(value),
  tier: (value: Tier) => tierName(value),
  riskLevel: (value: RiskLevel) => riskName(value),
  riskReasons: (value: ReasonId[]) => value.map(reasonName).join(', '),
  needs: (value: Customer['needs']) => value.map((need) => need.text || t(`need_${need.kind}`)).join(', '),
  cadenceDays: (value: number) => daysText(value),
  kind: (value: Customer['kind']) => t(`kind_${value}`),
  relation: (value: Customer['relation']) => t(`relation_${value}`),
  repeat: (value: Repeat) => repeatText(value),
  local: (value: string) => value.replace('T', ' '),
  snoozedTo: (value: string) => value.replace('T', ' '),
};

function valueText(field: FieldName, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  return wordsFor(field, value).slice(0, MAX_CHARS);
}

function wordsFor(field: FieldName, value: unknown): string {
  const money = Money.safeParse(value);
  if (money.success) return formatMoney(money.data, localeTag());
  if (field === 'status') return complaintStateName(value as 'open');
  const words = WORDS[field] as ((value: unknown) => string) | undefined;
  if (words) return words(value);
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}
