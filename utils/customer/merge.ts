import * as z from 'zod/mini';
import { Id } from '../id';
import { fold } from './fold';
import { type Customer, RISK_LEVELS, STAGES, stamped, TIERS } from './model';

/**
 * Two records of one customer made one. All that either holds is kept: lists are joined, the name that is not taken
 * stays as an alias, and where both say something else of one field a person chooses ({@link conflictsOf}).
 */

/** Two customers whom a person has told apart: not proposed again. */
export const Distinction = z.object({ ...stamped, customerId: Id, otherId: Id });
export type Distinction = z.infer<typeof Distinction>;

/** Which of the two a field is taken from. */
export type Side = 'survivor' | 'merged';
/** Choices by field; a field that is not named takes its default. */
export type Choices = Partial<Record<string, Side>>;

/** Fields that are no one's choice: identity and stamps, what is derived, and what both keep. */
const KEPT = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'mergedInto',
  'keys',
  'terms',
  'aliases',
  'sample',
  'lastContactAt',
  'referredBy',
]);
/** Fields that only make sense together: who gives the level of risk gives its reasons. */
const WITH: Record<string, string> = { riskReasons: 'riskLevel', riskNote: 'riskLevel' };

type Row = Record<string, unknown>;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string'
    ? fold(a) === fold(b)
    : JSON.stringify(a) === JSON.stringify(b);

/** One field in which two records differ, and which of them is the better default. */
export interface Conflict {
  field: string;
  survivor: unknown;
  merged: unknown;
  better: Side;
}

/** The fields of which a person may choose: both say something, and not the same. Lists are joined, not chosen. */
export function conflictsOf(survivor: Customer, merged: Customer): Conflict[] {
  const [one, other]: [Row, Row] = [survivor, merged];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((field) => {
    const [mine, theirs] = [one[field], other[field]];
    if (KEPT.has(field) || field in WITH || Array.isArray(mine ?? theirs)) return [];
    if (isEmpty(mine) || isEmpty(theirs) || same(mine, theirs)) return [];
    return [{ field, survivor: mine, merged: theirs, better: better(field, mine, theirs) }];
  });
}

/** The default of a field that both fill: what is further on, higher or more urgent; else the survivor's. */
function better(field: string, mine: unknown, theirs: unknown): Side {
  const rank = RANKS[field];
  return rank && rank(theirs) > rank(mine) ? 'merged' : 'survivor';
}

const order =
  (list: readonly string[]) =>
  (value: unknown): number =>
    list.indexOf(String(value));
const amount = (value: unknown): number => Number((value as { minor?: number } | null)?.minor ?? 0);
const RANKS: Record<string, (value: unknown) => number> = {
  stage: order(STAGES),
  tier: (value) => -order(TIERS)(value),
  tierPinned: (value) => -order(TIERS)(value),
  riskLevel: order(RISK_LEVELS),
  kind: order(['person', 'company']),
  cadenceDays: (value) => (Number(value) > 0 ? -Number(value) : Number.NEGATIVE_INFINITY),
  valueToDate: amount,
  valueNext12: amount,
  valueReferred: amount,
};

/** The survivor with all that the other record knows. `choices` by field; `sample` only where both are. */
export function mergeCustomers(survivor: Customer, merged: Customer, choices: Choices = {}): Customer {
  const [one, other]: [Row, Row] = [survivor, merged];
  const out: Row = { ...survivor };
  for (const field of new Set([...Object.keys(one), ...Object.keys(other)]))
    if (!KEPT.has(field)) out[field] = valueIn(field, one, other, choices);
  const name = String(out.name);
  const names = [...survivor.aliases, survivor.name, merged.name, ...merged.aliases];
  out.aliases = joined(names, []).filter((alias) => fold(String(alias)) !== fold(name) && alias !== '');
  out.sample = survivor.sample && merged.sample;
  out.lastContactAt = Math.max(survivor.lastContactAt, merged.lastContactAt);
  return out as Customer;
}

function valueIn(field: string, one: Row, other: Row, choices: Choices): unknown {
  const leader = WITH[field] ?? field;
  const [mine, theirs] = [one[field], other[field]];
  if (Array.isArray(mine) && Array.isArray(theirs) && !(field in WITH)) return joined(mine, theirs);
  const side = choices[leader] ?? sideOf(leader, one[leader], other[leader]);
  const taken = side === 'merged' ? theirs : mine;
  return taken === undefined ? (side === 'merged' ? mine : theirs) : taken;
}

function sideOf(field: string, mine: unknown, theirs: unknown): Side {
  if (isEmpty(theirs)) return 'survivor';
  return isEmpty(mine) ? 'merged' : better(field, mine, theirs);
}

/** Both lists, each entry once by its folded form; the first's order first. */
function joined(mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const all: unknown[] = [];
  for (const value of [...mine, ...theirs]) if (!all.some((known) => same(known, value))) all.push(value);
  return all;
}

/** Of two records the one to keep: the one that says more, and of two alike the older. */
export function survivorOf(a: Customer, b: Customer): Customer {
  const filled = (row: Customer) =>
    Object.values(row).reduce<number>(
      (sum, value) => sum + (Array.isArray(value) ? Math.min(3, value.length) : Number(!isEmpty(value))),
      0,
    );
  const [one, other] = [filled(a), filled(b)];
  if (one !== other) return one > other ? a : b;
  return a.createdAt <= b.createdAt ? a : b;
}

/**
 * A row as it would be had one change not been made, though others were made since: a field that still has what the
 * change gave it goes back, one that was edited since stays, and of a list what the change added goes, the rest stays.
 */
export function withoutChange(before: Row, after: Row, current: Row): Row {
  const out: Row = { ...current };
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, made, now] = [before[field], after[field], current[field]];
    if (field === 'id' || field === 'updatedAt' || same(was, made)) continue;
    if (Array.isArray(now)) out[field] = listWithout(asList(was), asList(made), now);
    else if (!same(made, now)) continue;
    else if (was === undefined) delete out[field];
    else out[field] = was;
  }
  return out;
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function listWithout(was: unknown[], made: unknown[], now: unknown[]): unknown[] {
  const has = (list: unknown[], value: unknown) => list.some((one) => same(one, value));
  const back = was.filter((value) => !has(made, value) && !has(now, value));
  return [...now.filter((value) => has(was, value) || !has(made, value)), ...back];
}
