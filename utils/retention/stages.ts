import type { Stage } from '../customer/model';
import { dateOfDay } from '../value/days';
import type { Defection } from './model';
import { median, usualGapOf } from './rhythm';

/** A stage that began on a day (DOMAIN §1: customer state). */
export interface StageChange {
  stage: Stage;
  /** `YYYY-MM-DD`. */
  from: string;
  by: 'ledger' | 'record' | 'hand';
}

export interface StageFacts {
  /** Purchase days, oldest first. */
  days: readonly number[];
  /** The reader's today, and the day on which the customer was entered. */
  today: number;
  enteredDay: number;
  /** Contact was made, so that somebody is after them: a target. Day number or null. */
  contactedDay: number | null;
  defections: readonly Defection[];
  pinned: { stage: Stage; day: number } | null;
}

/** Purchases that make a customer loyal. */
const LOYAL_FROM = 4;
/** A silence of this many usual gaps, and of at least so many days, is a loss; with too few purchases, so many days. */
const LOST_GAPS = 4;
const LOST_LEAST_DAYS = 120;
const LOST_DAYS = 540;
const DAY_MS = 86_400_000;

/**
 * A customer's stages with the days on which they began, oldest first; the last one is today's. From the ledger: a first purchase makes them active,
 * the fourth loyal, a silence of four usual gaps lost, a purchase after that won back. What people recorded or pinned stands over it from its day on.
 */
export function stagesOf(facts: StageFacts): StageChange[] {
  const told = [...fromLedger(facts), ...fromRecords(facts)];
  const pinned = facts.pinned;
  if (pinned) told.push({ stage: pinned.stage, day: pinned.day, by: 'hand' });
  const order = { ledger: 0, record: 1, hand: 2 } as const;
  told.sort((a, b) => a.day - b.day || order[a.by] - order[b.by]);
  const changes: StageChange[] = [];
  for (const { stage, day, by } of told) {
    const last = changes.at(-1);
    // once pinned, the ledger no longer speaks
    if (last?.by === 'hand' && by !== 'hand') continue;
    if (last?.stage === stage) continue;
    // a recorded loss stands until a purchase or a record ends it
    if (last?.stage === 'lost' && stage === 'loyal') continue;
    changes.push({ stage, from: dateOfDay(day), by });
  }
  return changes;
}

export const stageNow = (facts: StageFacts): StageChange =>
  stagesOf(facts).at(-1) ?? { stage: 'potential', from: dateOfDay(facts.enteredDay), by: 'ledger' };

interface Told {
  stage: Stage;
  day: number;
  by: StageChange['by'];
}

function fromLedger({ days, today, enteredDay, contactedDay }: StageFacts): Told[] {
  const first = days[0];
  const told: Told[] = [{ stage: 'potential', day: Math.min(enteredDay, first ?? enteredDay), by: 'ledger' }];
  if (contactedDay !== null && (first === undefined || contactedDay < first))
    told.push({ stage: 'target', day: Math.max(contactedDay, enteredDay), by: 'ledger' });
  let lost = false;
  days.forEach((day, i) => {
    const back = lost;
    lost = false;
    if (i === 0) told.push({ stage: 'active', day, by: 'ledger' });
    else if (back) told.push({ stage: 'won-back', day, by: 'ledger' });
    else if (i === LOYAL_FROM - 1) told.push({ stage: 'loyal', day, by: 'ledger' });
    const gone = day + lostAfter(days.slice(0, i + 1));
    if ((days[i + 1] ?? today) > gone) {
      lost = true;
      told.push({ stage: 'lost', day: gone, by: 'ledger' });
    }
  });
  return told;
}

/** Days of silence after which a customer with these purchases counts as lost. */
export function lostAfter(days: readonly number[]): number {
  if (days.length < 3) return LOST_DAYS;
  return Math.min(2 * LOST_DAYS, Math.max(LOST_LEAST_DAYS, Math.round(LOST_GAPS * usualGapOf(days))));
}

const dayOf = (at: number): number => Math.floor(at / DAY_MS);

function fromRecords({ defections, days }: StageFacts): Told[] {
  return defections
    .filter(({ deletedAt, extent }) => deletedAt === null && extent === 'full')
    .flatMap(({ at, wonBackAt }): Told[] => {
      const gone = dayOf(at);
      const lost: Told = { stage: 'lost', day: gone, by: 'record' };
      if (wonBackAt !== null) return [lost, { stage: 'won-back', day: dayOf(wonBackAt), by: 'record' }];
      const bought = days.find((day) => day > gone);
      return bought === undefined ? [lost] : [lost, { stage: 'won-back', day: bought, by: 'ledger' }];
    });
}

export interface StageStep {
  from: Stage;
  to: Stage;
  /** Who went, each once, and how many were ever in `from`: what part of them has gone this way. */
  ids: string[];
  of: number;
  /** Median days in `from` before. */
  days: number;
}

export interface StageHistory {
  id: string;
  stages: readonly StageChange[];
}

/** Over many customers: who went from which stage to which, and how long they had been in it. */
export function conversions(histories: readonly StageHistory[]): StageStep[] {
  const steps = new Map<string, { from: Stage; to: Stage; days: number[]; ids: Set<string> }>();
  for (const { id, stages } of histories)
    stages.forEach((next, i) => {
      const before = stages[i - 1];
      if (!before) return;
      const key = `${before.stage}>${next.stage}`;
      const step = steps.get(key) ?? { from: before.stage, to: next.stage, days: [], ids: new Set() };
      step.days.push((Date.parse(next.from) - Date.parse(before.from)) / DAY_MS);
      step.ids.add(id);
      steps.set(key, step);
    });
  const ever = everIn(histories);
  return [...steps.values()]
    .map(({ from, to, days, ids }) => ({
      ...{ from, to, ids: [...ids], of: ever.get(from) ?? 0 },
      days: Math.round(median(days)),
    }))
    .sort((a, b) => b.ids.length - a.ids.length);
}

/** How many were ever in each stage. */
function everIn(histories: readonly StageHistory[]): Map<Stage, number> {
  const ever = new Map<Stage, number>();
  for (const { stages } of histories)
    for (const stage of new Set(stages.map((one) => one.stage))) ever.set(stage, (ever.get(stage) ?? 0) + 1);
  return ever;
}
