/** Local time ↔ instants. All local times are wall clock (`YYYY-MM-DDTHH:mm`) in an IANA zone. */

export const DAY_MS = 86_400_000;

/** True for a zone that this machine knows (`Asia/Shanghai`, `UTC`). */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant (epoch ms) of a local date-time. In the gap of a spring change the hour does not exist: the same
 * distance after the gap counts (02:30 → 03:30). In the overlap of an autumn change the earlier one counts.
 * Throws RangeError for a local time or zone that does not exist.
 */
export function dueInstant(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(zone, {
    disambiguation: 'compatible',
  }).epochMilliseconds;
}

/** The local date-time of an instant, to the minute below. */
export function toLocal(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** The calendar date (`YYYY-MM-DD`) of an instant. */
export const dateOf = (at: number, zone: string): string => toLocal(at, zone).slice(0, 10);
