import { describe, expect, it } from 'vitest';
import type { Need } from '../../../utils/customer/model';
import { complaintFigures, datesOf } from '../../../utils/retention/complaints';
import { type FailureCase, failureAnalysis, trendOf } from '../../../utils/retention/failure';
import { guardDueAt, guardState } from '../../../utils/retention/guard';
import type { Defection, Round } from '../../../utils/retention/model';
import { needsContrast } from '../../../utils/retention/needs';
import { conversions, stageNow, stagesOf } from '../../../utils/retention/stages';
import { drawSample, reviewsDue, surveyResults } from '../../../utils/retention/survey';
import { BUILT_IN, groupOf, movedReasons, taxonomy } from '../../../utils/retention/taxonomy';
import { partialDefection, type Share, shareChange } from '../../../utils/retention/wallet';
import { dateOfDay } from '../../../utils/value/days';

const DAY = 86_400_000;
const stamps = { createdAt: 0, updatedAt: 0, deletedAt: null };
const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('share of wallet', () => {
  const share = (ours: number, total: number, purchases = 100): Share => ({
    ...{ fromDate: '2025-01-01', toDate: '2025-12-31', ours, total, purchases, share: ours / total },
  });

  it('a fall counts only when it is more than a tenth and more than chance', () => {
    expect(shareChange([share(60, 100), share(57, 100)])?.fell).toBe(false);
    expect(shareChange([share(60, 100), share(40, 100)])?.fell).toBe(true);
    expect(shareChange([share(60, 100, 2), share(40, 100, 2)])?.fell).toBe(false);
    expect(shareChange([share(60, 100)])).toBeNull();
  });

  it('a partial defector is one whose purchases with us did not fall', () => {
    expect(partialDefection(shareChange([share(60, 100), share(70, 200)]))).toBe('partial');
    expect(partialDefection(shareChange([share(60, 100), share(40, 100)]))).toBe('shrinking');
    expect(partialDefection(shareChange([share(40, 100), share(60, 100)]))).toBeNull();
    expect(shareChange([share(40, 100), share(60, 100)])?.rose).toBe(true);
  });
});

describe('stages', () => {
  const facts = (days: number[], over = {}) => ({
    ...{ days, today: 1000, enteredDay: 0, contactedDay: null, defections: [], pinned: null },
    ...over,
  });
  const names = (given: Parameters<typeof stagesOf>[0]) => stagesOf(given).map(({ stage }) => stage);

  it('come from the ledger, dated', () => {
    const days = [100, 130, 160, 190, 220];
    expect(stagesOf(facts(days, { today: 240, contactedDay: 20 }))).toEqual([
      { stage: 'potential', from: dateOfDay(0), by: 'ledger' },
      { stage: 'target', from: dateOfDay(20), by: 'ledger' },
      { stage: 'active', from: dateOfDay(100), by: 'ledger' },
      { stage: 'loyal', from: dateOfDay(190), by: 'ledger' },
    ]);
  });

  it('a silence of four usual gaps is a loss, a purchase after it wins back', () => {
    expect(names(facts([0, 30, 60, 90]))).toEqual(['potential', 'active', 'loyal', 'lost']);
    expect(names(facts([0, 30, 60, 90, 600], { today: 610 }))).toEqual([
      ...['potential', 'active', 'loyal', 'lost', 'won-back'],
    ]);
  });

  it('a record of leaving counts, and so does a pin, from its day on', () => {
    const left = { at: 150 * DAY, extent: 'full', wonBackAt: 300 * DAY, deletedAt: null } as Defection;
    expect(names(facts([100, 130], { today: 400, defections: [left] }))).toEqual([
      ...['potential', 'active', 'lost', 'won-back'],
    ]);
    const pinned = facts([100], { today: 200, pinned: { stage: 'loyal', day: 150 } });
    expect(stageNow(pinned)).toEqual({ stage: 'loyal', from: dateOfDay(150), by: 'hand' });
  });

  it('conversions tell who went on, of how many, and how long it took', () => {
    const histories = [[100], [200], []].map((days, i) => ({
      id: `c${i}`,
      stages: stagesOf(facts(days, { today: 250 })),
    }));
    expect(conversions(histories)).toEqual([
      { from: 'potential', to: 'active', ids: ['c0', 'c1'], of: 3, days: 150 },
    ]);
  });
});

