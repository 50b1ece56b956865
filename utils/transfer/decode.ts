/** How a text file is written, as far as its bytes tell. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const SAMPLE = 4096;

/**
 * Guesses the encoding of a text file from its first bytes: a byte order mark, else the zero bytes of UTF-16, else UTF-8
 * if it is valid, else GB 18030 (which holds GBK and GB 2312).
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (odd > length / 8) return 'utf-16le';
  if (even > length / 8) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

/** The text of a file, without its byte order mark. Bytes that are no character become U+FFFD. */
export const decode = (bytes: Uint8Array): string => new TextDecoder(detectEncoding(bytes)).decode(bytes);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
