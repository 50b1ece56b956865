/** Taking somebody's ids out of values of any form. */

type Ids = ReadonlySet<string>;

/** True where one of the ids stands anywhere in the value. */
export function mentions(value: unknown, ids: Ids): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (Array.isArray(value) || value instanceof Set) return [...value].some((one) => mentions(one, ids));
  if (value instanceof Map) return [...value].some((pair) => mentions(pair, ids));
  if (!isPlain(value)) return false;
  return Object.entries(value).some(([key, one]) => ids.has(key) || mentions(one, ids));
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The value without the members of its lists, sets, maps and records that name one of the ids; null where it names one by itself. */
export function without<T>(value: T, ids: Ids): T | null {
  if (!mentions(value, ids)) return value;
  const good = (one: unknown) => !gone(one, ids);
  const rest = (one: unknown) => without(one, ids);
  if (Array.isArray(value)) return value.filter(good).map(rest) as T;
  if (value instanceof Set) return new Set([...value].filter(good)) as T;
  if (value instanceof Map) return new Map([...value].filter(good)) as T;
  if (!isPlain(value) || gone(value, ids)) return null;
  const kept = Object.entries(value).filter(([key]) => !ids.has(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, rest(one)])) as T;
}

/** True where the value is one of the ids, or a row about one: a field of it says so, not a list within it. */
function gone(value: unknown, ids: Ids): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (Array.isArray(value)) return false;
  return isPlain(value) && Object.values(value).some((one) => !Array.isArray(one) && gone(one, ids));
}
