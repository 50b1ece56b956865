/** VTIMEZONE of an IANA zone: each change of its offset from the first event on, written out; rules that will be made law later nobody knows. */

/** Changes are told so many years ahead. */
const YEARS = 10;

const two = (value: number): string => String(value).padStart(2, '0');
function offsetText(nanoseconds: number): string {
  const seconds = Math.abs(Math.round(nanoseconds / 1e9));
  const rest = seconds % 60;
  const sign = nanoseconds < 0 ? '-' : '+';
  return `${sign}${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${rest ? two(rest) : ''}`;
}

/** `from`: local date-time `YYYY-MM-DDTHH:mm` of the first event in the zone. */
export function zoneLines(zone: string, from: string): string[] {
  const first = Temporal.PlainDateTime.from(from).toZonedDateTime(zone);
  const end = first.add({ years: YEARS });
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  // the offset that holds at the first event, from long before it
  lines.push(...observance(first, first.offsetNanoseconds, '19700101T000000'));
  let before = first;
  for (;;) {
    const next = before.getTimeZoneTransition('next');
    if (!next || Temporal.ZonedDateTime.compare(next, end) > 0) break;
    // the instant of the change on the clock as it was until then
    const wall = next.toInstant().toZonedDateTimeISO('UTC').add({ nanoseconds: before.offsetNanoseconds });
    lines.push(...observance(next, before.offsetNanoseconds, stampOf(wall)));
    before = next;
  }
  return [...lines, 'END:VTIMEZONE'];
}

const stampOf = (at: Temporal.ZonedDateTime): string =>
  at.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');

function observance(at: Temporal.ZonedDateTime, fromOffset: number, start: string): string[] {
  const part = at.offsetNanoseconds > fromOffset ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${part}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offsetText(fromOffset)}`,
    `TZOFFSETTO:${offsetText(at.offsetNanoseconds)}`,
    `END:${part}`,
  ];
}
