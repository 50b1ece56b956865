import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../utils/customer/model';
import { type RetentionFacts, warn } from '../../../utils/retention/early-warning';
import type { Satisfaction, Wallet } from '../../../utils/retention/model';
import { rhythmCurve } from '../../../utils/retention/rhythm';
import { dateOfDay } from '../../../utils/value/days';
import { gamma, random } from '../value/simulate';

const DAY = 86_400_000;
const TODAY = 20_800;
const NOW = TODAY * DAY + DAY / 2;
const stamps = { createdAt: 0, updatedAt: 0, deletedAt: null };
let count = 0;
const id = () => `019a0000-0000-7000-8000-${String(++count).padStart(12, '0')}`;
const customerId = id();

const facts = (over: Partial<RetentionFacts> = {}): RetentionFacts => ({
  now: NOW,
  today: TODAY,
  summary: null,
  purchase: null,
  curve: null,
  wallets: [],
  complaints: [],
  satisfactions: [],
  lastContactAt: NOW,
  createdAt: NOW - 900 * DAY,
  cadenceDays: null,
  ...over,
});
const summaryOf = (days: number[], over = {}) => ({
  days,
  amounts: days.map(() => 10_000),
  categories: [],
  currency: 'USD',
  ...over,
});
/** A purchase every `gap` days, the last one `silent` days ago. */
const every = (gap: number, silent: number, n = 20) =>
  Array.from({ length: n }, (_, i) => TODAY - silent - (n - 1 - i) * gap);
const complaint = (over: Partial<Complaint> = {}): Complaint => ({
  ...{ id: id(), ...stamps, customerId, text: 'Late', page: null, openedAt: NOW - 3 * DAY },
  ...{ dueDate: null, status: 'open', resolvedAt: null, resolution: '' },
  ...over,
});
const answer = (level: Satisfaction['level'], daysAgo: number): Satisfaction => ({
  ...{ id: id(), ...stamps, customerId, at: NOW - daysAgo * DAY, level, ratios: {}, text: '' },
  ...{ page: null, roundId: null },
});
const wallet = (from: number, to: number, total: number): Wallet => ({
  ...{ id: id(), ...stamps, customerId, fromDate: dateOfDay(from), toDate: dateOfDay(to) },
  ...{ total: { minor: total, currency: 'USD' }, ours: null, source: 'their buyer' },
});
const category = (name: string, firstDay: number, lastDay: number) => ({
  ...{ name, sales: 5, minor: 50_000, firstDay, lastDay },
});

describe('a customer of whom nothing is known', () => {
  it('is unknown, not low', () => {
    const warning = warn(facts());
    expect(warning).toMatchObject({ score: null, level: null, evidence: [], action: 'none' });
    expect(warning.missing).toHaveLength(9);
  });

  it('is low once something is known that speaks for nothing', () => {
    expect(warn(facts({ satisfactions: [answer('very-satisfied', 20)] }))).toMatchObject({ level: 'low' });
  });
});

describe('each evidence moves the risk alone', () => {
  const rows: Array<[string, Partial<RetentionFacts>]> = [
    ['model', { purchase: { risk: 80, horizonDays: 365, tested: true } }],
    ['rhythm', { summary: summaryOf(every(21, 60)) }],
    [
      'share',
      {
        summary: summaryOf(every(10, 5, 72)),
        wallets: [wallet(TODAY - 730, TODAY - 366, 500_000), wallet(TODAY - 365, TODAY, 2_000_000)],
      },
    ],
    [
      'breadth',
      {
        summary: summaryOf(every(40, 10), {
          categories: [category('Tea', TODAY - 800, TODAY - 10), category('Cups', TODAY - 800, TODAY - 400)],
        }),
      },
    ],
    ['trend', { summary: summaryOf([...every(15, 130, 40), TODAY - 100, TODAY - 20]) }],
    ['complaints', { complaints: [complaint()] }],
    ['satisfaction', { satisfactions: [answer('rather-dissatisfied', 9)] }],
    ['contact', { lastContactAt: NOW - 90 * DAY, cadenceDays: 30 }],
    ['payment', { paymentDelayDays: 45 }],
  ];

  it.each(rows)('%s', (part, over) => {
    const warning = warn(facts(over));
    const found = warning.evidence.find((one) => one.part === part);
    expect(found?.strength).toBeGreaterThan(0);
    expect(found?.points).toBeGreaterThan(0);
    expect(warning.score).toBeGreaterThan(0);
  });

  it('and all together weigh more than any of them, never above 100', () => {
    const all = facts(Object.assign({}, ...rows.map(([, over]) => over)));
    const together = warn(all).score ?? 0;
    for (const [, over] of rows)
      expect(together).toBeGreaterThanOrEqual((warn(facts(over)).score ?? 0) - 1e-9);
    expect(together).toBeLessThanOrEqual(100);
  });
});

