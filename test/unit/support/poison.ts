import type * as z from 'zod/mini';
import { SightingSchema } from '../../../entrypoints/background/sighting-schema.ts';
import { SPECS } from '../../../utils/store/schema.ts';
import { XSS } from './xss.ts';

interface Def {
  type: string;
  shape?: Record<string, z.ZodMiniType>;
  checks?: Array<{ _zod: { def: { check: string } } }>;
  element?: z.ZodMiniType;
  innerType?: z.ZodMiniType;
  options?: z.ZodMiniType[];
}
/** Names of the fields that take any text, by the schemas themselves: a new one is tried without a word here. */
export function freeFields(schema: z.ZodMiniType, name = ''): string[] {
  const def = schema._zod.def as unknown as Def;
  const isFree = (def.checks ?? []).every(({ _zod }) => /_length$/.test(_zod.def.check));
  if (def.type === 'string') return isFree && name !== '' ? [name] : [];
  return [
    ...Object.entries(def.shape ?? {}).flatMap(([key, one]) => freeFields(one, key)),
    ...[def.element, def.innerType, ...(def.options ?? [])].flatMap((one) =>
      one ? freeFields(one, name) : [],
    ),
  ];
}
export const FREE = new Set([
  ...[...Object.values(SPECS).map(({ schema }) => schema), SightingSchema].flatMap((one) => freeFields(one)),
  ...['fileName', 'headers', 'cells'],
]);

/** All free texts in it replaced, each by the next of the corpus. */
export function poisoned<T>(value: T, from: number, free: ReadonlySet<string> = FREE): T {
  let at = from;
  const next = () => XSS[at++ % XSS.length] ?? '';
  const walk = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return free.has(key) ? next() : one;
    if (Array.isArray(one)) return one.map((each) => walk(each, key));
    if (typeof one !== 'object' || one === null || Object.getPrototypeOf(one) !== Object.prototype)
      return one;
    return Object.fromEntries(Object.entries(one).map(([name, each]) => [name, walk(each, name)]));
  };
  return walk(value, '') as T;
}
