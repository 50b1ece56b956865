import type { Repeat } from '../utils/customer/model';
import { t } from '../utils/i18n';

/** How often a reminder may come back, as offered in forms. */
const REPEATS = {
  never: null,
  day: { every: 1, unit: 'day' },
  week: { every: 1, unit: 'week' },
  month: { every: 1, unit: 'month' },
  quarter: { every: 3, unit: 'month' },
  year: { every: 1, unit: 'year' },
} as const satisfies Record<string, Repeat | null>;
export type RepeatId = keyof typeof REPEATS;
const REPEAT_IDS = Object.keys(REPEATS) as RepeatId[];

export const repeatOf = (id: RepeatId): Repeat | null => REPEATS[id];

/** The choices of a form, in words. */
export const repeatChoices = (): Array<{ value: RepeatId; text: string }> =>
  REPEAT_IDS.map((value) => ({ value, text: t(`repeat_${value}`) }));

/** "Every month"; one that has no word of its own is told by number and unit. */
export function repeatText({ every, unit }: Repeat): string {
  const known = REPEAT_IDS.find((id) => REPEATS[id]?.every === every && REPEATS[id]?.unit === unit);
  return known ? t(`repeat_${known}`) : t('repeatEvery', { COUNT: every, UNIT: t(`unit_${unit}`) });
}
