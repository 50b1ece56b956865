import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueInstant, nextContact, nextOccurrence, snoozeChoices, toLocal } from '../../../utils/contact';
import type { Reminder, Repeat } from '../../../utils/customer/model';

const ZONES = ['America/New_York', 'Europe/London', 'Asia/Shanghai', 'Australia/Lord_Howe', 'Pacific/Apia'];
const zones = fc.constantFrom(...ZONES);
const instants = fc
  .integer({
    min: Date.UTC(2005, 0, 1) / 60_000,
    max: Date.UTC(2045, 0, 1) / 60_000,
  })
  .map((minutes) => minutes * 60_000);
const at = (iso: string) => Date.parse(iso);

describe('local time and instants', () => {
  test('an hour that spring leaves out is the same distance after the gap', () => {
    expect(dueInstant('2026-03-08T02:30', 'America/New_York')).toBe(at('2026-03-08T03:30-04:00'));
    expect(dueInstant('2026-10-04T02:15', 'Australia/Lord_Howe')).toBe(at('2026-10-04T02:45+11:00'));
  });
  test('a day that a zone left out moves to the next', () => {
    expect(toLocal(dueInstant('2011-12-30T09:00', 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-31T09:00');
  });
  test('an hour that autumn has twice is the earlier one', () => {
    expect(dueInstant('2026-11-01T01:30', 'America/New_York')).toBe(at('2026-11-01T01:30-04:00'));
    expect(dueInstant('2026-10-25T01:30', 'Europe/London')).toBe(at('2026-10-25T01:30+01:00'));
  });
  test('what does not exist is refused', () => {
    expect(() => dueInstant('2026-02-30T09:00', 'UTC')).toThrow(RangeError);
    expect(() => dueInstant('2026-02-20T09:00', 'Mars/Base')).toThrow(RangeError);
  });
  test('the local time of an instant leads back to it, or to the earlier of two', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const back = dueInstant(toLocal(instant, zone), zone);
        expect(toLocal(back, zone)).toBe(toLocal(instant, zone));
        expect(instant - back === 0 || (instant > back && instant - back <= 3_600_000)).toBe(true);
      }),
    );
  });
});

