import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderToken, prefixToken, TOLD_APART } from '../../../../utils/store/lock/tokens';

const key = new Uint32Array([1, 2, 3, 4]);
const whole = (text: string) => prefixToken(key, 'i', text, true);
const beginning = (text: string) => prefixToken(key, 'i', text, false);

describe('words', () => {
  test('a beginning of a word begins its tokens, whatever the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(40), (word, length) => {
        expect(whole(word).startsWith(beginning(word.slice(0, length)))).toBe(true);
      }),
    );
  });

  test('two words have the same tokens only where they are the same', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (one, other) => {
        expect(whole(one) === whole(other)).toBe(one === other);
      }),
    );
  });

  test('what is told apart by its end alone is found by its beginning, and whole', () => {
    const [one, other] = ['international-tea', 'international-ink'];
    expect(beginning(one)).toBe(beginning(other));
    expect(beginning(one)).toHaveLength(TOLD_APART);
    expect(whole(one)).not.toBe(whole(other));
  });

  test('another key or another index has other tokens', () => {
    expect(prefixToken(new Uint32Array([1, 2, 3, 5]), 'i', 'heron', true)).not.toBe(whole('heron'));
    expect(prefixToken(key, 'j', 'heron', true)).not.toBe(whole('heron'));
  });

  test('no token ends a range over a beginning too early', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (word) => {
        expect(whole(word) < `${beginning(word.slice(0, 1))}\uffff`).toBe(true);
      }),
    );
  });
});

describe('numbers', () => {
  const token = (value: number) => orderToken(key, 'i', value);
  const number = fc.oneof(
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.constantFrom(0, -0, Infinity, -Infinity, Number.MIN_VALUE, -Number.MIN_VALUE),
  );

  test('sort as they do', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [one, other] = [token(a), token(b)];
        if (a < b) expect(one < other).toBe(true);
        else if (a > b) expect(one > other).toBe(true);
        else expect(one).toBe(other);
      }),
      { numRuns: 2_000 },
    );
  });

  test('another key has other tokens', () => {
    expect(orderToken(new Uint32Array([9, 9, 9, 9]), 'i', 12_800)).not.toBe(token(12_800));
  });
});
