import { compareRecords } from './compare';
import { FIELDS, type Field, type Parameters, type Shares } from './fields';
import type { Population } from './frequency';
import type { Prepared } from './prepare';
import { bitsOf, evidenceOf } from './score';
import { COMPANY_START, PERSON_START } from './weights';

const SAMPLE = 4_000;
const STRENGTH = 2_000;
const LEAST = 1_000;
/** Bits that strangers do not come to. */
const ONE_CUSTOMER = 10;

/** How often strangers stood at each level of each field. */
export type Strangers = Record<Field, Record<string, number>>;

/**
 * Counts how often strangers agree: pairs drawn at random are almost never one customer. The draw is the same each
 * time. Yields now and then, so that it can be done in slices.
 */
export function* countStrangers(records: readonly Prepared[], all: Population): Generator<void, Strangers> {
  const seen = Object.fromEntries(FIELDS.map((field) => [field, {}])) as Strangers;
  // in a short list two rows drawn at random are one customer too often to stand for strangers
  if (records.length < LEAST) return seen;
  const draw = generator();
  const [person, company] = [bitsOf(PERSON_START, 'person'), bitsOf(COMPANY_START, 'company')];
  const size = records.length;
  for (let index = 0; index < SAMPLE; index += 1) {
    if (index % 64 === 0) yield;
    const a = records[Math.floor(draw() * size)];
    const b = records[Math.floor(draw() * size)];
    if (!a || !b || a === b) continue;
    const found = compareRecords(a, b, all);
    // where many are entered often, two drawn at random may be one customer after all
    if (evidenceOf(found, a.kind === 'person' && b.kind === 'person' ? person : company) > ONE_CUSTOMER)
      continue;
    const { levels } = found;
    for (const field of FIELDS) {
      const level = levels[field];
      if (level !== null) seen[field][level] = (seen[field][level] ?? 0) + 1;
    }
  }
  return seen;
}

/** The starting shares with those of strangers as counted; they count as {@link STRENGTH} pairs, so that a level never seen keeps its share. */
export function withStrangers(start: Parameters, seen: Strangers): Parameters {
  const next = {} as Record<Field, { m: object; u: Record<string, number> }>;
  for (const field of FIELDS) {
    const u: Record<string, number> = {};
    const total = Object.values(seen[field]).reduce((sum, count) => sum + count, 0);
    for (const [level, share] of Object.entries(start[field].u as Record<string, number>))
      u[level] = ((seen[field][level] ?? 0) + STRENGTH * share) / (total + STRENGTH);
    next[field] = { m: start[field].m, u };
  }
  return { ...(next as unknown as Shares), households: start.households };
}

/** Numbers 0..1 that are the same in every run (Lehmer 1951, minimal standard). */
function generator(): () => number {
  let state = 20_111;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
