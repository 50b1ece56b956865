import { localeTag, t } from '../../utils/i18n';
import { dateFormat, numberFormat } from '../../utils/intl';
import { formatMoney, minorDigits } from '../../utils/money';
import type { Loyalty } from '../../utils/value/insight-types';
import type { SaleClass } from '../../utils/value/ledger';
import type { ModelName } from '../../utils/value/models';
import type { Loss } from '../../utils/value/tiers';
import type { IndexPart } from '../../utils/value/value-index';
import { entryKindName } from '../terms';

/** The words for the ledger's values, and amounts and figures in the reader's way of writing. */

const snake = (value: string): string => value.replaceAll('-', '_');

export const kindName = entryKindName;
export const className = (one: SaleClass): string => t(`saleClass_${snake(one)}` as 'saleClass_first');
export const causeName = (kind: Loss['causes'][number]['kind']): string =>
  kind === 'goods' ? t('worth_goods') : kindName(kind);
export const partName = (part: IndexPart): string => t(`indexPart_${snake(part)}` as 'indexPart_profit');
export const modelName = (model: ModelName): string => t(`model_${model}`);
export const loyaltyName = (one: Loyalty): string => t(`loyalty_${snake(one)}` as 'loyalty_loyal');

/** An amount of minor units, in full. */
export const amount = (minor: number, currency: string): string =>
  formatMoney({ minor: Math.round(minor), currency }, localeTag());
/** The same without parts of the unit: for what is estimated, where cents say nothing. */
export function wholeAmount(minor: number, currency: string): string {
  const unit = 10 ** minorDigits(currency);
  return amount(Math.round(minor / unit) * unit, currency);
}
/** The same where room is short: whole units, shortened from five digits on. */
export const shortAmount = (minor: number, currency: string): string =>
  formatMoney({ minor: Math.round(minor), currency }, localeTag(), { compact: true });

/** 0.315 → 31.5 %. */
export const percent = (share: number, digits = 0): string =>
  numberFormat(localeTag(), { style: 'percent', maximumFractionDigits: digits }).format(share);

/** A figure with few digits: 3.2. */
export const figure = (value: number, digits = 1): string =>
  numberFormat(localeTag(), { maximumFractionDigits: digits }).format(value);

/** A calendar date `YYYY-MM-DD` in words: 3 Nov 2026. */
export const dayText = (date: string): string =>
  dateFormat(localeTag(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00Z`));

/** Minor units of an amount in major ones. */
export const toMinor = (major: number, currency: string): number =>
  Math.round(major * 10 ** minorDigits(currency));
export const toMajor = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency);
