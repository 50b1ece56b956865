import type { CompanyName } from '../names/company';
import { learnNames } from '../names/info';
import { type Band, bandOf } from './bands';
import { candidatePairs } from './blocking';
import { compareRecords, type Population } from './compare';
import type { Comparison, Parameters } from './fields';
import { countValues } from './frequency';
import { learn } from './learn';
import type { Prepared } from './prepare';
import { type Score, score } from './score';
import { countStrangers } from './strangers';
import { COMPANY_START, PERSON_START } from './weights';

/** All that was learned from the records at hand, ready to judge any pair of them or a new record against them. */
export interface Judge {
  judge(a: Prepared, b: Prepared): Judged;
}

export interface Judged extends Score {
  band: Band;
  found: Comparison;
}

/** Share of records that have a duplicate, before any is seen. */
const DUPLICATE_RATE = 0.3;
/** As if at least this many records were there: two rows alike in a short list are no more likely one. */
const LEAST_RECORDS = 1_000;
/** Pairs to learn from; more change nothing. */
const LEARN_FROM = 20_000;

/** Learns from distinct records and their candidate pairs (see {@link candidatePairs}). */
export function judgeOf(records: readonly Prepared[], pairs: Float64Array): Judge {
  const population: Population = {
    info: learnNames(distinctNames(records)),
    frequencies: countValues(records),
  };
  const prior = Math.log2(DUPLICATE_RATE / Math.max(records.length, LEAST_RECORDS));
  const parameters = {
    company: countStrangers(records, population, COMPANY_START),
    person: countStrangers(records, population, PERSON_START),
  };
  const samples = sample(records, pairs, population);
  parameters.company = learn(samples.company, parameters.company, 'company');
  parameters.person = learn(samples.person, parameters.person, 'person');
  return {
    judge: (a, b) => {
      const found = compareRecords(a, b, population);
      const kind = kindOf(a, b);
      const scored = score(found, parameters[kind] as Parameters, prior, kind);
      return { ...scored, found, band: bandOf(found, scored, kind) };
    },
  };
}

/** Two people are compared as people; anything with a company as companies. */
export const kindOf = (a: Prepared, b: Prepared): 'person' | 'company' =>
  a.kind === 'person' && b.kind === 'person' ? 'person' : 'company';

function distinctNames(records: readonly Prepared[]): CompanyName[] {
  const names = new Map<string, CompanyName>();
  for (const record of records) {
    for (const name of record.companies) if (!names.has(name.core)) names.set(name.core, name);
  }
  return [...names.values()];
}

/** Candidate pairs to learn from, evenly over all of them. */
function sample(
  records: readonly Prepared[],
  pairs: Float64Array,
  population: Population,
): { company: Comparison[]; person: Comparison[] } {
  const out = { company: [] as Comparison[], person: [] as Comparison[] };
  const step = Math.max(1, Math.floor(pairs.length / LEARN_FROM));
  for (let at = 0; at < pairs.length; at += step) {
    const pair = pairs[at] ?? 0;
    const a = records[Math.floor(pair / records.length)];
    const b = records[pair % records.length];
    if (a && b) out[kindOf(a, b)].push(compareRecords(a, b, population));
  }
  return out;
}
