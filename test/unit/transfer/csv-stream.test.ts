import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader, csvRows, type Dialect, dialectOf } from '../../../utils/transfer/csv-stream';
import { encodingOf, SLICE } from '../../../utils/transfer/decode';
import { openSource } from '../../../utils/transfer/source';
import { encoded } from './encoded';

const all = async (file: Blob, dialect: Dialect) => {
  const rows = [];
  for await (const batch of csvRows(file, dialect)) rows.push(...batch.rows);
  return rows;
};

/** Characters that each encoding has, with all that means something in CSV. */
const PALETTES = {
  'utf-8': [...'abz 0，,;|\t"\'\n\r恒信物流😀é'],
  'utf-16le': [...'abz 0，,;|\t"\'\n\r恒信物流😀é'],
  'utf-16be': [...'abz 0,;|\t"\'\n\r恒信物流é'],
  gb18030: [...'abz 0,;|\t"\'\n\r恒信物流王芳客户编号'],
} as const;

const cell = (encoding: keyof typeof PALETTES) =>
  fc.string({ unit: fc.constantFrom(...PALETTES[encoding]), maxLength: 8 });
/** Cells are trimmed where they are used; carriage returns that end the last one are read as part of the line's end. */
const shown = (table: string[][]) =>
  table.map((row) => row.map((one, at) => (at === row.length - 1 ? one.replace(/\r+$/, '') : one)));
const quoted = (text: string, always: boolean, delimiter: string) =>
  always || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const dialects = fc
  .record({
    encoding: fc.constantFrom(...(Object.keys(PALETTES) as Array<keyof typeof PALETTES>)),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    line: fc.constantFrom('\n', '\r\n', '\r'),
    bom: fc.boolean(),
    always: fc.boolean(),
    ended: fc.boolean(),
    width: fc.integer({ min: 2, max: 5 }),
  })
  .chain((how) =>
    fc
      .array(fc.array(cell(how.encoding), { minLength: how.width, maxLength: how.width }), {
        minLength: 1,
        maxLength: 12,
      })
      .map((table) => ({ how, table })),
  );

describe('any table written as CSV is read back the same', () => {
  it('in every dialect and encoding, cut anywhere', () => {
    fc.assert(
      fc.property(dialects, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), ({ how, table }, cuts) => {
        const { delimiter, line, always } = how;
        // a cell of blanks and quotes alone may not stand unquoted at the end: quote what is odd
        const text = table
          .map((row) => row.map((one) => quoted(one, always || one === '', delimiter)).join(delimiter) + line)
          .join('');
        const whole = how.ended ? text : text.slice(0, -line.length);
        const reader = new CsvReader({ delimiter, newline: line === '\r' ? '\r' : '\n' });
        const rows = [];
        for (let at = 0; at < whole.length; ) {
          const next = at + (cuts.next().value ?? 1);
          rows.push(...reader.push(whole.slice(at, next)));
          at = next;
        }
        rows.push(...reader.end());
        expect(shown(rows.map((row) => row.cells))).toEqual(shown(table));
      }),
      { numRuns: 300 },
    );
  });

  it('as bytes, with and without a mark', async () => {
    await fc.assert(
      fc.asyncProperty(dialects, async ({ how, table }) => {
        const { encoding, delimiter, line } = how;
        const text = table
          .map((row) => row.map((one) => quoted(one, true, delimiter)).join(delimiter) + line)
          .join('');
        const file = new Blob([encoded(text, encoding, how.bom)]);
        const rows = await all(file, { encoding, delimiter, newline: line === '\r' ? '\r' : '\n' });
        expect(shown(rows.map((row) => row.cells))).toEqual(shown(table));
      }),
      { numRuns: 150 },
    );
  });

  it('over the border of two slices, inside a character and a quoted cell', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const filler = `${'x'.repeat(SLICE - 12 - shift)}\n`;
      const file = new Blob([`h,i\n${filler},"恒信\n物流, ""甲""",z\n`]);
      const rows = await all(file, { encoding: 'utf-8', delimiter: ',', newline: '\n' });
      expect(rows.at(-1)).toEqual({ line: 3, cells: ['', '恒信\n物流, "甲"', 'z'] });
    }
  });
});

