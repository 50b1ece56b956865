import * as z from 'zod/mini';
import type { Counts } from './counts';
import { FIELDS, type Parameters } from './fields';
import { COMPANY_START, PERSON_START } from './weights';

/** All that was learned from a base of records: enough to judge a new record against old ones. Holds no customer's data. */
export interface Model {
  counts: Counts;
  parameters: { company: Parameters; person: Parameters };
  /** log2 of the odds that two records drawn at random are one customer. */
  prior: number;
  /** Records it was learned from. */
  records: number;
}

/** Pairs that are one customer among this many records before any were seen. */
export const SEEN_RECORDS = 1_000;
export const SEEN_PAIRS = 100;

/** log2 of the odds for `same` pairs that are one customer among `records`. */
export const priorOf = (same: number, records: number): number =>
  Math.log2((SEEN_PAIRS + Math.min(same, records)) / ((records + SEEN_RECORDS) ** 2 / 2));

/** The model before anything was learned: for the first records of a new base. */
export const untrained = (): Model => ({
  counts: { people: 0, pieces: 0, seen: new Map() },
  parameters: { company: COMPANY_START, person: PERSON_START },
  prior: priorOf(0, 0),
  records: 0,
});

const share = z.number().check(z.gt(0), z.lte(1));
const shares = z.record(z.string(), share);
const parameters = z.object({
  households: z.boolean(),
  ...Object.fromEntries(FIELDS.map((field) => [field, z.object({ m: shares, u: shares })])),
});
const count = z.number().check(z.int(), z.gte(0));

/** A model as it is stored: plain JSON. `seen` holds hash and count by turns. */
export const storedModel = z.object({
  version: z.literal(1),
  records: count,
  prior: z.number(),
  people: count,
  pieces: count,
  seen: z.array(count),
  company: parameters,
  person: parameters,
});
export type StoredModel = z.infer<typeof storedModel>;

/** The model as plain JSON, at most {@link MOST_KEPT} counts: the largest ones, which change a judgement most. */
export function storeModel(model: Model): StoredModel {
  const seen = [...model.counts.seen].sort(([x, a], [y, b]) => b - a || x - y).slice(0, MOST_KEPT);
  return {
    version: 1,
    records: model.records,
    prior: model.prior,
    people: model.counts.people,
    pieces: model.counts.pieces,
    seen: seen.flat(),
    ...(structuredCloneOf(model.parameters) as Pick<StoredModel, 'company' | 'person'>),
  };
}

const MOST_KEPT = 50_000;

/** Reads a stored model; null where it is none, is of another version or lacks a level: learn anew then. */
export function loadModel(stored: unknown): Model | null {
  const read = storedModel.safeParse(stored);
  if (!read.success) return null;
  const { company, person, seen, people, pieces, prior, records } = read.data;
  if (!complete(company, COMPANY_START) || !complete(person, PERSON_START)) return null;
  const counts = new Map<number, number>();
  for (let at = 0; at + 1 < seen.length; at += 2) counts.set(seen[at] ?? 0, seen[at + 1] ?? 0);
  return { counts: { people, pieces, seen: counts }, parameters: { company, person }, prior, records };
}

/** Whether every level of every field that starts with a share has one. */
function complete(found: object, start: Parameters): found is Parameters {
  const levels = found as Record<string, { m: Record<string, number>; u: Record<string, number> }>;
  return FIELDS.every((field) => {
    const has = levels[field];
    return (
      has !== undefined &&
      Object.keys(start[field].m).every((level) => has.m[level] !== undefined) &&
      Object.keys(start[field].u).every((level) => has.u[level] !== undefined)
    );
  });
}

const structuredCloneOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
