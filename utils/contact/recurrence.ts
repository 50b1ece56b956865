import type { Reminder, Repeat } from '../customer/model';
import { dueInstant, toLocal } from './time';

/** Upper bounds of a unit in days: an estimate with them never overshoots. */
const LONGEST_DAYS = { day: 1, week: 7, month: 31, year: 366 } as const;

export interface Occurrence {
  /** `YYYY-MM-DDTHH:mm` in the reminder's zone. */
  local: string;
  dueAt: number;
}

/**
 * The first occurrence after `afterMs`. Each is counted from the anchor, not from the one before: monthly on the
 * 31st falls on the last day of shorter months and comes back to the 31st. null for a reminder that does not repeat.
 */
export function nextOccurrence(
  reminder: Pick<Reminder, 'local' | 'anchor' | 'zone' | 'repeat'>,
  afterMs: number,
): Occurrence | null {
  const { zone, repeat } = reminder;
  if (!repeat) return null;
  const local = reminder.anchor ?? reminder.local;
  const anchor = Temporal.PlainDateTime.from(local);
  for (let index = firstGuess(local, zone, repeat, afterMs); ; index += 1) {
    const at = anchor.add({ [`${repeat.unit}s`]: index * repeat.every });
    const occurrence = at.toString({ smallestUnit: 'minute' });
    const dueAt = dueInstant(occurrence, zone);
    if (dueAt > afterMs) return { local: occurrence, dueAt };
  }
}

/** An index that is surely not after the wanted one: whole periods since the anchor, two less for DST and leap days. */
function firstGuess(local: string, zone: string, repeat: Repeat, afterMs: number): number {
  const start = Temporal.PlainDateTime.from(local);
  const days = start.until(toLocal(Math.max(afterMs, 0), zone), { largestUnit: 'day' }).days;
  return Math.max(0, Math.floor(days / (LONGEST_DAYS[repeat.unit] * repeat.every)) - 2);
}