describe('lines and broken rows', () => {
  const read = (text: string) => {
    const reader = new CsvReader(dialectOf(text));
    return [...reader.push(text), ...reader.end()];
  };

  it('counts the lines within cells', () => {
    expect(read('a,b\n"1\n2",x\ny,z\n').map((row) => row.line)).toEqual([1, 2, 4]);
  });

  it('a quote that never closes costs its own line alone', () => {
    const rows = read('a,b\n1,2\n"5 inch,3\n4,5\n6,7\n');
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['"5 inch', '3'], broken: true },
      { line: 4, cells: ['4', '5'] },
      { line: 5, cells: ['6', '7'] },
    ]);
  });

  it('a quote that closes in the middle of a cell costs its own line alone', () => {
    const rows = read('a,b\n"x" y,2\n3,"4"\n');
    expect(rows.map(({ line, broken = false }) => [line, broken])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(rows[2]?.cells).toEqual(['3', '4']);
  });

  it('a million characters behind an open quote do not pile up', () => {
    const reader = new CsvReader({ delimiter: ',', newline: '\n' });
    const rows = reader.push('a,b\n"open,1\n');
    for (let i = 0; i < 30; i++) rows.push(...reader.push('12345,67890\n'.repeat(4_000)));
    rows.push(...reader.end());
    expect(rows).toHaveLength(2 + 120_000);
    expect(rows.filter((row) => row.broken)).toHaveLength(1);
    expect(rows.at(-1)?.line).toBe(2 + 120_000);
  });

  it('thousands of broken lines are each told, and quickly', () => {
    const rows = read(`a,b\n${'"x"y,1\n'.repeat(5_000)}fine,2\n`);
    expect(rows.filter((row) => row.broken)).toHaveLength(5_000);
    expect(rows.at(-1)).toEqual({ line: 5_002, cells: ['fine', '2'] });
  });

  it('never throws and never loses a character of plain text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'a,"\n\r ') }), (text) => void read(text)));
  });
});

describe('the encoding', () => {
  const chinese = '客户编号,名称,电话\nC001,恒信物流有限公司,010\nC002,王芳,020\n';
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)(
    '%s is known by its bytes',
    async (encoding) => {
      expect(await encodingOf(new Blob([encoded(chinese, encoding, encoding.startsWith('utf-16'))]))).toBe(
        encoding,
      );
    },
  );

  it('a late Chinese cell in a file of ASCII decides', async () => {
    const ascii = new TextEncoder().encode('code,name\n'.repeat(300_000));
    expect(await encodingOf(new Blob([ascii, encoded('C1,恒信物流\n', 'gb18030', false)]))).toBe('gb18030');
    expect(await encodingOf(new Blob([ascii, 'C1,恒信物流\n']))).toBe('utf-8');
  });

  it('Western and Taiwanese files of old spreadsheets', async () => {
    const latin = new Uint8Array(
      [...'name\nJos\xe9 Garc\xeda\nM\xfcller Stra\xdfe\n'].map((c) => c.charCodeAt(0)),
    );
    expect(await encodingOf(new Blob([latin]))).toBe('windows-1252');
    // 客戶名稱 / 台灣物流有限公司 in Big5
    const big5 = [0xab, 0xc8, 0xa4, 0xe1, 0xa6, 0x57, 0xba, 0xd9, 0x0a];
    big5.push(
      0xa5,
      0x78,
      0xc6,
      0x57,
      0xaa,
      0xab,
      0xac,
      0x79,
      0xa6,
      0xb3,
      0xad,
      0xad,
      0xa4,
      0xbd,
      0xa5,
      0x71,
      0x0a,
    );
    expect(await encodingOf(new Blob([new Uint8Array(big5)]))).toBe('big5');
  });

  it('one broken character does not make UTF-8 something else', async () => {
    const bytes = new TextEncoder().encode(chinese.repeat(50));
    bytes[120] = 0xff;
    expect(await encodingOf(new Blob([bytes]))).toBe('utf-8');
  });
});

describe('what is no table', () => {
  it('is told by what it is', async () => {
    await expect(openSource(new Blob([]))).rejects.toMatchObject({ problem: 'empty' });
    await expect(openSource(new Blob([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1])]))).rejects.toMatchObject({
      problem: 'old-excel',
    });
    const noise = new Uint8Array(4_000).map((_, i) => (i * 7) % 31);
    await expect(openSource(new Blob([noise]))).rejects.toMatchObject({ problem: 'not-a-table' });
  });
});
