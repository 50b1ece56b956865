import fc from 'fast-check';
import type * as z from 'zod/mini';

/** What zod keeps of a schema: as much as is read here (zod 4.6, 2026-11). */
interface Def {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  valueType?: Schema;
  options?: Schema[];
  entries?: Record<string, unknown>;
  values?: unknown[];
  format?: string;
  checks?: Array<{
    _zod: { def: { check: string; maximum?: number; minimum?: number; value?: number; pattern?: RegExp } };
  }>;
}
type Schema = z.ZodMiniType;
const defOf = (schema: Schema): Def => schema._zod.def as unknown as Def;
const checksOf = (def: Def) => (def.checks ?? []).map((check) => check._zod.def);
const limit = (def: Def, check: string, key: 'maximum' | 'minimum' | 'value') =>
  checksOf(def).find((one) => one.check === check)?.[key];

/** Texts with `mark` in them, so that one that gets out is recognised. */
function texts(def: Def, mark: string): fc.Arbitrary<string> {
  const pattern = checksOf(def).find(({ pattern: one }) => one)?.pattern;
  if (pattern) return fc.stringMatching(pattern);
  const most = limit(def, 'max_length', 'maximum') ?? 60;
  const some = fc.string({ maxLength: Math.min(most, 40), unit: 'grapheme' });
  return fc.oneof(
    some.map((text) => `${mark}${text}`.slice(0, most)),
    fc.constantFrom('', '.mail > b', mark.slice(0, most), 'x'.repeat(Math.min(most, 100_000))),
  );
}

function numbers(def: Def): fc.Arbitrary<number> {
  const [min, max] = [limit(def, 'greater_than', 'value') ?? -1e9, limit(def, 'less_than', 'value') ?? 1e9];
  return def.format ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
}

/** Values that a schema takes, for the most part: what a refinement refuses is among them. */
export function fromSchema(schema: Schema, mark: string): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  const inner = (one: Schema | undefined) => (one ? fromSchema(one, mark) : fc.constant(undefined));
  switch (def.type) {
    case 'object':
      return fc
        .record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, one]) => [key, inner(one)])))
        .map((value) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)));
    case 'array':
      return fc.array(inner(def.element), {
        minLength: limit(def, 'min_length', 'minimum') ?? 0,
        maxLength: Math.min(limit(def, 'max_length', 'maximum') ?? 5, 5),
      });
    case 'record':
      return fc.dictionary(fc.string(), inner(def.valueType), { maxKeys: 4 });
    case 'union':
      return fc.oneof(...(def.options ?? []).map(inner));
    case 'nullable':
      return fc.option(inner(def.innerType), { nil: null });
    case 'optional':
      return fc.option(inner(def.innerType), { nil: undefined });
    case 'string':
      return texts(def, mark);
    case 'number':
    case 'int':
      return numbers(def);
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'undefined':
      return fc.constant(undefined);
    default:
      throw new Error(`nothing is made of a schema of type ${def.type}`);
  }
}

/** What may stand where something else belongs. */
const junk = (mark: string) =>
  fc.oneof(
    fc.constantFrom<unknown>(
      null,
      undefined,
      Number.NaN,
      1e308,
      -1,
      '',
      [],
      {},
      true,
      `${mark}${'y'.repeat(60_000)}`,
    ),
    fc.constant({ [mark]: mark, toString: mark, constructor: { prototype: mark } }),
    fc.array(fc.constant(mark), { minLength: 101, maxLength: 120 }),
    fc.jsonValue({ maxDepth: 2 }),
  );

type Path = Array<string | number>;
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))];
}

function put(
  value: unknown,
  path: Path,
  change: (parent: Record<string, unknown>, key: string) => void,
): unknown {
  const copy = structuredClone(value);
  const last = path.at(-1);
  let parent = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  if (last !== undefined) change(parent, String(last));
  return copy;
}

/** Nearly what a schema takes: something left out, added, too much of it, or another thing in its place. */
export const nearSchema = (schema: Schema, mark: string): fc.Arbitrary<unknown> =>
  fc
    .tuple(fromSchema(schema, mark), junk(mark), fc.nat(), fc.constantFrom('put', 'leave', 'add'))
    .map(([value, other, at, how]) => {
      const paths = pathsOf(value);
      const path = paths[at % paths.length] ?? [];
      if (path.length === 0) return how === 'leave' ? value : other;
      return put(value, path, (parent, key) => {
        if (how === 'leave') delete parent[key];
        else if (how === 'add') parent[`${key}x`] = other;
        else parent[key] = other;
      });
    });
