import { type Comparison, FIELDS, type Field, type Levels, type Parameters } from './fields';

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

/** Bits that each level of each field adds: log2(m/u); for names log2(m) alone, their own bits stand for 1/u. */
export interface Bits {
  kind: 'person' | 'company';
  households: boolean;
  of: { [F in Field]: Record<Levels[F], number> };
}

/** No one agreement is proof, and no one difference disproof: more bits than this are not counted. */
const MOST = 22;
const PERSON_MOST = 13;
/** What a shared phone, address or box still says between two names that differ. */
const EXPLAINED = 2.5;
/** What a common door says more in a file where strangers do not share doors. */
const ALONE: Partial<Record<Levels['address'], number>> = { same: 6, near: 3 };

/** The bits of parameters, so that a comparison only looks them up. */
export function bitsOf(parameters: Parameters, kind: 'person' | 'company'): Bits {
  const { households } = parameters;
  const of = {} as Record<Field, Record<string, number>>;
  for (const field of FIELDS) {
    const { m, u } = parameters[field] as { m: Record<string, number>; u: Record<string, number> };
    of[field] = {};
    for (const [level, share] of Object.entries(m)) {
      const own = field === 'name' || (field === 'person' && level !== 'different' && level !== 'family');
      const chance = own ? 1 : (u[level] ?? 0.5);
      of[field][level] = Math.log2(share / chance);
    }
  }
  const { person, address } = of;
  for (const level of ['different', 'family'])
    if (kind === 'person' && households) person[level] = Math.min(person[level] ?? 0, -6);
  for (const [level, more] of Object.entries(ALONE))
    if (!households) address[level] = (address[level] ?? 0) + more;
  return { kind, households, of: of as Bits['of'] };
}

const weights = new Float64Array(FIELDS.length);
const [NAME, REGION, PERSON, CODE, EMAIL, PHONE, ADDRESS, BIRTHDAY] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/**
 * Adds up the evidence (Fellegi & Sunter 1969) without the prior: the bits of each field's level; for names the bits
 * of what they share stand for 1/u (Winkler 1989: rare values weigh more). Leaves each field's share in `weights`.
 */
export function evidenceOf({ levels, shared, nameBits, personBits }: Comparison, bits: Bits): number {
  const { of } = bits;
  weights[NAME] = levels.name === null ? 0 : of.name[levels.name] + nameBits;
  weights[REGION] = levels.region === null ? 0 : of.region[levels.region];
  weights[PERSON] = levels.person === null ? 0 : personWeight(levels.person, personBits, bits);
  weights[CODE] = levels.code === null ? 0 : of.code[levels.code] - shared.code;
  weights[EMAIL] = levels.email === null ? 0 : of.email[levels.email] - shared.email;
  weights[PHONE] = levels.phone === null ? 0 : of.phone[levels.phone] - shared.phone;
  weights[ADDRESS] = levels.address === null ? 0 : of.address[levels.address] - shared.address;
  weights[BIRTHDAY] = levels.birthday === null ? 0 : of.birthday[levels.birthday];
  const apart = saysTwo(levels, nameBits, bits);
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const shareable =
      at === EMAIL || at === PHONE || at === ADDRESS || (at === PERSON && bits.kind === 'company');
    const value = Math.min(weights[at] ?? 0, apart && shareable ? EXPLAINED : MOST);
    weights[at] = value;
    sum += value;
  }
  return sum;
}

function personWeight(level: Levels['person'], personBits: number, { of, kind }: Bits): number {
  if (level === 'different' || level === 'family') return of.person[level];
  // the chance of the level among strangers is the name's own
  return Math.min(of.person[level] + personBits, kind === 'person' ? MOST : PERSON_MOST);
}

/**
 * Two people of one household share phone and address, two clients of one agent share its box, two firms in one
 * house share the house: once the names say that they are two, what they share is explained and counts no more.
 */
export function saysTwo(
  { name, person, region }: Pick<Comparison['levels'], 'name' | 'person' | 'region'>,
  nameBits: number,
  { kind, households }: Bits,
): boolean {
  return kind === 'company'
    ? name === 'different' ||
        region === 'conflict' ||
        (name === 'unclear' && nameBits < 4) ||
        // names in two scripts tell nothing: other people there make it two firms in one house
        (name === null && person === 'different')
    : (person === 'different' || person === 'family') && households;
}

/** The most that two records whose names say that they are two can come to, given what else they may share. */
export function mostApart(names: number, common: { code: boolean; birthday: boolean }, { of }: Bits): number {
  return names + 3 * EXPLAINED + (common.code ? of.code.same : 0) + (common.birthday ? of.birthday.same : 0);
}

/** The whole score of a pair with the weight of each field. `prior` is log2 of the odds before any evidence. */
export function score(found: Comparison, bits: Bits, prior: number): Score {
  const total = evidenceOf(found, bits) + prior;
  const each: Weight[] = [];
  FIELDS.forEach((field, at) => {
    const level = found.levels[field];
    if (level !== null) each.push({ field, level, bits: weights[at] ?? 0 });
  });
  return { score: 1 / (1 + 2 ** -total), total, weights: each };
}
