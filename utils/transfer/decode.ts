/** How a text file is written, as far as its bytes tell. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const SAMPLE = 4096;

/**
 * Guesses the encoding of a text file from its bytes: a byte order mark, else the zero bytes of UTF-16, else UTF-8 if it is
 * valid, else the one of the old Chinese and Western encodings that its bytes look most like. GB 18030 holds GBK and GB 2312.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  return markedEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : legacyEncoding(bytes));
}

/** What the first bytes say: a byte order mark, or the zero bytes of UTF-16; undefined where they leave it open. */
export function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (odd > length / 8) return 'utf-16le';
  if (even > length / 8) return 'utf-16be';
  return undefined;
}

/**
 * Which legacy encoding bytes that are no UTF-8 look like. In Western text high bytes stand alone among letters; in Chinese they come in pairs, and
 * nearly all pairs are of the common characters: rows B0–D7 with a high second byte in GB, rows A4–C6 in Big5, where four in ten second bytes are low.
 */
export function legacyEncoding(bytes: Uint8Array): Encoding {
  let alone = 0;
  let pairs = 0;
  let gb = 0;
  let big5 = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (trail < 0x40 || (trail < 0x80 && (bytes[i - 1] ?? 0) < 0x80 && (bytes[i + 2] ?? 0) < 0x80)) alone++;
    else {
      pairs++;
      if (lead >= 0xa1 && lead <= 0xd7 && trail >= 0xa1) gb++;
      if (lead >= 0xa1 && lead <= 0xc6) big5++;
      i++;
    }
  }
  if (alone > pairs) return 'windows-1252';
  return big5 > gb && gb < pairs * 0.8 ? 'big5' : 'gb18030';
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

/** Bytes read at a time: a slice of a file costs nothing until it is read. */
export const SLICE = 1 << 20;

/** The bytes of a file, a slice at a time. Throws what the browser says where the file is gone or changed. */
export async function* slices(file: Blob, from = 0): AsyncGenerator<Uint8Array> {
  for (let at = from; at < file.size; at += SLICE)
    yield new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
}

/**
 * The encoding of a whole file, read a slice at a time: one stray byte late in a file of ASCII decides. A file that is
 * nearly all UTF-8 is UTF-8 with broken characters, not an old encoding.
 */
export async function encodingOf(file: Blob): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8');
  let first: Uint8Array | undefined;
  let odd: Uint8Array | undefined;
  let broken = 0;
  let whole = 0;
  for await (const bytes of slices(file)) {
    first ??= bytes;
    const marked = bytes === first ? markedEncoding(bytes) : undefined;
    if (marked) return marked;
    if (isAscii(bytes)) continue;
    const text = decoder.decode(bytes, { stream: true });
    const bad = countOf(text, '\uFFFD');
    if (bad > 1) odd ??= bytes; // one may be a character cut by the border, when the slice before was ASCII
    broken += bad;
    whole += /[^\0-\x7f\uFFFD]/.test(text) ? (text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0) : 0;
  }
  broken += countOf(decoder.decode(), '\uFFFD');
  return broken > whole / 20 ? legacyEncoding(odd ?? first ?? new Uint8Array()) : 'utf-8';
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) > 0x7f) return false;
  return true;
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
