import type { Comparison, Field, Parameters } from './fields';

/** What a field adds to the case, in bits: above 0 for one customer, below for two. */
export interface Weight {
  field: Field;
  level: string;
  bits: number;
}

export interface Score {
  /** Probability 0..1 that both are one customer. */
  score: number;
  /** Sum of the weights and the prior, in bits. */
  total: number;
  /** One entry a field that says anything, in the order of {@link FIELDS}. */
  weights: Weight[];
}

/** No one agreement is proof, and no one difference disproof: more bits than this are not counted. */
const MOST = 22;
const PERSON_MOST = 13;
/** What a shared phone, address or box still says between two names that differ. */
const EXPLAINED = 2.5;
/** What a common door says more in a file where strangers do not share doors. */
const ALONE: Record<string, number> = { same: 6, near: 3 };

/**
 * Adds up the evidence (Fellegi & Sunter 1969): log2(m/u) of each field's level; for names the bits of what they
 * share stand for 1/u (Winkler 1989: rare values weigh more). `prior` is log2 of the odds before any evidence.
 */
export function score(
  found: Comparison,
  parameters: Parameters,
  prior: number,
  kind: 'person' | 'company',
): Score {
  const weights: Weight[] = [];
  const add = (field: Field, bits: number) => {
    const level = found.levels[field];
    if (level !== null) weights.push({ field, level, bits: Math.min(bits, MOST) });
  };
  add('name', nameWeight(found, parameters));
  add('region', fieldWeight('region', found, parameters));
  add('person', personWeight(found, parameters, kind));
  for (const field of ['code', 'email', 'phone', 'address'] as const) {
    const alone =
      field === 'address' && !parameters.households ? (ALONE[found.levels.address ?? ''] ?? 0) : 0;
    add(field, fieldWeight(field, found, parameters) - found.shared[field] + alone);
  }
  add('birthday', fieldWeight('birthday', found, parameters));
  explainAway(weights, found, kind, parameters.households);
  const total = weights.reduce((sum, weight) => sum + weight.bits, prior);
  return { score: 1 / (1 + 2 ** -total), total, weights };
}

function nameWeight(found: Comparison, parameters: Parameters): number {
  const level = found.levels.name;
  return level === null ? 0 : Math.log2(parameters.name.m[level]) + found.nameBits;
}

function personWeight(found: Comparison, parameters: Parameters, kind: 'person' | 'company'): number {
  const level = found.levels.person;
  if (level === null) return 0;
  const { m, u } = parameters.person;
  if (level === 'different' || level === 'family') {
    const bits = Math.log2(m[level] / (u[level] ?? 1));
    return kind === 'person' && parameters.households ? Math.min(bits, -6) : bits;
  }
  return Math.min(Math.log2(m[level]) + found.personBits, kind === 'person' ? MOST : PERSON_MOST);
}

function fieldWeight(field: Field, found: Comparison, parameters: Parameters): number {
  const level = found.levels[field];
  if (level === null) return 0;
  const { m, u } = parameters[field] as { m: Record<string, number>; u: Record<string, number> };
  return Math.log2((m[level] ?? 0.5) / (u[level] ?? 0.5));
}

/**
 * Two people of one household share phone and address, two clients of one agent share its box, two firms in one
 * house share the house: once the names say that they are two, what they share is explained and counts no more.
 */
function explainAway(
  weights: Weight[],
  found: Comparison,
  kind: 'person' | 'company',
  households: boolean,
): void {
  const { name, person, region } = found.levels;
  const two =
    kind === 'company'
      ? name === 'different' || region === 'conflict' || (name === 'unclear' && found.nameBits < 4)
      : (person === 'different' || person === 'family') && households;
  if (!two) return;
  for (const weight of weights) {
    const shareable = weight.field === 'phone' || weight.field === 'address' || weight.field === 'email';
    const contact = kind === 'company' && weight.field === 'person';
    if ((shareable || contact) && weight.bits > EXPLAINED) weight.bits = EXPLAINED;
  }
}
