import type { Tier } from '../customer/model';
import type { Defection } from './model';
import type { StageChange } from './stages';
import { groupOf, type Reason } from './taxonomy';

/** What the failure analysis knows of one customer. */
export interface FailureCase {
  id: string;
  tier: Tier | null;
  /** Day of the first purchase; null: none. */
  firstDay: number | null;
  /** ln of the last change of our share of wallet; null: not observed twice. */
  shareChange: number | null;
  shareFell: boolean;
  shareRose: boolean;
  stages: readonly StageChange[];
  defections: readonly Defection[];
  /** What a year with them brings, minor units of one currency; 0 where it brings nothing. */
  yearlyValue: number;
}

/** A figure and the customers behind it. */
export interface Figure {
  value: number;
  ids: string[];
}
const figure = (ids: readonly string[], value = ids.length): Figure => ({ value, ids: [...new Set(ids)] });

export interface ReasonFigure {
  reason: string;
  controllable: boolean;
  /** By period, oldest first. */
  periods: Figure[];
  all: Figure;
  /** Minor units a year. */
  valueLost: Figure;
  trend: 'new' | 'growing' | 'falling' | 'solved' | 'steady';
}

export interface Failure {
  /** Years, oldest first. */
  periods: number[];
  /** Relative changes of share, in classes: up to −30 %, −30 to −10, −10 to 10, 10 to 30, above. */
  shareChanges: Figure[];
  rising: Figure;
  falling: Figure;
  observed: Figure;
  /** Customers lost in each period ÷ those who were there at its beginning or came in it. */
  rates: Array<{ tier: Tier | null; periods: Array<Figure & { of: number }> }>;
  reasons: ReasonFigure[];
  controllableLost: Figure;
  uncontrollableLost: Figure;
  unexplained: Figure;
  lost: Figure;
  wonBack: Figure;
  /** By year of the first purchase: the share still there after 1, 2, … years; null: not that old yet. */
  survival: Array<{ cohort: number; size: number; ids: string[]; alive: Array<Figure | null> }>;
}

/** Bounds of the classes of share changes, relative. */
export const SHARE_CLASSES = [-0.3, -0.1, 0.1, 0.3] as const;

export function failureAnalysis(
  cases: readonly FailureCase[],
  reasons: readonly Reason[],
  thisYear: number,
): Failure {
  const spells = cases.map((one) => ({ one, spells: spellsOf(one) }));
  const lostYears = spells.flatMap(({ spells: all }) => all.flatMap(({ to }) => (to === null ? [] : [to])));
  const oldest = Math.min(thisYear, ...lostYears.map((year) => Math.max(year, thisYear - 4)));
  const periods = Array.from({ length: thisYear - oldest + 1 }, (_, i) => oldest + i);
  const leavers = spells.filter(({ spells: all }) => all.some(({ to }) => to !== null));
  const seen = cases.filter(({ shareChange }) => shareChange !== null);
  const back = leavers.filter(({ one }) => wasWonBack(one));
  const lostNow = leavers.map(({ one }) => one);
  return {
    periods,
    shareChanges: shareClasses(seen),
    rising: figure(seen.filter(({ shareRose }) => shareRose).map(({ id }) => id)),
    falling: figure(seen.filter(({ shareFell }) => shareFell).map(({ id }) => id)),
    observed: figure(seen.map(({ id }) => id)),
    rates: ratesOf(spells, periods),
    reasons: reasonFigures(cases, reasons, periods),
    ...valueLost(lostNow, reasons),
    lost: figure(lostNow.map(({ id }) => id)),
    wonBack: figure(back.map(({ one }) => one.id)),
    survival: survivalOf(spells, thisYear),
  };
}

/** A time of being a customer, in years; `to` null: still. */
interface Spell {
  from: number;
  to: number | null;
}

function spellsOf({ stages, firstDay }: FailureCase): Spell[] {
  const spells: Spell[] = [];
  let open: Spell | null = null;
  for (const { stage, from } of stages) {
    const year = Number(from.slice(0, 4));
    if (stage === 'lost') {
      if (!open && firstDay === null) open = { from: year, to: null };
      if (open) spells.push({ ...open, to: year });
      open = null;
    } else if (stage === 'active' || stage === 'loyal' || stage === 'won-back')
      open ??= { from: year, to: null };
  }
  if (open) spells.push(open);
  return spells;
}

const wasWonBack = ({ stages, defections }: FailureCase): boolean =>
  stages.some(({ stage }) => stage === 'won-back') || defections.some(({ wonBackAt }) => wonBackAt !== null);

function shareClasses(seen: readonly FailureCase[]): Figure[] {
  const classes: string[][] = Array.from({ length: SHARE_CLASSES.length + 1 }, () => []);
  for (const { id, shareChange } of seen) {
    const relative = Math.exp(shareChange ?? 0) - 1;
    classes[SHARE_CLASSES.filter((bound) => relative > bound).length]?.push(id);
  }
  return classes.map((ids) => figure(ids));
}

