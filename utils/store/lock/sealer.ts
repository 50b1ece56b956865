import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64 } from '../../base64';
import { decodeRow, encodeRow } from './codec';
import { orderToken, prefixToken } from './tokens';

const NONCE_BYTES = 12;
/** Of an HMAC so much is kept: no two of a billion keys meet. */
const EQUAL_BYTES = 15;

const text = new TextEncoder();

/** Bytes that this key does not open: another key's, moved to another row, or damaged. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Seals rows and hides what indexes would show, with keys derived from one data key. All of it answers at once: a transaction of
 * the database ends where one waits for anything else, as WebCrypto makes one wait.
 */
export class Sealer {
  private readonly rows: Uint8Array;
  private readonly equals: ReturnType<typeof hmac.create>;
  private readonly beginnings: Uint32Array;

  /** `dataKey`: 32 random bytes. */
  constructor(dataKey: Uint8Array) {
    const derive = (what: string, length: number) =>
      hkdf(sha256, dataKey, undefined, text.encode(`margin ${what}`), length);
    this.rows = derive('rows', 32);
    this.equals = hmac.create(sha256, derive('equal', 32));
    this.beginnings = new Uint32Array(derive('beginnings', 16).slice().buffer);
  }

  /** AES-256-GCM under a random nonce, which goes before it. `where` (table and key) is authenticated: rows cannot change places. */
  seal(where: string, row: unknown): Uint8Array<ArrayBuffer> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const sealed = gcm(this.rows, nonce, text.encode(where)).encrypt(encodeRow(row));
    const bytes = new Uint8Array(NONCE_BYTES + sealed.length);
    bytes.set(nonce);
    bytes.set(sealed, NONCE_BYTES);
    return bytes;
  }

  /** @throws SealBroken */
  open(where: string, bytes: Uint8Array): unknown {
    try {
      const nonce = bytes.subarray(0, NONCE_BYTES);
      return decodeRow(gcm(this.rows, nonce, text.encode(where)).decrypt(bytes.subarray(NONCE_BYTES)));
    } catch (error) {
      throw new SealBroken(`what is stored under ${where.split('\0')[0]} does not open`, { cause: error });
    }
  }

  /** A text or number by which a row is found whole: HMAC-SHA-256, truncated. `index` keeps those of two indexes apart. */
  equal(index: string, value: unknown): string {
    const mac = this.equals.clone().update(text.encode(`${index}\0${typeof value}\0${String(value)}`));
    return toBase64(mac.digest().subarray(0, EQUAL_BYTES));
  }

  /** A text by whose beginning a row is found; see {@link prefixToken}. */
  prefix(index: string, value: string, whole: boolean): string {
    return prefixToken(this.beginnings, index, value, whole);
  }

  /** A number by which rows are sorted; see {@link orderToken}. */
  order(index: string, value: number): string {
    return orderToken(this.beginnings, index, value);
  }
}
