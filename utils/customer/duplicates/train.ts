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
const LEARN_FROM = 4_000;
/** Pairs looked at for those that can teach. */
const LOOK_AT = 160_000;
/** Records are looked at in strides, so that those looked at come from everywhere; a prime meets each once. */
const STRIDE = 7_919;

/** Learns a model from records; its prior is that of a base in which nothing was compared yet. */
export function* train({ records, counts, blocks, sketches }: Gathered): Generator<void, Model> {
  const population = populationOf(counts);
  const strangers = yield* countStrangers(records, population);
  const samples: Record<'company' | 'person', Comparison[]> = { company: [], person: [] };
  let [taken, looked] = [0, 0];
  for (let at = 0; at < records.length && taken < LEARN_FROM && looked < LOOK_AT; at += 1) {
    const number = (at * STRIDE) % records.length;
    const a = records[number];
    if (!a) continue;
    blocks.partners(number, (other) => {
      looked += 1;
      if (!sketches.mayShare(number, other)) return;
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
function agree(a: Prepared, b: Prepared): boolean {
  for (const { key } of a.emails) for (const other of b.emails) if (key === other.key) return true;
  for (const x of a.phones) for (const y of b.phones) if (samePhone(x, y)) return true;
  for (const code of a.codes) if (b.codes.includes(code)) return true;
  if (a.birthday !== '' && a.birthday === b.birthday) return true;
  for (const x of a.addresses) {
    for (const y of b.addresses)
      if (x.number !== '' && x.number === y.number && compareAddresses(x, y) === 'same') return true;
  }
  return false;
}

const samePhone = (x: string, y: string): boolean =>
  x.charCodeAt(x.length - 1) === y.charCodeAt(y.length - 1) && comparePhones(x, y) === 'same';

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
