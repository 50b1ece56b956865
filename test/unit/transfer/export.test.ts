import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { nextOccurrence } from '../../../utils/contact';
import type { Contact, Reminder } from '../../../utils/customer/model';
import { csvText } from '../../../utils/transfer/csv-write';
import { type CalendarEvent, calendar } from '../../../utils/transfer/export/calendar';
import { document, escaped, folded } from '../../../utils/transfer/export/lines';
import { customerPage } from '../../../utils/transfer/export/page';
import { decimal } from '../../../utils/transfer/export/tables';
import { contactCard } from '../../../utils/transfer/export/vcard';
import { zoneLines } from '../../../utils/transfer/export/zone';

/** Reads content lines back as RFC 5545 and 6350 say: unfold, then name and value. */
const unfold = (text: string) =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
const unescaped = (value: string) => value.replace(/\\(.)/g, (_, char) => (/n/i.test(char) ? '\n' : char));
const fieldOf = (text: string, name: string) => {
  const line = unfold(text).find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`));
  return line === undefined ? undefined : unescaped(line.slice(line.indexOf(':') + 1));
};

const text = fc.string({ unit: 'grapheme', maxLength: 200 });
/** What is left of a text where formats allow no other control characters and one form of line end. */
const plain = (value: string) =>
  value
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as the formats have it
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

describe('content lines', () => {
  it('are at most 75 bytes, break no character and unfold to what they were', () => {
    fc.assert(
      fc.property(text, (value) => {
        const line = `NOTE:${escaped(value)}`;
        const parts = folded(line).split('\r\n');
        for (const part of parts) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
        expect(unfold(document([line]))).toEqual([line]);
        expect(unescaped(escaped(value))).toBe(plain(value));
      }),
    );
  });

  it('cannot be broken out of: a text with line ends stays one value', () => {
    expect(unfold(document([`FN:${escaped('a\r\nEND:VCARD\nEMAIL:x@y.example\u2028z')}`]))).toHaveLength(1);
  });
});

const contact: Contact = {
  ...{
    id: '0190b5a0-0000-7000-8000-000000000001',
    createdAt: 0,
    updatedAt: 1_700_000_000_000,
    deletedAt: null,
  },
  ...{ customerId: '', name: '', title: '', emails: [], phones: [], keys: [], terms: [] },
};

describe('vCard', () => {
  it('gives back every name, title, address and number', () => {
    fc.assert(
      fc.property(text, text, text, (name, title, company) => {
        fc.pre(plain(name) !== '' && plain(title) !== '' && plain(company) !== '');
        const card = contactCard(
          { ...contact, name, title, emails: ['a@b.example'], phones: ['+47 22;12,34'] },
          company,
        );
        expect(fieldOf(card, 'FN')).toBe(plain(name));
        expect(fieldOf(card, 'TITLE')).toBe(plain(title));
        expect(fieldOf(card, 'ORG')).toBe(plain(company));
        expect(fieldOf(card, 'TEL')).toBe('+47 22;12,34');
        expect(fieldOf(card, 'EMAIL')).toBe('a@b.example');
      }),
    );
  });
});

const reminder: Reminder = {
  ...{
    id: '0190b5a0-0000-7000-8000-000000000002',
    createdAt: 0,
    updatedAt: 0,
    deletedAt: null,
    customerId: '',
  },
  ...{
    reason: 'Call, then mail',
    local: '2027-01-31T09:00',
    anchor: null,
    zone: 'Europe/Oslo',
    repeat: null,
  },
  ...{
    snoozedTo: null,
    dueAt: Date.parse('2027-01-31T08:00:00Z'),
    state: 'open',
    doneAt: null,
    announcedFor: null,
  },
};
const event = (patch: Partial<Reminder>): CalendarEvent => ({
  reminder: { ...reminder, ...patch },
  name: 'Kvitebjorn',
});

/** Local dates of a monthly or yearly rule with BYMONTHDAY and BYSETPOS=-1, or without. */
function ruleDates(rule: string, start: string, count: number): string[] {
  const part = (name: string) => new RegExp(`${name}=([^;]+)`).exec(rule)?.[1];
  const days = (part('BYMONTHDAY') ?? start.slice(8, 10)).split(',').map(Number);
  const step = Number(part('INTERVAL'));
  const first = Temporal.PlainYearMonth.from(start.slice(0, 7));
  const dates: string[] = [];
  for (let i = 0; dates.length < count; i += 1) {
    const month = first.add({ [part('FREQ') === 'YEARLY' ? 'years' : 'months']: i * step });
    const day = days.filter((one) => one <= month.daysInMonth).at(-1);
    if (day !== undefined) dates.push(month.toPlainDate({ day }).toString());
  }
  return dates;
}

describe('calendar', () => {
  it('says a single reminder in UTC, with its alarm', () => {
    const file = calendar([event({})], 0);
    expect(fieldOf(file, 'DTSTART')).toBe('20270131T080000Z');
    expect(fieldOf(file, 'SUMMARY')).toBe('Kvitebjorn: Call, then mail');
    expect(unfold(file).filter((line) => line.startsWith('BEGIN:'))).toEqual([
      ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'BEGIN:VALARM'],
    ]);
  });

  it.each([
    ['2027-01-31T09:00', 'month', 1],
    ['2027-01-30T09:00', 'month', 1],
    ['2027-03-29T09:00', 'month', 5],
    ['2027-01-15T09:00', 'month', 2],
    ['2028-02-29T09:00', 'year', 1],
  ] as const)('repeats from %s every %s as Margin does', (local, unit, every) => {
    const one = event({ local, repeat: { unit, every } });
    const file = calendar([one], 0);
    expect(unfold(file)).toContain(`DTSTART;TZID=Europe/Oslo:${local.replace(/[-:]/g, '')}00`);
    const ours = [local.slice(0, 10)];
    for (
      let at = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Oslo').epochMilliseconds;
      ours.length < 24;
    ) {
      const next = nextOccurrence(one.reminder, at);
      if (!next) break;
      ours.push(next.local.slice(0, 10));
      at = next.dueAt;
    }
    expect(ruleDates(fieldOf(file, 'RRULE') ?? '', local, 24)).toEqual(ours);
  });

  it('tells a zone’s offsets as they will be, at any hour of ten years', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Oslo', 'America/St_Johns', 'Asia/Shanghai', 'Australia/Lord_Howe'),
        fc.integer({ min: 0, max: 9 * 365 * 24 }),
        (zone, hours) => {
          const lines = zoneLines(zone, '2027-01-31T09:00');
          const at = Temporal.PlainDateTime.from('2027-01-31T09:00').toZonedDateTime(zone).add({ hours });
          expect(offsetAt(lines, at.epochMilliseconds)).toBe(at.offsetNanoseconds / 1e6);
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** The offset (ms) that the observances of a zone give for an instant. */
function offsetAt(lines: string[], epochMs: number): number {
  const ms = (text = '+0000') =>
    Number(`${text[0]}1`) * (Number(text.slice(1, 3)) * 60 + Number(text.slice(3, 5))) * 60_000;
  const value = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
  const [starts, froms, tos] = [value('DTSTART'), value('TZOFFSETFROM'), value('TZOFFSETTO')];
  let offset = 0;
  starts.forEach((start, i) => {
    const wall = Temporal.PlainDateTime.from(start).toZonedDateTime('UTC').epochMilliseconds;
    if (wall - ms(froms[i]) <= epochMs) offset = ms(tos[i]);
  });
  return offset;
}

describe('CSV', () => {
  it('is read back the same, and no cell runs as a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const file = csvText(['a', 'b'], rows);
          const { data } = Papa.parse<string[]>(file.slice(1).replace(/\r\n$/, ''));
          expect(data).toHaveLength(rows.length + 1);
          data.slice(1).forEach((row, r) => {
            row.forEach((cell, c) => {
              const was = rows[r]?.[c] ?? '';
              expect(cell === was || cell === `'${was}`).toBe(true);
              expect(/^[=@\t\r\n]/.test(cell)).toBe(false);
              if (/^[+-]/.test(cell)) expect(/^[+-]\s*[\d(][\d\s().,-]*$/.test(cell)).toBe(true);
            });
          });
        },
      ),
    );
  });

  it('writes amounts exactly', () => {
    expect([decimal(123_450, 'CNY'), decimal(5, 'USD'), decimal(-70, 'USD'), decimal(1_200, 'JPY')]).toEqual([
      ...['1234.50', '0.05', '-0.70', '1200'],
    ]);
  });
});

describe('a customer’s page', () => {
  it('has no element that a text brought along', () => {
    const hostile = `<img src=x onerror="alert(1)"></td><script>1</script>'"&`;
    const html = customerPage(hostile, 'en" onload="x', hostile, [
      { title: hostile, rows: [[hostile, hostile]], headers: [hostile, hostile] },
    ]);
    expect(html).not.toMatch(/<script|<img|onload="x|onerror="/);
    expect(html.match(/<[a-z!/][^>]*>/gi)?.every((tag) => !tag.includes('alert'))).toBe(true);
    expect(html).toContain("default-src 'none'");
  });
});
