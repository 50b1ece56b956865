import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeRow, encodeRow, Unsealable } from '../../../../utils/store/lock/codec';

const back = (row: unknown) => decodeRow(encodeRow(row));

test('any data comes back as it was', () => {
  const any = fc.anything({
    withMap: true,
    withSet: true,
    withDate: true,
    withTypedArray: true,
    withNullPrototype: false,
    maxDepth: 4,
    key: fc.oneof(fc.string(), fc.constant('~')),
  });
  const sealable = any.filter((value) => {
    try {
      structuredClone(value);
      return !/bigint|symbol|Boolean|Number|String|BigInt|Clamped/.test(kindsIn(value));
    } catch {
      return false;
    }
  });
  fc.assert(
    fc.property(sealable, (value) => {
      expect(back(value)).toStrictEqual(value);
    }),
  );
});

/** Names of all that is in a value: what the database never holds is not asked for. */
function kindsIn(value: unknown): string {
  if (value instanceof Map) return [...value].map(([key, one]) => kindsIn(key) + kindsIn(one)).join(' ');
  if (value instanceof Set || Array.isArray(value)) return [...value].map(kindsIn).join(' ');
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? 'bigint' : '';
  if (Object.getPrototypeOf(value) === Object.prototype) return Object.values(value).map(kindsIn).join(' ');
  return value.constructor?.name ?? 'symbol';
}

test('arrays of numbers lie behind the text', () => {
  const row = {
    key: 'names',
    grams: Uint32Array.from([1, 2 ** 31]),
    ends: new Float64Array([0.5]),
    empty: new Uint8Array(),
  };
  expect(back(row)).toEqual(row);
});

test('a field named like the mark is only a field', () => {
  const row = { '~': 'undefined', deep: { '~': 'Map', of: [] } };
  expect(back(row)).toEqual(row);
});

test('a day that is none stays none', () => {
  expect(back({ at: new Date(Number.NaN) })).toStrictEqual({ at: new Date(Number.NaN) });
});

test.each([new Blob(['x']), () => 1, 1n])('what is no data is refused: %s', (value) => {
  expect(() => encodeRow({ value })).toThrow(Unsealable);
});
