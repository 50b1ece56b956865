import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../utils/base64';

describe('base 64', () => {
  it('gives every byte back, and says what Node says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  it('takes a megabyte', () => {
    const bytes = new Uint8Array(1 << 20).fill(7);
    expect(fromBase64(toBase64(bytes)).length).toBe(bytes.length);
  });

  it('refuses what is none', () => {
    expect(() => fromBase64('not base 64!')).toThrow();
  });
});