describe('taxonomy', () => {
  const edit = (over: object) => ({
    ...{ id: id(1), ...stamps, code: 'competitor', parent: '', controllable: true, name: '' },
    ...{ hidden: false, measures: null, ...over },
  });

  it('has two levels; a renamed entry keeps its code, so old records are told with the new name', () => {
    expect(BUILT_IN.filter(({ parent }) => parent === '')).toHaveLength(8);
    const now = taxonomy([edit({ name: 'Rival' })]);
    expect(now.find(({ code }) => code === 'competitor')?.name).toBe('Rival');
    expect(groupOf(now, 'competitor/price')?.name).toBe('Rival');
  });

  it('a hidden group hides its details; own entries join their group', () => {
    const now = taxonomy([
      edit({ hidden: true }),
      edit({ id: id(2), code: id(2), parent: 'closure', name: 'Fire' }),
    ]);
    expect(now.some(({ code }) => code.startsWith('competitor'))).toBe(false);
    expect(groupOf(now, id(2))?.code).toBe('closure');
  });

  it('records of a dropped entry go where it is said', () => {
    expect(movedReasons(['a', 'b', 'c'], ['a', 'c'], 'b')).toEqual(['b']);
    expect(movedReasons(['a', 'b'], ['a'], null)).toEqual(['b']);
  });
});

describe('a survey', () => {
  const customers = Array.from({ length: 200 }, (_, n) => ({
    id: id(n),
    tier: n < 10 ? ('best-core' as const) : n < 40 ? ('core' as const) : ('ordinary' as const),
  }));

  it('draws from every tier, the best first, and the same with the same seed, whatever the order', () => {
    const drawn = drawSample(customers, 20, 7);
    const of = (tier: string) => drawn.filter((one) => one.tier === tier).length;
    expect([drawn.length, of('best-core'), of('core'), of('ordinary')]).toEqual([20, 10, 6, 4]);
    expect(drawSample(customers.toReversed(), 20, 7)).toEqual(drawn);
    expect(drawSample(customers, 20, 8)).not.toEqual(drawn);
    expect(drawSample(customers.slice(0, 3), 20, 7)).toHaveLength(3);
  });

  it('gives its results by tier, and an investigation its two reviews', () => {
    const asked = customers.slice(8, 12).map((one, i) => ({
      ...{ customerId: one.id, tier: one.tier, reasons: [], text: '', answeredAt: i < 1 ? 5 : null },
    }));
    const round: Round = {
      ...{ id: id(900), ...stamps, kind: 'survey', name: '', startedAt: 0, seed: 1, asked },
      ...{ reviews: {}, measures: [], closedAt: null },
    };
    const answer = { ...stamps, at: 5, ratios: {}, text: '', page: null, roundId: round.id };
    const results = surveyResults(round, [
      { ...answer, id: id(901), customerId: id(8), level: 'satisfied' },
      { ...answer, id: id(902), customerId: id(10), level: 'very-dissatisfied' },
    ]);
    expect(results).toMatchObject([
      { tier: 'best-core', asked: 2, answered: 1, satisfied: 1 },
      { tier: 'core', asked: 2, answered: 1, satisfied: 0 },
    ]);
    expect(reviewsDue(round)).toEqual(['quarter']);
    expect(reviewsDue({ ...round, asked: asked.map((one) => ({ ...one, answeredAt: 1 })) })).toHaveLength(2);
  });
});

describe('complaints', () => {
  it('a new state brings its dates; opened again it loses them', () => {
    const begun = datesOf({ resolvedAt: null }, 'in-progress', 50);
    expect(begun).toEqual({ firstAnswerAt: 50, resolvedAt: null, confirmedAt: null });
    const confirmed = datesOf({ ...begun, resolvedAt: 70 }, 'confirmed', 90);
    expect(confirmed).toEqual({ firstAnswerAt: 50, resolvedAt: 70, confirmedAt: 90 });
    expect(datesOf(confirmed, 'open', 99)).toEqual({
      firstAnswerAt: 50,
      resolvedAt: null,
      confirmedAt: null,
    });
  });

  it('times to first answer and to resolution are medians in hours', () => {
    const row = (hours: number, dueDate: string | null = null) => ({
      ...{ id: id(1), ...stamps, customerId: id(2), text: '', page: null, openedAt: 0, dueDate },
      ...{
        resolution: '',
        status: 'resolved' as const,
        firstAnswerAt: 3_600_000,
        resolvedAt: hours * 3_600_000,
      },
    });
    const open = { ...row(0, dateOfDay(10)), status: 'open' as const, firstAnswerAt: null, resolvedAt: null };
    expect(complaintFigures([row(10), row(30), open], 12)).toEqual({
      ...{
        all: 3,
        open: 1,
        overdue: 1,
        unanswered: 1,
        firstAnswerHours: 1,
        resolutionHours: 20,
        confirmed: 0,
      },
    });
  });
});

describe('key-account guard', () => {
  it('gaps are what is low, old or never rated; the oldest check decides when it is due', () => {
    const now = 400 * DAY;
    const check = (rating: number, at: number) => ({ rating, at, note: '' });
    const checks = { contact: check(2, now), needs: check(5, now - 100 * DAY), quality: check(4, now) };
    const { gaps, dueAt } = guardState({ checks }, now);
    expect(gaps.map(({ item, why }) => `${item} ${why}`)).toEqual([
      ...['strategy never', 'service never', 'delivery never', 'benefit never', 'needs old', 'contact low'],
    ]);
    expect(dueAt).toBe(0);
    const all = Object.fromEntries(
      ['contact', 'needs', 'strategy', 'quality', 'service', 'delivery', 'benefit'].map((item, i) => [
        item,
        check(4, now - i * DAY),
      ]),
    );
    expect(guardDueAt({ checks: all })).toBe(now - 6 * DAY + 90 * DAY);
  });
});

