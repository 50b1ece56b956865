import { type Comparison, FIELDS, type Field, type Parameters, type Shares } from './fields';
import { bitsOf, evidenceOf } from './score';

/** A starting value counts as much as this many pairs seen: a small file moves it little. */
const STRENGTH = 60;
const ROUNDS = 12;
/** Evidence against may be learned to be stronger than it starts, weaker only by this factor. */
const SLACK = 2;

/** What speaks against one customer: a file with many wrong pairs must not teach that it does not. */
const AGAINST: Partial<Record<Field, readonly string[]>> = {
  name: ['different', 'unclear'],
  region: ['conflict'],
  person: ['different', 'family'],
  birthday: ['different'],
};

/** Fields whose agreement makes a block to learn from. */
const KEYS = ['email', 'phone', 'code', 'address', 'birthday'] as const;

/**
 * Learns the share of each level among true pairs by expectation maximisation (Dempster, Laird & Rubin 1977) on
 * blocks of pairs that agree exactly on one field (e-mail, phone, code, address): within a block the field itself
 * says nothing, so it is left out there (as Splink does), and most pairs are one customer, so that the others show what
 * agreement looks like. The shares among strangers (u) are counted beforehand and stay.
 */
export function learn(
  pairs: readonly Comparison[],
  start: Parameters,
  kind: 'person' | 'company',
): Parameters {
  const blocks = KEYS.flatMap((own) =>
    pairs
      .filter((pair) => pair.levels[own] === 'same')
      .map((pair) => ({ ...pair, levels: { ...pair.levels, [own]: null } })),
  );
  const from = { ...start, households: haveHouseholds(pairs) };
  let parameters = from;
  for (let round = 0; round < ROUNDS; round += 1)
    parameters = maximised(expected(blocks, parameters, kind), from);
  return parameters;
}

/**
 * Whether pairs at one door that share only the family name are families. In a file whose names are often mistaken the
 * given name alone agrees about as often as the family name alone; in a household it hardly ever does.
 */
function haveHouseholds(pairs: readonly Comparison[]): boolean {
  const at = (level: string) =>
    pairs.filter(
      ({ levels }) => levels.person === level && (levels.address === 'same' || levels.phone === 'same'),
    ).length;
  return at('given') < HOUSEHOLD_SHARE * (at('family') + HOUSEHOLDS_SEEN);
}

const HOUSEHOLD_SHARE = 0.4;
/** As if this many families had been seen: few pairs show nothing. */
const HOUSEHOLDS_SEEN = 25;

type Seen = Record<Field, Record<string, number>>;

/** Expectation: each pair counts by its probability to be one customer; within a block that is as likely as two. */
function expected(blocks: readonly Comparison[], parameters: Parameters, kind: 'person' | 'company'): Seen {
  const bits = bitsOf(parameters, kind);
  const seen = Object.fromEntries(FIELDS.map((field) => [field, {}])) as Seen;
  for (const pair of blocks) {
    const share = 1 / (1 + 2 ** -evidenceOf(pair, bits));
    for (const field of FIELDS) {
      const level = pair.levels[field];
      if (level !== null) seen[field][level] = (seen[field][level] ?? 0) + share;
    }
  }
  return seen;
}

/** Maximisation: shares of the counts, the start counted in. */
function maximised(seen: Seen, start: Parameters): Parameters {
  const next = {} as Record<Field, { m: Record<string, number>; u: object }>;
  for (const field of FIELDS) {
    const before = start[field].m as Record<string, number>;
    const total = Object.values(seen[field]).reduce((sum, value) => sum + value, 0);
    const m: Record<string, number> = {};
    for (const [level, share] of Object.entries(before)) {
      const learned = ((seen[field][level] ?? 0) + STRENGTH * share) / (total + STRENGTH);
      const against = (start.households || field !== 'person') && (AGAINST[field]?.includes(level) ?? false);
      m[level] = against ? Math.min(learned, share * SLACK) : learned;
    }
    // where either part is often mistaken both are now and then: a block that leaves only names cannot show it
    if (field === 'person' && !start.households)
      m.different = Math.max(m.different ?? 0, (m.family ?? 0) * (m.given ?? 0));
    next[field] = { m, u: start[field].u };
  }
  return { ...(next as unknown as Shares), households: start.households };
}
