import type { Reminder, Repeat } from '../../customer/model';
import { document, escaped } from './lines';
import { zoneLines } from './zone';

/** Open reminders as an iCalendar file (RFC 5545): an event of no length with an alarm each. */

export interface CalendarEvent {
  reminder: Reminder;
  /** Whom it is about. */
  name: string;
}

const FREQ = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;

/** `madeAt`: epoch ms, the file's own stamp. */
export function calendar(events: readonly CalendarEvent[], madeAt: number): string {
  const zones = new Map<string, string>();
  for (const { reminder } of events)
    if (reminder.repeat) {
      const first = zones.get(reminder.zone);
      const start = startOf(reminder);
      if (first === undefined || start < first) zones.set(reminder.zone, start);
    }
  return document([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Margin//Reminders//EN',
    'CALSCALE:GREGORIAN',
    ...[...zones].flatMap(([zone, first]) => zoneLines(zone, first)),
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ]);
}

/** A recurrence starts at the reminder's own date; a snoozed occurrence is not the rule's. */
const startOf = ({ local }: Reminder): string => local;
const stamp = (epochMs: number): string => new Date(epochMs).toISOString().replace(/[-:]|\.\d+/g, '');
const localStamp = (local: string): string => `${local.replace(/[-:]/g, '')}00`;

function eventLines({ reminder, name }: CalendarEvent, madeAt: number): string[] {
  const { repeat, zone, reason } = reminder;
  const start = repeat
    ? [`DTSTART;TZID=${zone}:${localStamp(startOf(reminder))}`, ruleOf(reminder, repeat)]
    : [`DTSTART:${stamp(reminder.dueAt)}`];
  const summary = escaped(reason ? `${name}: ${reason}` : name);
  return [
    'BEGIN:VEVENT',
    `UID:${reminder.id}@margin`,
    `DTSTAMP:${stamp(madeAt)}`,
    ...start,
    `SUMMARY:${summary}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${summary}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** The last day of a shorter month stands for one that it lacks, as Margin counts; a bare rule would leave that month out. */
function ruleOf({ anchor, local }: Reminder, { every, unit }: Repeat): string {
  const [month = 1, day = 1] = (anchor ?? local).slice(5, 10).split('-').map(Number);
  const rule = `RRULE:FREQ=${FREQ[unit]};INTERVAL=${every}`;
  if (unit === 'year' && month === 2 && day === 29) return `${rule};BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1`;
  if (unit !== 'month' || day < 29) return rule;
  const days = [28, 29, 30, 31].filter((one) => one <= day);
  return `${rule};BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
}