describe('needs', () => {
  it('what the lost had and the kept had not stands first, and says whether it is more than chance', () => {
    const delivery = [{ kind: 'delivery' as const, text: '' }];
    const cost = [{ kind: 'cost' as const, text: '' }];
    const people = (of: string, ...groups: Array<[number, Need[]]>) =>
      groups.flatMap(([count, needs], group) =>
        Array.from({ length: count }, (_, i) => ({ id: `${of}${group}.${i}`, needs })),
      );
    const lost = people('lost', [20, delivery], [5, cost]);
    const kept = people('kept', [10, delivery], [60, cost], [1, []]);
    const [first, last] = needsContrast(lost, kept);
    expect(first).toMatchObject({ kind: 'delivery', lostAll: 25, keptAll: 70, sure: true });
    expect(first?.lost).toEqual(lost.slice(0, 20).map(({ id: one }) => one));
    expect(first?.kept).toEqual(kept.slice(0, 10).map(({ id: one }) => one));
    expect(last).toMatchObject({ kind: 'cost', sure: false });
  });
});

describe('failure analysis', () => {
  const stages = (...given: Array<[FailureCase['stages'][number]['stage'], number]>) =>
    given.map(([stage, year]) => ({ stage, from: `${year}-06-01`, by: 'ledger' as const }));
  const left = (n: number, year: number, reasons: string[], wonBackAt: number | null = null): Defection => ({
    ...{
      id: id(n),
      ...stamps,
      customerId: id(n),
      at: Date.UTC(year, 5, 1),
      extent: 'full',
      whereto: 'switched',
    },
    ...{ reasons, competitor: '', text: '', page: null, wonBackAt },
  });
  const one = (n: number, over: Partial<FailureCase>): FailureCase => ({
    ...{ id: id(n), tier: 'core', firstDay: 19_000, shareChange: null, shareFell: false, shareRose: false },
    ...{ stages: stages(['active', 2022]), defections: [], yearlyValue: 1000 },
    ...over,
  });
  const cases = [
    one(1, {
      stages: stages(['active', 2022], ['lost', 2025]),
      defections: [left(1, 2025, ['competitor/price'])],
    }),
    one(2, {
      stages: stages(['active', 2022], ['lost', 2024], ['won-back', 2025]),
      defections: [left(2, 2024, ['closure'], 5)],
    }),
    one(3, { shareChange: Math.log(0.6), shareFell: true }),
    one(4, { shareChange: Math.log(1.5), shareRose: true }),
    one(5, { stages: stages(['active', 2024], ['lost', 2026]) }),
  ];
  const found = failureAnalysis(cases, BUILT_IN, 2026);

  it('counts who left, why and what it costs a year, each with its customers', () => {
    expect(found.lost).toEqual({ value: 3, ids: [id(1), id(2), id(5)] });
    expect(found.wonBack.ids).toEqual([id(2)]);
    expect(found.controllableLost).toEqual({ value: 1000, ids: [id(1)] });
    expect(found.uncontrollableLost.ids).toEqual([id(2)]);
    expect(found.unexplained.ids).toEqual([id(5)]);
  });

  it('puts a detail under its reason, by year, with its trend', () => {
    const rival = found.reasons.find(({ reason }) => reason === 'competitor');
    expect(found.periods).toEqual([2024, 2025, 2026]);
    expect(rival).toMatchObject({ controllable: true, trend: 'solved' });
    expect(rival?.periods.map(({ value }) => value)).toEqual([0, 1, 0]);
    expect([trendOf([0, 0, 3]), trendOf([1, 1, 6]), trendOf([2, 2, 2])]).toEqual([
      'new',
      'growing',
      'steady',
    ]);
  });

  it('gives the distribution of share changes, the rate by tier and year, and what is left of each cohort', () => {
    expect(found.shareChanges.map(({ value }) => value)).toEqual([1, 0, 0, 0, 1]);
    expect([found.falling.ids, found.rising.ids]).toEqual([[id(3)], [id(4)]]);
    const core = found.rates.find(({ tier }) => tier === 'core');
    expect(core?.periods.map(({ value, of }) => `${value}/${of}`)).toEqual(['0.2/5', '0.2/5', '0.25/4']);
    const old = found.survival.find(({ cohort }) => cohort === 2022);
    expect(old?.alive.map((part) => part?.value ?? null)).toEqual([1, 0.75, 0.75, 0.75, null]);
    expect(old?.alive[1]?.ids).toEqual([id(1), id(3), id(4)]);
  });
});
