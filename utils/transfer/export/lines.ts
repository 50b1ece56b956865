/** Content lines of iCalendar and vCard (RFC 5545 §3.1, RFC 6350 §3.2): CRLF, folded at 75 bytes, never within a character. */

const MOST_BYTES = 75;
const encoder = new TextEncoder();

/** One line, folded. */
export function folded(line: string): string {
  let out = '';
  let bytes = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (bytes + size > MOST_BYTES) {
      out += '\r\n ';
      bytes = 1; // the blank that a continuation begins with counts
    }
    out += char;
    bytes += size;
  }
  return out;
}

/** A text value: backslash, comma, semicolon and line ends escaped; other control characters have no place in either format. */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/[\\,;]/g, (char) => `\\${char}`)
    .replaceAll('\n', '\\n')
    .replace(CONTROLS, '');
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f]/g;

export const document = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('');
