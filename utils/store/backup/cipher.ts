import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '../../base64';
import { BackupProblem } from './problem';

/**
 * Sealing a backup with a passphrase: AES-256-GCM in frames, so that a file of any size is sealed and opened in little memory.
 * The file is one line of JSON ({@link SealedHead}), then frames: length of the sealed bytes (4, big-endian), sealed bytes.
 * A frame's nonce is the file's random 7 bytes, the frame's number (4) and whether it is the last (1), as in the STREAM
 * construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): frames cannot be reordered, left out or cut off unnoticed.
 * The head is authenticated with every frame.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

/** OWASP's least for PBKDF2-HMAC-SHA-256 (2023). */
export const ITERATIONS = 600_000;
export const FRAME_BYTES = 65_536;
const TAG_BYTES = 16;
const PREFIX_BYTES = 7;
/** A file that asks for more would only keep the machine busy. */
const MOST_ITERATIONS = 20_000_000;
/** The nonce of the key's own check; no frame has this number. */
const CHECK_FRAME = 0xffffffff;

const base64 = z.string().check(z.maxLength(200), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));
export const SealedHead = z.object({
  format: z.literal('margin-backup-sealed'),
  version: z.int(),
  cipher: z.literal('AES-256-GCM'),
  kdf: z.literal('PBKDF2-SHA-256'),
  iterations: z.int().check(z.minimum(1_000), z.maximum(MOST_ITERATIONS)),
  salt: base64,
  prefix: base64,
  /** Nothing, sealed by the key: tells a wrong passphrase from a damaged file. */
  check: base64,
});
export type SealedHead = z.infer<typeof SealedHead>;

/** A key and what it was made of. Its bytes, so that they can be sealed with the rest of a locked database; older ones are the browser's own kind. */
export interface BackupKey {
  key: Bytes | CryptoKey;
  salt: Bytes;
  iterations: number;
}

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** The key of a passphrase; without `salt` for a new file. Takes about a second, by design. */
export async function makeKey(
  passphrase: string,
  salt: Bytes = random(16),
  iterations = ITERATIONS,
): Promise<BackupKey> {
  const secret = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const key = new Uint8Array(await crypto.subtle.deriveBits(kdf, base, 256));
  return { key, salt, iterations };
}

const aesOf = (key: BackupKey['key']): Promise<CryptoKey> =>
  key instanceof CryptoKey
    ? Promise.resolve(key)
    : crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);

function nonce(prefix: Uint8Array, frame: number, last: boolean): Bytes {
  const iv = new Uint8Array(12);
  iv.set(prefix);
  new DataView(iv.buffer).setUint32(PREFIX_BYTES, frame);
  iv[11] = last ? 1 : 0;
  return iv;
}

/** The head of a new sealed file. */
export async function sealedHead({ key, salt, iterations }: BackupKey): Promise<SealedHead> {
  const prefix = random(PREFIX_BYTES);
  const iv = nonce(prefix, CHECK_FRAME, true);
  const aes = await aesOf(key);
  const check = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, new Uint8Array(0)));
  return {
    format: 'margin-backup-sealed',
    version: 1,
    cipher: 'AES-256-GCM',
    kdf: 'PBKDF2-SHA-256',
    iterations,
    salt: toBase64(salt),
    prefix: toBase64(prefix),
    check: toBase64(check),
  };
}

export const headBytes = (head: SealedHead): Bytes => new TextEncoder().encode(`${JSON.stringify(head)}\n`);

/** The key that opens a file with this head. Throws BackupProblem 'wrong-passphrase'. */
export async function unlock(head: SealedHead, passphrase: string): Promise<BackupKey> {
  const made = await makeKey(passphrase, fromBase64(head.salt), head.iterations);
  const iv = nonce(fromBase64(head.prefix), CHECK_FRAME, true);
  try {
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await aesOf(made.key), fromBase64(head.check));
  } catch (error) {
    throw new BackupProblem('wrong-passphrase', '', { cause: error });
  }
  return made;
}

function joined(one: Bytes, other: Uint8Array): Bytes {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Seals what flows through; the head goes first. */
export function sealing(head: SealedHead, { key }: BackupKey): TransformStream<Bytes, Bytes> {
  const additionalData = headBytes(head);
  const prefix = fromBase64(head.prefix);
  const aes = aesOf(key);
  let held: Bytes = new Uint8Array(0);
  let frame = 0;
  const seal = async (plain: Bytes, last: boolean): Promise<Bytes> => {
    const iv = nonce(prefix, frame, last);
    frame += 1;
    if (frame >= CHECK_FRAME) throw new RangeError('too large to be sealed');
    const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, await aes, plain);
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, text.byteLength);
    return joined(length, new Uint8Array(text));
  };
  return new TransformStream<Bytes, Bytes>({
    start: (out) => out.enqueue(additionalData),
    async transform(chunk, out) {
      held = joined(held, chunk);
      for (; held.length > FRAME_BYTES; held = held.slice(FRAME_BYTES))
        out.enqueue(await seal(held.slice(0, FRAME_BYTES), false));
    },
    async flush(out) {
      out.enqueue(await seal(held, true));
    },
  });
}

/** Opens what flows through: the frames after the head. Throws BackupProblem 'corrupt' and 'truncated'. */
export function opening(head: SealedHead, { key }: BackupKey): TransformStream<Uint8Array, Bytes> {
  const additionalData = headBytes(head);
  const prefix = fromBase64(head.prefix);
  const aes = aesOf(key);
  let held: Bytes = new Uint8Array(0);
  let frame = 0;
  const open = async (sealed: Bytes, last: boolean): Promise<Bytes> => {
    const iv = nonce(prefix, frame, last);
    frame += 1;
    try {
      return new Uint8Array(
        await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, await aes, sealed),
      );
    } catch (error) {
      throw new BackupProblem(last ? 'truncated' : 'corrupt', `frame ${frame}`, { cause: error });
    }
  };
  const lengthOf = () => {
    if (held.length < 4) return Number.POSITIVE_INFINITY;
    const length = new DataView(held.buffer, held.byteOffset).getUint32(0);
    if (length < TAG_BYTES || length > FRAME_BYTES + TAG_BYTES)
      throw new BackupProblem('corrupt', 'frame length');
    return 4 + length;
  };
  return new TransformStream<Uint8Array, Bytes>({
    async transform(chunk, out) {
      held = joined(held, chunk);
      for (let size = lengthOf(); held.length > size; size = lengthOf()) {
        out.enqueue(await open(held.slice(4, size), false)); // bytes come after it: not the last
        held = held.slice(size);
      }
    },
    async flush(out) {
      if (held.length !== lengthOf()) throw new BackupProblem('truncated', 'within a frame');
      out.enqueue(await open(held.slice(4), true));
    },
  });
}
