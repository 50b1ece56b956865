import { gcm } from '@noble/ciphers/aes.js';
import * as z from 'zod/mini';

/**
 * The keys of a lock. Rows are sealed with a random data key; that key is kept wrapped twice, by a key made of the passphrase and by one made of
 * the recovery code. Another passphrase wraps it anew and touches no row. Neither the passphrase nor the data key is ever written down.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

/** OWASP's least for PBKDF2-HMAC-SHA-256 (2023). */
export const ROUNDS = 600_000;
/** A record that asks for more would only keep the machine busy. */
const MOST_ROUNDS = 20_000_000;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
export const SHORTEST_PASSPHRASE = 8;

const Wrap = z.object({
  rounds: z.int().check(z.minimum(1), z.maximum(MOST_ROUNDS)),
  salt: z.instanceof(Uint8Array),
  nonce: z.instanceof(Uint8Array),
  sealed: z.instanceof(Uint8Array),
});
type Wrap = z.infer<typeof Wrap>;

/** What is kept of a lock beside the database. It opens nothing without the passphrase or the code. */
export const LockRecord = z.object({
  version: z.literal(1),
  databaseId: z.string(),
  /** Which of the two databases holds the rows: the sealed one, or the open one. */
  sealed: z.boolean(),
  /** Rows are on their way to the other one. */
  moving: z.nullable(z.enum(['on', 'off'])),
  passphrase: Wrap,
  recovery: Wrap,
  since: z.number(),
});
export type LockRecord = z.infer<typeof LockRecord>;

/** A passphrase or code that does not open the lock. */
export class WrongSecret extends Error {
  override readonly name = 'WrongSecret';
}

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
const text = new TextEncoder();

export const newDataKey = (): Bytes => random(KEY_BYTES);

async function wrappingKey(secret: string, salt: Uint8Array, rounds: number): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', text.encode(secret), 'PBKDF2', false, ['deriveBits']);
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(kdf, base, KEY_BYTES * 8));
}

const place = (databaseId: string) => text.encode(`margin lock ${databaseId}`);

/** The data key, wrapped by a secret. Takes about a second, by design. */
export async function wrap(
  dataKey: Bytes,
  secret: string,
  databaseId: string,
  rounds = ROUNDS,
): Promise<Wrap> {
  const [salt, nonce] = [random(SALT_BYTES), random(NONCE_BYTES)];
  const key = await wrappingKey(secret, salt, rounds);
  return { rounds, salt, nonce, sealed: gcm(key, nonce, place(databaseId)).encrypt(dataKey) };
}

async function unwrap(
  { rounds, salt, nonce, sealed }: Wrap,
  secret: string,
  databaseId: string,
): Promise<Bytes> {
  const key = await wrappingKey(secret, salt, rounds);
  try {
    return new Uint8Array(gcm(key, nonce, place(databaseId)).decrypt(sealed));
  } catch (error) {
    throw new WrongSecret('neither passphrase nor code', { cause: error });
  }
}

/** A passphrase as it counts: the same letters typed on another keyboard are the same. */
export const asPassphrase = (typed: string): string => typed.normalize('NFKC');

/** The data key. `typed`: the passphrase, or the recovery code in any way of writing. @throws WrongSecret */
export async function openLock(record: LockRecord, typed: string): Promise<Bytes> {
  const code = asCode(typed);
  if (code !== null)
    try {
      return await unwrap(record.recovery, code, record.databaseId);
    } catch {
      // a passphrase may look like a code
    }
  return unwrap(record.passphrase, asPassphrase(typed), record.databaseId);
}

/** Letters and digits that are not mistaken for one another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 28;
const GROUP = 4;

/** A code of 140 random bits in seven groups of four, to be written down: the second way into a lock. */
export function newRecoveryCode(): string {
  const code = [...random(CODE_LENGTH)].map((byte) => ALPHABET[byte & 31]).join('');
  return code.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? code;
}

/** A recovery code as it counts, however it was typed; null for what is none. */
export function asCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  const code = letters.replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === CODE_LENGTH && [...code].every((char) => ALPHABET.includes(char)) ? code : null;
}
