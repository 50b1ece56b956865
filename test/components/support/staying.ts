import axe from 'axe-core';
import type { Defection, Guard, Plan, Satisfaction, Wallet } from '../../../utils/retention/model';
import { card, complaint, customer, NOW, unrecorded } from './fixtures';

/** A key account of whom all is recorded that can be: a partial loss, shares, answers, a plan, a check-list, a complaint. */
export const DAY = 86_400_000;
export const TODAY = Math.floor(NOW / DAY);
export const who = customer({ id: 'who', tier: 'core', riskLevel: null, riskReasons: [] });
export const own = (id: string) => ({
  ...{ id, customerId: who.id, createdAt: NOW - DAY, updatedAt: NOW - DAY, deletedAt: null },
});

export const left: Defection = {
  ...own('left'),
  ...{ at: NOW - 30 * DAY, extent: 'partial', whereto: 'switched', reasons: ['competitor'] },
  ...{ competitor: 'Rival Ltd', text: '', page: null, wonBackAt: null },
};
const wallet = (year: number, minor: number): Wallet => ({
  ...own(`wallet-${year}`),
  ...{ fromDate: `${year}-01-01`, toDate: `${year}-12-31`, source: 'visit' },
  ...{ total: { minor, currency: 'USD' }, ours: { minor: 40_000, currency: 'USD' } },
});
const answer = (ago: number, level: Satisfaction['level']): Satisfaction => ({
  ...own(`answer-${ago}`),
  ...{ at: NOW - ago * DAY, level, ratios: { delivery: 0.6 }, text: '', page: null, roundId: null },
});
export const plan: Plan = {
  ...own('plan'),
  ...{ kind: 'prevention', reason: 'competitor', owner: 'Ann', state: 'open', startedAt: NOW - DAY },
  ...{ endedAt: null, outcome: '' },
  measures: [
    { id: 'm1', text: 'Visit', owner: '', dueDate: '2026-12-01', reminderId: null, doneAt: null },
    { id: 'm2', text: 'Offer', owner: '', dueDate: null, reminderId: null, doneAt: NOW },
  ],
};
export const guard: Guard = {
  ...own('guard'),
  checks: { quality: { rating: 2, at: NOW - 9 * DAY, note: 'wet' } },
};

export const recorded = () =>
  card({
    customer: who,
    complaints: [complaint(who.id)],
    retention: {
      ...unrecorded(),
      defections: [left],
      wallets: [wallet(2025, 100_000), wallet(2024, 60_000)],
      satisfactions: [answer(5, 'rather-dissatisfied'), answer(200, 'satisfied')],
      plans: [plan],
      guard,
    },
  });

/** What axe finds in the document, which is no whole page and has no pixels here. */
export async function faults(): Promise<string[]> {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}
