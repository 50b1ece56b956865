import { compareRecords, type Population } from './compare';
import { FIELDS, type Field, type Parameters, type Shares } from './fields';
import type { Prepared } from './prepare';

const SAMPLE = 4_000;
const STRENGTH = 2_000;
const LEAST = 1_000;

/**
 * Counts how often strangers agree: pairs drawn at random are almost never one customer. The draw is the same each
 * time, and the starting values count as {@link STRENGTH} pairs, so that a level never seen keeps its share.
 */
export function countStrangers(
  records: readonly Prepared[],
  population: Population,
  start: Parameters,
): Parameters {
  // in a short list two rows drawn at random are one customer too often to stand for strangers
  if (records.length < LEAST) return start;
  const draw = generator();
  const seen = new Map<string, number>();
  const totals = new Map<Field, number>();
  const size = records.length;
  for (let index = 0; index < SAMPLE; index += 1) {
    const a = records[Math.floor(draw() * size)];
    const b = records[Math.floor(draw() * size)];
    if (!a || !b || a === b) continue;
    const { levels } = compareRecords(a, b, population);
    for (const field of FIELDS) {
      const level = levels[field];
      if (level === null) continue;
      seen.set(`${field} ${level}`, (seen.get(`${field} ${level}`) ?? 0) + 1);
      totals.set(field, (totals.get(field) ?? 0) + 1);
    }
  }
  const next = {} as Record<Field, { m: object; u: Record<string, number> }>;
  for (const field of FIELDS) {
    const u: Record<string, number> = {};
    for (const [level, share] of Object.entries(start[field].u as Record<string, number>)) {
      const count = seen.get(`${field} ${level}`) ?? 0;
      u[level] = (count + STRENGTH * share) / ((totals.get(field) ?? 0) + STRENGTH);
    }
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
