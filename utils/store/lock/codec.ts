/**
 * A row as bytes and back. The rows of the database are JSON but for a few: typed arrays, maps, numbers that JSON has not, fields that are
 * there without a value. Those are named in a wrapper; the bytes of arrays stand behind the JSON.
 * Layout: length of the JSON (4, little-endian), JSON, then the arrays' bytes one after the other.
 */

/** The mark of what is not itself. An object with a field of this name is wrapped as well, so that nothing is mistaken. */
const MARK = '~';
const ARRAYS = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
} as const;
type ArrayName = keyof typeof ARRAYS;

/** What cannot be kept sealed: a handle, a key, a file. */
export class Unsealable extends TypeError {}

/** @throws Unsealable for what is neither data nor made of data. */
export function encodeRow(row: unknown): Uint8Array {
  const parts: Uint8Array[] = [];
  const json = new TextEncoder().encode(JSON.stringify(wrapped(row, parts)));
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(4 + json.length + size);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  let at = 4 + json.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** What {@link encodeRow} was given. */
export function decodeRow(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const json = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  const value: unknown = JSON.parse(json);
  return json.includes(`"${MARK}"`) ? unwrapped(value, { bytes, at: 4 + length }) : value;
}

/** The value itself where it is JSON all through: most rows are, and nothing is copied for them. */
function wrapped(value: unknown, parts: Uint8Array[]): unknown {
  if (value === undefined) return { [MARK]: 'undefined' };
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { [MARK]: 'number', is: numberName(value) };
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') throw new Unsealable(`a ${typeof value} cannot be sealed`);
  if (Array.isArray(value)) return eachOf(value, parts);
  return Object.getPrototypeOf(value) === Object.prototype ? fieldsOf(value, parts) : special(value, parts);
}

const numberName = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

function eachOf(list: unknown[], parts: Uint8Array[]): unknown[] {
  let copy: unknown[] | null = null;
  for (const [at, one] of list.entries()) {
    const next = wrapped(one, parts);
    if (next !== one && !copy) copy = [...list];
    if (copy) copy[at] = next;
  }
  return copy ?? list;
}

function fieldsOf(row: object, parts: Uint8Array[]): object {
  let same = true;
  const fields = Object.entries(row).map(([field, one]): [string, unknown] => {
    const next = wrapped(one, parts);
    if (next !== one) same = false;
    return [field, next];
  });
  const all = same ? row : Object.fromEntries(fields);
  return MARK in row ? { [MARK]: 'object', of: all } : all;
}

function special(value: object, parts: Uint8Array[]): object {
  if (value instanceof Map) return { [MARK]: 'Map', of: eachOf([...value], parts) };
  if (value instanceof Set) return { [MARK]: 'Set', of: eachOf([...value], parts) };
  if (value instanceof Date) return { [MARK]: 'Date', at: wrapped(value.getTime(), parts) };
  if (value instanceof ArrayBuffer) return bytesOf('ArrayBuffer', new Uint8Array(value), parts);
  const name = value.constructor?.name as ArrayName;
  if (ArrayBuffer.isView(value) && name in ARRAYS)
    return bytesOf(name, new Uint8Array(value.buffer, value.byteOffset, value.byteLength), parts);
  throw new Unsealable(`a ${name} cannot be sealed`);
}

function bytesOf(name: string, bytes: Uint8Array, parts: Uint8Array[]): object {
  parts.push(bytes);
  return { [MARK]: name, size: bytes.length };
}

interface Rest {
  bytes: Uint8Array;
  at: number;
}

/** The arrays' bytes are taken in the order in which they were put. */
function unwrapped(value: unknown, rest: Rest): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => unwrapped(one, rest));
  if (MARK in value) return specialOf(value as Record<string, unknown>, rest);
  return fieldsBack(value, rest);
}

const fieldsBack = (value: object, rest: Rest): object =>
  Object.fromEntries(Object.entries(value).map(([field, one]) => [field, unwrapped(one, rest)]));

function specialOf(value: Record<string, unknown>, rest: Rest): unknown {
  const name = value[MARK];
  if (name === 'undefined') return undefined;
  if (name === 'number') return Number(value.is);
  if (name === 'object') return fieldsBack(value.of as object, rest);
  if (name === 'Map') return new Map(unwrapped(value.of, rest) as Array<[unknown, unknown]>);
  if (name === 'Set') return new Set(unwrapped(value.of, rest) as unknown[]);
  if (name === 'Date') return new Date(Number(unwrapped(value.at, rest)));
  const copy = rest.bytes.slice(rest.at, rest.at + Number(value.size)).buffer;
  rest.at += Number(value.size);
  return name === 'ArrayBuffer' ? copy : new ARRAYS[name as ArrayName](copy);
}
