/**
 * SipHash-2-4 (Aumasson & Bernstein 2012, a keyed function made for short inputs) over 16-bit units, in halves of 32 bits: an index of
 * words asks it for each beginning of each word, and HMAC would take twenty times as long.
 */

let [a0, a1, b0, b1, c0, c1, d0, d1] = [0, 0, 0, 0, 0, 0, 0, 0];

/** One SipRound on the state; x1 is the high half of each word. */
function round(): void {
  // a += b; b <<<= 13; b ^= a; a <<<= 32
  let low = (a0 >>> 0) + (b0 >>> 0);
  a1 = (a1 + b1 + (low > 0xffffffff ? 1 : 0)) | 0;
  a0 = low | 0;
  let half = (b1 << 13) | (b0 >>> 19);
  b0 = ((b0 << 13) | (b1 >>> 19)) ^ a0;
  b1 = half ^ a1;
  half = a0;
  a0 = a1;
  a1 = half;
  // c += d; d <<<= 16; d ^= c
  low = (c0 >>> 0) + (d0 >>> 0);
  c1 = (c1 + d1 + (low > 0xffffffff ? 1 : 0)) | 0;
  c0 = low | 0;
  half = (d1 << 16) | (d0 >>> 16);
  d0 = ((d0 << 16) | (d1 >>> 16)) ^ c0;
  d1 = half ^ c1;
  // a += d; d <<<= 21; d ^= a
  low = (a0 >>> 0) + (d0 >>> 0);
  a1 = (a1 + d1 + (low > 0xffffffff ? 1 : 0)) | 0;
  a0 = low | 0;
  half = (d1 << 21) | (d0 >>> 11);
  d0 = ((d0 << 21) | (d1 >>> 11)) ^ a0;
  d1 = half ^ a1;
  // c += b; b <<<= 17; b ^= c; c <<<= 32
  low = (c0 >>> 0) + (b0 >>> 0);
  c1 = (c1 + b1 + (low > 0xffffffff ? 1 : 0)) | 0;
  c0 = low | 0;
  half = (b1 << 17) | (b0 >>> 15);
  b0 = ((b0 << 17) | (b1 >>> 15)) ^ c0;
  b1 = half ^ c1;
  half = c0;
  c0 = c1;
  c1 = half;
}

function word(low: number, high: number): void {
  d0 ^= low;
  d1 ^= high;
  round();
  round();
  a0 ^= low;
  a1 ^= high;
}

const pair = (units: ArrayLike<number>, at: number, end: number): number =>
  (at < end ? (units[at] ?? 0) : 0) | ((at + 1 < end ? (units[at + 1] ?? 0) : 0) << 16);

/**
 * The low and high 32 bits of the hash of the first `length` units (little-endian, two bytes each).
 * `key`: 128 bits as four words.
 */
export function siphash(
  key: Uint32Array,
  units: ArrayLike<number>,
  length: number,
): [low: number, high: number] {
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = key;
  [a0, a1] = [k0 ^ 0x70736575, k1 ^ 0x736f6d65];
  [b0, b1] = [k2 ^ 0x6e646f6d, k3 ^ 0x646f7261];
  [c0, c1] = [k0 ^ 0x6e657261, k1 ^ 0x6c796765];
  [d0, d1] = [k2 ^ 0x79746573, k3 ^ 0x74656462];
  const whole = length - (length % 4);
  for (let at = 0; at < whole; at += 4) word(pair(units, at, length), pair(units, at + 2, length));
  // the last word: what is left, and the length in bytes in its highest byte
  word(pair(units, whole, length), (pair(units, whole + 2, length) & 0xffffff) | ((length * 2) << 24));
  c0 ^= 0xff;
  for (let at = 0; at < 4; at++) round();
  return [(a0 ^ b0 ^ c0 ^ d0) >>> 0, (a1 ^ b1 ^ c1 ^ d1) >>> 0];
}
