import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FileRow } from '../../../utils/transfer/csv-stream';
import { openSource } from '../../../utils/transfer/source';
import { isDateFormat, serialDate } from '../../../utils/transfer/xlsx/formats';
import { type Made, workbook } from './workbook';

async function read(made: Made, sheet?: string): Promise<FileRow[]> {
  const source = await openSource(workbook(made));
  const rows: FileRow[] = [];
  const reading = sheet === undefined ? source.reading : { form: 'xlsx' as const, sheet };
  for await (const batch of source.rows(reading)) rows.push(...batch.rows);
  return rows;
}
const cells = async (made: Made) => (await read(made)).map((row) => row.cells);

describe('the cells of a workbook', () => {
  it('shared, inline and formula strings, numbers, truth and errors', async () => {
    const row = [
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>in</t></is></c>',
      '<c r="D1" t="str"><f>A1&amp;"x"</f><v>恒信x</v></c><c r="E1"><f>1+1</f><v>2</v></c><c r="F1" t="b"><v>1</v></c>',
      '<c r="G1" t="e"><v>#N/A</v></c><c r="H1"><v>1E3</v></c><c r="I1"><v>0.30000000000000004</v></c>',
    ].join('');
    const strings = [
      '恒信',
      { xml: '<r><t>rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>けい</t></rPh>' },
    ];
    expect(await cells({ sheets: { One: `<row r="1">${row}</row>` }, strings })).toEqual([
      ['恒信', 'rich text', 'in', '恒信x', '2', 'TRUE', '#N/A', '1000', '0.3'],
    ]);
  });

  it('left-out cells and rows keep their places', async () => {
    const sheet =
      '<row r="2"><c r="B2"><v>1</v></c><c r="AB2"><v>2</v></c></row><row r="7"><c><v>3</v></c></row>';
    const rows = await read({ sheets: { One: sheet } });
    expect(rows.map((row) => row.line)).toEqual([2, 7]);
    expect(rows[0]?.cells).toHaveLength(28);
    expect([rows[0]?.cells[1], rows[0]?.cells[27], rows[1]?.cells[0]]).toEqual(['1', '2', '3']);
  });

  it('dates by the style of their cell, from 1900 and from 1904', async () => {
    const sheet =
      '<row r="1"><c r="A1" s="1"><v>45720.5</v></c><c r="B1" s="2"><v>45720</v></c><c r="C1"><v>45720</v></c></row>';
    const formats = [0, 14, 'yyyy"年"m"月"d"日"'];
    expect(await cells({ sheets: { One: sheet }, formats })).toEqual([['2025-03-04', '2025-03-04', '45720']]);
    expect((await cells({ sheets: { One: sheet }, formats, from1904: true }))[0]?.[0]).toBe('2029-03-05');
  });

  it('the sheet that is asked for', async () => {
    const sheets = {
      First: '<row r="1"><c><v>1</v></c></row>',
      '客户 & co': '<row r="1"><c><v>2</v></c></row>',
    };
    expect((await openSource(workbook({ sheets }))).sheets).toEqual(['First', '客户 & co']);
    expect((await read({ sheets }, '客户 & co'))[0]?.cells).toEqual(['2']);
  });

  it('any table comes back as it was written', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'a&<>"\'b 恒信\n;,0_x'), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        async (table) => {
          const strings = table.flat();
          let at = 0;
          const sheet = table
            .map((row) => `<row>${row.map(() => `<c t="s"><v>${at++}</v></c>`).join('')}</row>`)
            .join('');
          const back = await cells({ sheets: { One: sheet }, strings: strings.map((one) => one) });
          const trimmed = (rows: string[][]) => rows.map((row) => row.join('~').replace(/~+$/, ''));
          expect(trimmed(back)).toEqual(trimmed(table));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a large sheet is handed over in pieces', async () => {
    const row = (at: number) =>
      `<row r="${at}"><c r="A${at}"><v>${at}</v></c><c r="B${at}" t="inlineStr"><is><t>${'x'.repeat(at % 7)}${Math.sin(at)}${Math.cos(at)}${Math.tan(at)}</t></is></c></row>`;
    const sheet = Array.from({ length: 12_000 }, (_, i) => row(i + 1)).join('');
    const source = await openSource(workbook({ sheets: { One: sheet } }));
    let count = 0;
    let pieces = 0;
    for await (const { rows } of source.rows(source.reading)) {
      count += rows.length;
      pieces++;
    }
    expect(count).toBe(12_000);
    expect(pieces).toBeGreaterThan(1);
  });
});

describe('what is no good workbook', () => {
  const opened = (files: Record<string, Uint8Array>) =>
    openSource(new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]));

  it('a bomb is told before it fills the memory', async () => {
    const zeros = new Uint8Array(10 * 2 ** 20);
    await expect(opened({ 'xl/sharedStrings.xml': zeros })).rejects.toMatchObject({ name: 'FileProblem' });
    const spaces = new Uint8Array(10 * 2 ** 20).fill(32);
    const head = strToU8('<sst>');
    spaces.set(head);
    await expect(opened({ 'xl/sharedStrings.xml': spaces })).rejects.toMatchObject({ problem: 'zip-bomb' });
  });

  it('an archive of something else, a cut one, broken XML', async () => {
    await expect(opened({ 'readme.txt': strToU8('hello') })).rejects.toMatchObject({ problem: 'no-sheets' });
    const whole = await workbook({ sheets: { One: '<row r="1"/>' } }).arrayBuffer();
    await expect(openSource(new Blob([whole.slice(0, 200)]))).rejects.toMatchObject({ name: 'FileProblem' });
    await expect(openSource(new Blob(['PK but no archive at all']))).rejects.toMatchObject({
      problem: 'broken-zip',
    });
    await expect(cells({ sheets: { One: '<row r="1"><c></row>' } })).rejects.toMatchObject({
      problem: 'broken-sheet',
    });
    await expect(cells({ sheets: { One: '<row><c r="B1"/><c r="A1"/></row>' } })).rejects.toMatchObject({
      problem: 'broken-sheet',
    });
  });

  it('entities of the document’s own are not expanded', async () => {
    const files = {
      'xl/sharedStrings.xml': strToU8('<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>'),
    };
    await expect(opened(files)).rejects.toMatchObject({ problem: 'broken-sheet' });
  });
});

describe('dates of spreadsheets', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45720, false, '2025-03-04'],
    [0, true, '1904-01-01'],
    [44258, true, '2025-03-04'],
  ])('day %d (1904: %s) is %s', (serial, from1904, date) => {
    expect(serialDate(serial, from1904)).toBe(date);
  });

  it('the day that never was, and days out of range, are none', () => {
    expect([60, -1, 3_000_000, Number.NaN].map((day) => serialDate(day, false))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('knows the formats of dates from those of numbers', () => {
    const dates: Array<[number, string | undefined]> = [
      [14, undefined],
      [57, undefined],
      [164, 'dd/mm/yyyy'],
      [165, '[$-804]yyyy"年"m"月"'],
      [166, 'mmm-yy'],
    ];
    for (const [id, code] of dates) expect([code, isDateFormat(id, code)]).toEqual([code, true]);
    for (const code of ['0.00', '#,##0.00"dy"', '0.00E+00', '[Red]-#,##0', '@', '"day" 0', 'General'])
      expect([code, isDateFormat(164, code)]).toEqual([code, false]);
  });
});
