import { type CompanyName, tradeKey } from '../names/company';
import { learnNames } from '../names/info';
import { type Band, bandOf } from './bands';
import { compareRecords, type Population } from './compare';
import type { Comparison } from './fields';
import { countValues } from './frequency';
import { learn } from './learn';
import type { Prepared } from './prepare';
import { type Score, score } from './score';
import { countStrangers } from './strangers';
import { COMPANY_START, PERSON_START } from './weights';

/** All that was learned from the records at hand, ready to judge any pair of them or a new record against them. */
export interface Judge {
  /** log2 of the odds that two records drawn at random are one customer. */
  prior: number;
  /** Bits for or against one customer, without the prior. */
  evidence(a: Prepared, b: Prepared): number;
  judge(a: Prepared, b: Prepared): Judged;
}

export interface Judged extends Score {
  band: Band;
  found: Comparison;
}

/** Pairs to learn from; more change nothing. */
const LEARN_FROM = 20_000;

/** Learns from distinct records and their candidate pairs (see `candidatePairs`); the evidence of each pair is kept. */
export function judgeOf(
  records: readonly Prepared[],
  pairs: Float64Array,
): { judge: Judge; evidence: Float64Array } {
  const population: Population = {
    info: learnNames(distinctNames(records)),
    frequencies: countValues(records),
  };
  const parameters = {
    company: countStrangers(records, population, COMPANY_START),
    person: countStrangers(records, population, PERSON_START),
  };
  const samples = sample(records, pairs, population);
  parameters.company = learn(samples.company, parameters.company, 'company');
  parameters.person = learn(samples.person, parameters.person, 'person');
  const judge: Judge = {
    prior: 0,
    evidence: (a, b) => {
      const kind = kindOf(a, b);
      return score(compareRecords(a, b, population), parameters[kind], 0, kind).total;
    },
    judge: (a, b) => {
      const found = compareRecords(a, b, population);
      const kind = kindOf(a, b);
      const scored = score(found, parameters[kind], judge.prior, kind);
      return { ...scored, found, band: bandOf(found, scored, kind) };
    },
  };
  const evidence = pairs.map((pair) => {
    const a = records[Math.floor(pair / records.length)];
    const b = records[pair % records.length];
    return a && b ? judge.evidence(a, b) : Number.NEGATIVE_INFINITY;
  });
  judge.prior = learnPrior(evidence, records.length);
  return { judge, evidence };
}

/** As if this many records had been seen already, with this many pairs among them that are one customer. */
const SEEN_RECORDS = 1_000;
const SEEN_PAIRS = 100;

/** The share of all pairs that are one customer, by expectation maximisation over the evidence. */
function learnPrior(evidence: Float64Array, size: number): number {
  const all = (size + SEEN_RECORDS) ** 2 / 2;
  let prior = Math.log2((SEEN_PAIRS + 0.2 * size) / all);
  for (let round = 0; round < 8; round += 1) {
    let same = 0;
    for (const bits of evidence) same += 1 / (1 + 2 ** -(bits + prior));
    prior = Math.log2((SEEN_PAIRS + Math.min(same, size)) / all);
  }
  return prior;
}

/** Two people are compared as people; anything with a company as companies. */
export const kindOf = (a: Prepared, b: Prepared): 'person' | 'company' =>
  a.kind === 'person' && b.kind === 'person' ? 'person' : 'company';

/** One name of each trade name: a company entered five times must not make its own name look common. */
function distinctNames(records: readonly Prepared[]): CompanyName[] {
  const names = new Map<string, CompanyName>();
  for (const record of records) {
    for (const name of record.companies) {
      const key = tradeKey(name);
      if (!names.has(key)) names.set(key, name);
    }
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
