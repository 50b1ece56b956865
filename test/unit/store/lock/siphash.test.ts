import { expect, test } from 'vitest';
import { siphash } from '../../../../utils/store/lock/siphash';

/** Key 00..0f and input 00 01 02 …: the vectors that the authors published, of even lengths. */
const VECTORS: Record<number, string> = {
  0: '726fdb47dd0e0e31',
  2: '0d6c8009d9a94f5a',
  4: 'cf2794e0277187b7',
  6: 'cbc9466e58fee3ce',
  8: '93f5f5799a932462',
  10: '7a5dbbc594ddb9f3',
  12: '751e8fbc860ee5fb',
  14: 'f723ca908e7af2ee',
};

const key = new Uint32Array(Uint8Array.from({ length: 16 }, (_, at) => at).buffer);
const units = (bytes: number) => new Uint16Array(Uint8Array.from({ length: bytes }, (_, at) => at).buffer);
const hex = ([low, high]: [number, number]) =>
  [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');

test.each(Object.entries(VECTORS))('%s bytes', (bytes, wanted) => {
  expect(hex(siphash(key, units(Number(bytes)), Number(bytes) / 2))).toBe(wanted);
});
