import { compareAddresses } from './address';
import { compareRecords } from './compare';
import type { Comparison } from './fields';
import { populationOf } from './frequency';
import type { Gathered } from './gather';
import { kindOf } from './judge';
import { learn } from './learn';
import { type Model, priorOf } from './model';
import { comparePhones } from './phone';
import type { Prepared } from './prepare';
import { countStrangers, withStrangers } from './strangers';
import { COMPANY_START, PERSON_START } from './weights';

/** Pairs to learn from; more change nothing. */
const LEARN_FROM = 6_000;
/** Records are looked at in strides, so that those looked at come from everywhere; a prime meets each once. */
const STRIDE = 7_919;

/** Learns a model from records; its prior is that of a base in which nothing was compared yet. */
export function* train({ records, counts, blocks }: Gathered): Generator<void, Model> {
  const population = populationOf(counts);
  const strangers = yield* countStrangers(records, population);
  const samples: Record<'company' | 'person', Comparison[]> = { company: [], person: [] };
  let taken = 0;
  for (let at = 0; at < records.length && taken < LEARN_FROM; at += 1) {
    const number = (at * STRIDE) % records.length;
    const a = records[number];
    if (!a) continue;
    blocks.partners(number, (other) => {
      const b = records[other];
      if (!b || !agree(a, b)) return;
      samples[kindOf(a, b)].push(compareRecords(a, b, population));
      taken += 1;
    });
    yield;
  }
  const company = learn(samples.company, withStrangers(COMPANY_START, strangers), 'company');
  yield;
  const person = learn(samples.person, withStrangers(PERSON_START, strangers), 'person');
  return {
    counts,
    parameters: { company, person },
    prior: priorOf(0, records.length),
    records: records.length,
  };
}

/** Whether two records agree on a value of a field that blocks are made of to learn from ({@link learn}). */
const agree = (a: Prepared, b: Prepared): boolean =>
  a.emails.some(({ key }) => b.emails.some((other) => other.key === key)) ||
  a.phones.some((digits) => b.phones.some((other) => comparePhones(digits, other) === 'same')) ||
  a.codes.some((code) => b.codes.includes(code)) ||
  (a.birthday !== '' && a.birthday === b.birthday) ||
  a.addresses.some((address) => b.addresses.some((other) => compareAddresses(address, other) === 'same'));

/** The prior by expectation maximisation over the evidence of the likely pairs: `[a, b, bits]` by turns. */
export function learnPrior(likely: readonly number[], records: number): number {
  let prior = priorOf(0.2 * records, records);
  for (let round = 0; round < ROUNDS; round += 1) {
    let same = 0;
    for (let at = 2; at < likely.length; at += 3) same += 1 / (1 + 2 ** -((likely[at] ?? 0) + prior));
    prior = priorOf(same, records);
  }
  return prior;
}

const ROUNDS = 8;
