import type { ReasonId } from '../../utils/customer/model';
import { localeTag, type MessageKey, t } from '../../utils/i18n';
import { numberFormat } from '../../utils/intl';
import type { Evidence } from '../../utils/retention/evidence';
import type { ReasonEdit } from '../../utils/retention/model';
import {
  DIMENSIONS,
  type Dimension,
  SATISFACTION_LEVELS,
  type SatisfactionLevel,
} from '../../utils/retention/model';
import { allReasons, BUILT_IN_MEASURES, builtInOf, type Reason } from '../../utils/retention/taxonomy';
import { reasonName } from '../terms';

const key = (text: string): MessageKey => text.replaceAll('-', '_') as MessageKey;

export const satisfactionName = (level: SatisfactionLevel): string => t(key(`satisfied_${level}`));
export const dimensionName = (dimension: Dimension): string => t(key(`dimension_${dimension}`));

/** 0.873 → 87 % */
export const percentText = (share: number): string =>
  numberFormat(localeTag(), { style: 'percent', maximumFractionDigits: 0 }).format(share);

const SHARES = new Set(['share', 'before', 'after']);

/** One piece of evidence in a sentence. */
export function sentence({ part, say, facts }: Evidence): string {
  const values = Object.entries(facts).map(([name, value]) => [name.toUpperCase(), word(part, name, value)]);
  return t(key(`warn_say_${say}`), Object.fromEntries(values));
}

function word(part: Evidence['part'], name: string, value: number | string): string | number {
  if (typeof value === 'string') {
    if (SATISFACTION_LEVELS.includes(value as SatisfactionLevel))
      return satisfactionName(value as SatisfactionLevel);
    return DIMENSIONS.includes(value as Dimension) ? dimensionName(value as Dimension) : value;
  }
  const isShare = name === 'share' || (part === 'share' && SHARES.has(name));
  return isShare ? percentText(value) : numberFormat(localeTag()).format(value);
}

/** The name of an entry of the taxonomy: the user's, or the built-in one in the reader's language. */
export function reasonLabel(reason: Pick<Reason, 'code' | 'name'>): string {
  if (reason.name) return reason.name;
  const [group, detail] = reason.code.split('/');
  return detail ? t(key(`detail_${group}_${detail}`)) : reasonName(reason.code as ReasonId);
}

/** The name of a code that a record names, whether or not its entry is still offered. */
export function reasonText(edits: readonly ReasonEdit[], code: string): string {
  const found = allReasons(edits).find((one) => one.code === code);
  return found ? reasonLabel(found) : t('retention_goneReason');
}

/** What may be done against a reason: the user's own list, else the built-in one of its group. */
export function measuresFor(reasons: readonly Reason[], code: string): string[] {
  const reason = reasons.find((one) => one.code === code);
  const own = reason?.measures ?? reasons.find((one) => one.code === reason?.parent)?.measures;
  if (own) return own;
  const group = builtInOf(reasons, code);
  if (!group) return [];
  return Array.from({ length: BUILT_IN_MEASURES }, (_, i) => t(key(`measure_${group}_${i + 1}`)));
}
