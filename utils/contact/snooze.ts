import { toLocal } from './time';

export interface SnoozeChoice {
  id: 'laterToday' | 'tomorrow' | 'nextWeek' | 'nextMonth';
  /** `YYYY-MM-DDTHH:mm` in the zone asked for. */
  local: string;
}

/** Nobody wants to be reminded later in the evening than this. */
const LAST_HOUR = 21;

/**
 * The usual ways to put a reminder off, seen from `now` in `zone`. `remindAt` (`HH:mm`) is the hour of all but the
 * first. Later today is three hours on, at the half hour; it is left out where that is after 21:00.
 * Next week is its Monday, at least two days off. Next month is the same day, or the last of a shorter month.
 */
export function snoozeChoices(now: number, zone: string, remindAt: string): SnoozeChoice[] {
  const here = Temporal.PlainDateTime.from(toLocal(now, zone));
  const morning = (date: Temporal.PlainDate) => `${date.toString()}T${remindAt}`;
  const later = here.add({ hours: 3 }).round({ smallestUnit: 'minute', roundingIncrement: 30 });
  const today = here.toPlainDate();
  const toMonday = 8 - today.dayOfWeek;
  const choices: SnoozeChoice[] = [
    { id: 'tomorrow', local: morning(today.add({ days: 1 })) },
    { id: 'nextWeek', local: morning(today.add({ days: toMonday < 2 ? toMonday + 7 : toMonday })) },
    { id: 'nextMonth', local: morning(today.add({ months: 1 })) },
  ];
  const fits = later.toPlainDate().equals(today) && later.hour < LAST_HOUR;
  if (!fits) return choices;
  return [{ id: 'laterToday', local: later.toString({ smallestUnit: 'minute' }) }, ...choices];
}
