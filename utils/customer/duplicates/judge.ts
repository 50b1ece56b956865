import type { NameMatch } from '../names/name-match';
import { type Band, bandOf } from './bands';
import { compareNames, compareRecords, personLevel } from './compare';
import type { Comparison } from './fields';
import { type Population, populationOf } from './frequency';
import type { Model } from './model';
import type { Prepared } from './prepare';
import { type Bits, bitsOf, evidenceOf, mostApart, type Score, saysTwo, score } from './score';

export interface Judged extends Score {
  band: Band;
  found: Comparison;
}

/** Judges pairs by a model. */
export interface Judge {
  population: Population;
  /** Bits for one customer without the prior; −∞ where it is sure early to stay below {@link FLOOR}. */
  evidence(a: Prepared, b: Prepared): number;
  /** The whole judgement, each field weighed. */
  judge(a: Prepared, b: Prepared): Judged;
}

/** No prior is so high that a pair with fewer bits could be proposed. */
export const FLOOR = 10.5;

/** Two people are compared as people; anything with a company as companies. */
export const kindOf = (a: Prepared, b: Prepared): 'person' | 'company' =>
  a.kind === 'person' && b.kind === 'person' ? 'person' : 'company';

/** A judge by all that a model holds. */
export function judgeOf(model: Model): Judge {
  const population = populationOf(model.counts);
  const bits: Record<'person' | 'company', Bits> = {
    company: bitsOf(model.parameters.company, 'company'),
    person: bitsOf(model.parameters.person, 'person'),
  };
  return {
    population,
    evidence: (a, b) => {
      const by = bits[kindOf(a, b)];
      const name = compareNames(a, b, population);
      if (hopeless(a, b, name, by)) return Number.NEGATIVE_INFINITY;
      return evidenceOf(compareRecords(a, b, population, name), by);
    },
    judge: (a, b) => {
      const kind = kindOf(a, b);
      const found = compareRecords(a, b, population);
      const scored = score(found, bits[kind], model.prior);
      return { ...scored, found, band: bandOf(found, scored, kind) };
    },
  };
}

/** Whether the names say that the rest can never speak loud enough: most pairs end here. */
function hopeless(a: Prepared, b: Prepared, name: NameMatch | null, by: Bits): boolean {
  if (name === null) {
    const level = personLevel(a, b);
    if (level === null || !saysTwo({ name: null, region: null, person: level }, 0, by)) return false;
    return mostApart(by.of.person[level], common(a, b), by) < FLOOR;
  }
  if (by.kind === 'person') return false;
  const region = name.place === 'unknown' ? null : name.place;
  if (!saysTwo({ name: name.level, region, person: null }, name.bits, by)) return false;
  const bits = by.of.name[name.level] + name.bits + (region === null ? 0 : by.of.region[region]);
  return mostApart(bits + PERSON_SHARE, common(a, b), by) < FLOOR;
}

/** What speaks for one customer even between two names. */
const common = (a: Prepared, b: Prepared): { code: boolean; birthday: boolean } => ({
  code: a.codes.some((code) => b.codes.includes(code)),
  birthday: a.birthday !== '' && b.birthday !== '',
});

/** What a contact can add to two companies that are told apart by their names. */
const PERSON_SHARE = 2.5;
