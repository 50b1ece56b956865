import { expect, it } from 'vitest';
import type { FailureCase } from '../../../utils/retention/failure';
import type { Defection } from '../../../utils/retention/model';
import { reasonsNamed, whoLeft } from '../../../utils/retention/survey';

type Case = Pick<FailureCase, 'id' | 'tier' | 'stages' | 'defections' | 'yearlyValue'>;
const stage = (name: 'active' | 'lost' | 'won-back') => ({
  ...{ stage: name, from: '2026-01-01', by: 'ledger' as const },
});
const one = (id: string, known: Partial<Case> = {}): Case => ({
  ...{ id, tier: 'ordinary', stages: [stage('active'), stage('lost')], defections: [], yearlyValue: 0 },
  ...known,
});

it('asks who left in silence or by a record, even of a part, and nobody else', () => {
  const partly = one('partly', { stages: [stage('active')], defections: [{} as Defection] });
  const back = one('back', { stages: [stage('lost'), stage('won-back')] });
  const asked = whoLeft([one('silent'), partly, back, one('here', { stages: [stage('active')] })]);
  expect(asked.map(({ id }) => id)).toEqual(['silent', 'partly']);
});

it('core customers first, of a tier who brought most, those without a tier last', () => {
  const cases = [
    one('none', { tier: null, yearlyValue: 9_000 }),
    one('little', { yearlyValue: 10 }),
    one('much', { yearlyValue: 500 }),
    one('core', { tier: 'core' }),
    one('best', { tier: 'best-core' }),
  ];
  expect(whoLeft(cases).map(({ id }) => id)).toEqual(['best', 'core', 'much', 'little', 'none']);
});

it('counts a reason once for each interview that named it', () => {
  const said = (...reasons: string[]) => ({
    ...{ customerId: '', tier: null, answeredAt: 1, reasons, text: '' },
  });
  const asked = [said('closure'), said('complaint', 'closure'), said('complaint'), said(), said('complaint')];
  expect(reasonsNamed({ asked })).toEqual([
    { code: 'complaint', times: 3 },
    { code: 'closure', times: 2 },
  ]);
});
