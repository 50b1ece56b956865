import { expect, it } from 'vitest';
import { throughOthers } from '../../../../utils/customer/duplicates/through';

const pair = (a: number, b: number, score: number, namesOnly = false) => ({
  a,
  b,
  score,
  namesOnly,
  evidence: 0,
});
const grown = [pair(1, 3, 0.2)];

it('two records that have grown apart are one where both are surely one with a third', () => {
  const [found, ...more] = throughOthers([pair(1, 2, 0.95), pair(2, 3, 0.98)], grown);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ a: 1, b: 3 });
  expect(found?.score).toBeCloseTo(0.95 * 0.98);
});

it.each([
  ['one link alone', [pair(1, 2, 0.99)]],
  ['a link that is not sure', [pair(1, 2, 0.99), pair(2, 3, 0.7)]],
  ['a link by name alone', [pair(1, 2, 0.99), pair(2, 3, 0.99, true)]],
  ['links to two others', [pair(1, 2, 0.99), pair(3, 4, 0.99)]],
])('%s carries nothing', (_, sure) => {
  expect(throughOthers(sure, grown)).toEqual([]);
});
