import Papa from 'papaparse';

/**
 * A table as CSV that spreadsheets open rightly: UTF-8 with its mark, CRLF. A cell that a spreadsheet would run as a
 * formula is made text by an apostrophe before it.
 */
export function csvText(headers: readonly string[], rows: Iterable<readonly string[]>): string {
  const data = [headers, ...rows].map((row) => [...row]);
  return `\uFEFF${Papa.unparse(data, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

/** What begins a formula; a plain negative number or a telephone number does not run anything. */
const FORMULA = /^[=@\t\r\n]|^[+-](?!\s*[\d(][\d\s().,-]*$)/;