describe('own rhythm', () => {
  it('says how late they are, and what such a silence means', () => {
    const u = random(3);
    const ledger = Array.from({ length: 60 }, () => {
      let day = 0;
      return Array.from({ length: 10 }, () => {
        day += Math.max(1, Math.round((21 * gamma(u, 6)) / 6));
        return day;
      });
    });
    const curve = rhythmCurve(ledger);
    const [first] = warn(facts({ curve, summary: summaryOf(every(21, 60)) })).evidence;
    expect(first).toMatchObject({ part: 'rhythm', say: 'rhythm', facts: { usual: 21, silent: 60 } });
    expect(first?.facts.share).toBeGreaterThan(0.95);
    expect(warn(facts({ curve, summary: summaryOf(every(21, 10)) })).evidence).toEqual([]);
  });

  it('longer silence, higher risk; two purchases are no rhythm', () => {
    const at = (silent: number) => warn(facts({ summary: summaryOf(every(21, silent)) })).score ?? 0;
    expect(at(21)).toBeLessThan(at(42));
    expect(at(42)).toBeLessThan(at(84));
    expect(warn(facts({ summary: summaryOf([TODAY - 90, TODAY - 60]) })).score).toBeNull();
  });
});

describe('complaints', () => {
  const score = (...complaints: Complaint[]) => warn(facts({ complaints })).score ?? 0;
  const due = dateOfDay(TODAY - 2);

  it('one that is overdue weighs more than one that is open, and one that is slow is between', () => {
    const slow = complaint({ openedAt: NOW - 30 * DAY });
    expect(score(complaint({ dueDate: due }))).toBeGreaterThan(score(slow));
    expect(score(slow)).toBeGreaterThan(score(complaint()));
    expect(score(complaint(), complaint())).toBeGreaterThan(score(complaint()));
  });

  it('resolved lowers the risk, confirmed more', () => {
    const open = complaint({ dueDate: due });
    const resolved = { ...open, status: 'resolved' as const, resolvedAt: NOW };
    expect(score(resolved)).toBeLessThan(score(open) / 4);
    expect(score({ ...resolved, status: 'confirmed' })).toBe(0);
  });
});

describe('reason and action', () => {
  it('a partial defector: buys as much, the share falls; that points to a competitor', () => {
    const warning = warn(
      facts({
        summary: summaryOf([...every(14, 366, 26), ...every(10, 3, 36)]),
        wallets: [wallet(TODAY - 730, TODAY - 366, 400_000), wallet(TODAY - 365, TODAY, 1_400_000)],
      }),
    );
    expect(warning.evidence[0]).toMatchObject({ part: 'share', say: 'share_partial' });
    expect(warning).toMatchObject({ reason: 'competitor', action: 'share' });
  });

  it('silence alone does not tell why: ask', () => {
    const silent = warn(facts({ purchase: { risk: 90, horizonDays: 365, tested: true } }));
    expect(silent).toMatchObject({ level: 'high', reason: null, action: 'ask' });
    const neglected = warn(
      facts({
        purchase: { risk: 90, horizonDays: 365, tested: true },
        lastContactAt: NOW - 200 * DAY,
        cadenceDays: 14,
      }),
    );
    expect(neglected).toMatchObject({ reason: 'little-contact', action: 'contact' });
  });

  it('a satisfaction that falls is said with both answers', () => {
    const { evidence } = warn(
      facts({ satisfactions: [answer('very-satisfied', 200), answer('rather-dissatisfied', 10)] }),
    );
    expect(evidence[0]).toMatchObject({
      say: 'satisfaction_fell',
      facts: { before: 'very-satisfied', level: 'rather-dissatisfied', days: 10 },
    });
  });
});
