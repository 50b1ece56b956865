import { describe, expect, it } from 'vitest';
import {
  candidatesFor,
  type DuplicateRecord,
  DuplicateSearch,
  emptyRecord,
  findAll,
  loadModel,
  memoryIndex,
  storeModel,
  untrained,
} from '../../../../utils/customer/duplicates';
import { inventedCustomers } from '../../../bench/customers';
import { company, person } from './records';

const invented = (count: number, seed: number) => {
  const { rows, same } = inventedCustomers(count, seed);
  const records = rows.map(
    (row): DuplicateRecord => ({
      ...emptyRecord(row.id),
      kind: row.company === '' ? 'person' : 'company',
      companies: row.company === '' ? [] : [row.company],
      people: [row.contact],
      codes: [row.code],
      emails: [row.email],
      phones: [row.phone],
      addresses: [{ text: row.address, locality: row.city }],
    }),
  );
  return { records, same: same.map((pair) => pair.join(' ')) };
};
const { records, same } = invented(600, 41);
const whole = findAll(records);
/** A clock that says at each look that a slice is over. */
const impatient = () => {
  let time = 0;
  return { sliceMs: 1, now: () => (time += 2) };
};

describe('a search over a base that nobody tuned it to', () => {
  it('finds nearly all that was entered twice, and little else', () => {
    const found = new Set(whole.proposals.map(({ id1, id2 }) => `${id1} ${id2}`));
    const hits = same.filter((pair) => found.has(pair)).length;
    expect(hits / same.length).toBeGreaterThan(0.95);
    expect(hits / found.size).toBeGreaterThan(0.93);
  });

  it('finds the same in slices, and says how far it is', () => {
    const search = new DuplicateSearch(impatient());
    for (const record of records) search.add(record);
    const run = search.run();
    const phases = new Set<string>();
    let step = run.next();
    for (; !step.done; step = run.next()) {
      phases.add(step.value.phase);
      expect(step.value.done).toBeLessThanOrEqual(step.value.total);
    }
    expect([...phases]).toEqual(['prepare', 'learn', 'compare']);
    expect(step.value.proposals).toEqual(whole.proposals);
  });

  it('goes on from a checkpoint that was kept as JSON, and begins anew over other records', () => {
    const first = new DuplicateSearch(impatient());
    for (const record of records) first.add(record);
    let kept = '';
    for (const { phase, done, total } of first.run()) {
      if (phase === 'compare' && done > total / 2) {
        kept = JSON.stringify(first.checkpoint());
        break;
      }
    }
    const resume = JSON.parse(kept);
    expect(resume.next).toBeGreaterThan(200);
    expect(findAll(records, { resume }).proposals).toEqual(whole.proposals);
    const fewer = records.slice(1);
    expect(findAll(fewer, { resume }).proposals).toEqual(findAll(fewer).proposals);
  });

  it('leaves out what a person said is not the same', () => {
    const [first] = whole.proposals;
    const notSame = (id1: string, id2: string) => id1 === first?.id1 && id2 === first?.id2;
    expect(findAll(records, { notSame }).proposals).toHaveLength(whole.proposals.length - 1);
  });
});

describe('a model', () => {
  it('is kept as JSON and judges alike when it is read back', async () => {
    const kept = loadModel(JSON.parse(JSON.stringify(storeModel(whole.model))));
    expect(kept).not.toBeNull();
    const index = memoryIndex(records);
    const one = records.find(({ id }) => id === whole.proposals[0]?.id1);
    if (!one || !kept) throw new Error('nothing was found');
    expect(await candidatesFor(one, index, kept)).toEqual(await candidatesFor(one, index, whole.model));
  });

  it('holds nothing that a customer could be known by', () => {
    expect(JSON.stringify(storeModel(whole.model))).not.toMatch(/@|\p{Script=Han}|example/u);
  });

  it('is not read from what is none, of another version or not whole', () => {
    const stored = storeModel(untrained());
    expect(loadModel(stored)).not.toBeNull();
    for (const bad of [null, {}, 'text', { ...stored, version: 2 }, { ...stored, company: {} }])
      expect(loadModel(bad)).toBeNull();
  });
});

describe('one new record', () => {
  const index = memoryIndex([
    company('same', '杭州汀海智能装备股份有限公司', { phones: ['0571-55501420'] }),
    company('branch', '杭州汀海智能装备股份有限公司大连分公司', { phones: ['0571-55501420'] }),
    company('other', '杭州澄穹食品有限公司', { phones: ['0571-55501999'] }),
    person('wife', '卢思远', { phones: ['13900000177'] }),
  ]);

  it('meets what is the same first, then what is related, and not itself', async () => {
    const record = company('new', '汀海智能装备', { phones: ['+86 571 5550 1420'] });
    index.add(record);
    const found = await candidatesFor(record, index, untrained());
    expect(found.map(({ id, relation }) => `${id} ${relation}`)).toEqual(['same duplicate', 'branch branch']);
  });

  it('of a family is told apart from the other member', async () => {
    const found = await candidatesFor(
      person('new', '卢乙萍', { phones: ['13900000177'] }),
      index,
      untrained(),
    );
    expect(found).toMatchObject([{ id: 'wife', relation: 'family', band: 'none' }]);
  });

  it('without anything in it meets nobody', async () => {
    expect(await candidatesFor(emptyRecord('new'), index, untrained())).toEqual([]);
  });
});