type WithSpells = Array<{ one: FailureCase; spells: Spell[] }>;

function ratesOf(cases: WithSpells, periods: readonly number[]): Failure['rates'] {
  const tiers = [...new Set(cases.filter(({ spells }) => spells.length > 0).map(({ one }) => one.tier))];
  return tiers.map((tier) => ({
    tier,
    periods: periods.map((year) => {
      const own = cases.filter(({ one }) => one.tier === tier);
      const there = own.filter(({ spells }) =>
        spells.some(({ from, to }) => from <= year && (to ?? year) >= year),
      );
      const gone = there.filter(({ spells }) => spells.some(({ to }) => to === year));
      return {
        ...figure(
          gone.map(({ one }) => one.id),
          gone.length / Math.max(1, there.length),
        ),
        of: there.length,
      };
    }),
  }));
}

const liveRecords = (one: FailureCase) => one.defections.filter(({ deletedAt }) => deletedAt === null);

interface Found {
  ids: string[][];
  all: string[];
  lost: Map<string, number>;
}

/** By reasons of the first level: a detail counts for its group. */
function reasonFigures(
  cases: readonly FailureCase[],
  reasons: readonly Reason[],
  periods: readonly number[],
): ReasonFigure[] {
  const found = new Map<string, Found>();
  for (const one of cases)
    for (const record of liveRecords(one)) {
      const year = new Date(record.at).getUTCFullYear();
      for (const code of new Set(record.reasons.map((reason) => groupOf(reasons, reason)?.code ?? reason))) {
        const known: Found = found.get(code) ?? { ids: periods.map(() => []), all: [], lost: new Map() };
        found.set(code, known);
        known.ids[Math.max(0, year - (periods[0] ?? year))]?.push(one.id);
        known.all.push(one.id);
        known.lost.set(one.id, one.yearlyValue);
      }
    }
  return [...found]
    .map(([reason, { ids, all, lost }]) => ({
      reason,
      controllable: reasons.find(({ code }) => code === reason)?.controllable ?? true,
      periods: ids.map((one) => figure(one)),
      all: figure(all),
      valueLost: figure(
        [...lost.keys()],
        [...lost.values()].reduce((sum, v) => sum + v, 0),
      ),
      trend: trendOf(ids.map((one) => one.length)),
    }))
    .sort((a, b) => b.all.value - a.all.value || b.valueLost.value - a.valueLost.value);
}

/** The last period against the mean of those before it. */
export function trendOf(counts: readonly number[]): ReasonFigure['trend'] {
  const now = counts.at(-1) ?? 0;
  const before = counts.slice(0, -1);
  const mean = before.reduce((sum, c) => sum + c, 0) / Math.max(1, before.length);
  if (mean === 0) return now > 0 ? 'new' : 'steady';
  if (now === 0) return 'solved';
  const off = (now - mean) / Math.sqrt(mean);
  return off > 1 ? 'growing' : off < -1 ? 'falling' : 'steady';
}

/** By the primary reason of the last record. */
function valueLost(lost: readonly FailureCase[], reasons: readonly Reason[]) {
  const why = (one: FailureCase): boolean | null => {
    const code = liveRecords(one).toSorted((a, b) => b.at - a.at)[0]?.reasons[0];
    return code === undefined ? null : (groupOf(reasons, code)?.controllable ?? null);
  };
  const sum = (wanted: boolean | null) => {
    const found = lost.filter((one) => why(one) === wanted);
    return figure(
      found.map(({ id }) => id),
      found.reduce((total, one) => total + one.yearlyValue, 0),
    );
  };
  return { controllableLost: sum(true), uncontrollableLost: sum(false), unexplained: sum(null) };
}

function survivalOf(cases: WithSpells, thisYear: number): Failure['survival'] {
  const cohorts = new Map<number, WithSpells>();
  for (const one of cases) {
    const first = one.spells[0]?.from;
    if (first === undefined) continue;
    cohorts.set(first, [...(cohorts.get(first) ?? []), one]);
  }
  return [...cohorts]
    .sort(([a], [b]) => a - b)
    .slice(-10)
    .map(([cohort, members]) => ({
      cohort,
      size: members.length,
      ids: members.map(({ one }) => one.id),
      alive: Array.from({ length: 5 }, (_, i) => {
        const year = cohort + i + 1;
        if (year > thisYear) return null;
        const there = members.filter(({ spells }) =>
          spells.some(({ from, to }) => from <= year && (to === null || to > year)),
        );
        return figure(
          there.map(({ one }) => one.id),
          there.length / members.length,
        );
      }),
    }));
}
