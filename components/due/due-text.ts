import { t } from '../../utils/i18n';
import { daysText, daysUntil, distanceText, opening } from '../format';

/** A number of due items; they are counted up to a thousand. */
export const countText = (count: number): string => (count > 999 ? '999+' : String(count));

/** How near a date is, in words and tone: "12 days overdue" bad · "today" warn · "in 3 days" none. */
export function dueText(dueAt: number, now: number): { text: string; tone: 'bad' | 'warn' | 'none' } {
  const days = daysUntil(dueAt, now);
  if (days < 0) return { text: t('overdueBy', { DAYS: daysText(-days) }), tone: 'bad' };
  return { text: opening(distanceText(dueAt, now)), tone: days === 0 ? 'warn' : 'none' };
}