describe('recurrence', () => {
  const reminder = (local: string, zone: string, repeat: Repeat | null) => ({
    local,
    zone,
    repeat,
    anchor: null,
  });
  const series = (local: string, repeat: Repeat, count: number) => {
    const dates: string[] = [];
    for (let after = dueInstant(local, 'UTC'); dates.length < count; ) {
      const next = nextOccurrence(reminder(local, 'UTC', repeat), after);
      if (!next) break;
      dates.push(next.local.slice(0, 10));
      after = next.dueAt;
    }
    return dates;
  };

  test('monthly on the 31st: the last day of shorter months, and back to the 31st', () => {
    expect(series('2026-01-31T09:00', { every: 1, unit: 'month' }, 4)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
  });
  test('yearly on 29 February: the 28th, and the 29th in leap years', () => {
    expect(series('2024-02-29T09:00', { every: 1, unit: 'year' }, 4)).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });
  test('the anchor counts where a reminder has one', () => {
    const next = nextOccurrence(
      { ...reminder('2026-02-28T09:00', 'UTC', { every: 1, unit: 'month' }), anchor: '2026-01-31T09:00' },
      at('2026-02-28T09:00Z'),
    );
    expect(next?.local).toBe('2026-03-31T09:00');
  });
  test('one that does not repeat has none', () => {
    expect(nextOccurrence(reminder('2026-01-31T09:00', 'UTC', null), 0)).toBeNull();
  });
  test('the next is later than asked for, keeps its hour, and none is left out before it', () => {
    const repeats = fc.record({
      every: fc.integer({ min: 1, max: 40 }),
      unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
    });
    fc.assert(
      fc.property(instants, instants, zones, repeats, (start, after, zone, repeat) => {
        const local = toLocal(start, zone);
        const next = nextOccurrence(reminder(local, zone, repeat), after);
        expect(next && next.dueAt > after).toBe(true);
        expect(next?.local.slice(11)).toBe(local.slice(11));
        const anchor = Temporal.PlainDateTime.from(local);
        const unit = `${repeat.unit}s` as const;
        const index = Math.round(
          anchor.until(next?.local ?? local, { largestUnit: repeat.unit })[unit] / repeat.every,
        );
        const earlier = [index - 1, index - 2]
          .filter((one) => one >= 0)
          .map((one) => anchor.add({ [unit]: one * repeat.every }).toString({ smallestUnit: 'minute' }))
          .filter((one) => one < (next?.local ?? ''));
        for (const one of earlier) expect(dueInstant(one, zone)).toBeLessThanOrEqual(after);
      }),
    );
  });
});

describe('next contact', () => {
  const DAY = 86_400_000;
  const customer = { tier: 'core', cadenceDays: null, lastContactAt: 100 * DAY, createdAt: DAY } as const;
  const cadences = { 'best-core': 14, core: 30, ordinary: 90, expendable: null };
  const open = (dueAt: number, reason: string) =>
    ({ id: reason, dueAt, reason, state: 'open', deletedAt: null }) as Reminder;

  test('is last contact plus the tier’s days', () => {
    expect(nextContact(customer, [], cadences, 135 * DAY)).toEqual({
      dueAt: 130 * DAY,
      from: 'cadence',
      reason: '',
      reminderId: null,
      overdueDays: 5,
    });
  });
  test('is the earliest open reminder where one is set', () => {
    const next = nextContact(
      customer,
      [open(300 * DAY, 'late'), open(200 * DAY, 'soon')],
      cadences,
      135 * DAY,
    );
    expect(next).toMatchObject({ dueAt: 200 * DAY, from: 'reminder', reason: 'soon', overdueDays: 0 });
  });
  test('counts from the day they were entered where they were never contacted', () => {
    expect(nextContact({ ...customer, lastContactAt: 0 }, [], cadences, 0)?.dueAt).toBe(31 * DAY);
  });
  test('own days go before the tier’s; 0, no tier and a tier without cadence have none', () => {
    expect(nextContact({ ...customer, cadenceDays: 7 }, [], cadences, 0)?.dueAt).toBe(107 * DAY);
    expect(nextContact({ ...customer, cadenceDays: 0 }, [], cadences, 0)).toBeNull();
    expect(nextContact({ ...customer, tier: null }, [], cadences, 0)).toBeNull();
    expect(nextContact({ ...customer, tier: 'expendable' }, [], cadences, 0)).toBeNull();
  });
  test('does not reorder the reminders that it is given', () => {
    const given = [open(300, 'b'), open(200, 'a')];
    nextContact(customer, given, cadences, 0);
    expect(given.map(({ reason }) => reason)).toEqual(['b', 'a']);
  });
});

describe('snooze', () => {
  const choices = (iso: string, zone = 'Asia/Shanghai') =>
    Object.fromEntries(snoozeChoices(at(iso), zone, '09:00').map(({ id, local }) => [id, local]));

  test('offers later today, tomorrow, next Monday and next month at the usual hour', () => {
    expect(choices('2026-11-18T10:07+08:00')).toEqual({
      laterToday: '2026-11-18T13:00',
      tomorrow: '2026-11-19T09:00',
      nextWeek: '2026-11-23T09:00',
      nextMonth: '2026-12-18T09:00',
    });
  });
  test('offers no later today in the evening', () => {
    expect(choices('2026-11-18T19:00+08:00').laterToday).toBeUndefined();
  });
  test('on a Sunday next week is not tomorrow; on the 31st next month is its last day', () => {
    expect(choices('2027-01-31T10:00+08:00')).toMatchObject({
      tomorrow: '2027-02-01T09:00',
      nextWeek: '2027-02-08T09:00',
      nextMonth: '2027-02-28T09:00',
    });
  });
  test('every choice is later than now, in every zone', () => {
    fc.assert(
      fc.property(instants, zones, (now, zone) => {
        for (const { local } of snoozeChoices(now, zone, '09:00'))
          expect(dueInstant(local, zone)).toBeGreaterThan(now);
      }),
    );
  });
});
