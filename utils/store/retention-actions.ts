import type { PageRef, Stage } from '../customer/model';
import { newId } from '../id';
import { datesOf } from '../retention/complaints';
import type { Defection, Guard, GuardItem, Measure, Plan, ReasonEdit, Round } from '../retention/model';
import { movedReasons, type Reason } from '../retention/taxonomy';
import type { Store } from './api';
import { newReminder } from './drafts';
import { RowMissing } from './errors';
import type { Change, ChangeWhat, Draft, Op, Rows } from './types';

/** What people record about staying and leaving, each one change with one undo; see actions.ts. */
type Source = Change['source'];

async function commit(store: Store, what: ChangeWhat, source: Source, ops: Op[]): Promise<string> {
  const id = newId();
  await store.commit({ id, what, source, ops });
  return id;
}

export type DefectionDraft = Pick<
  Defection,
  'customerId' | 'extent' | 'whereto' | 'reasons' | 'competitor' | 'text'
> & {
  at: number;
  page: PageRef | null;
};

/**
 * Records that a customer left (or buys part of it elsewhere) and why; their reasons are the customer's own from then on.
 * Who left altogether is lost at once, unless somebody pinned their stage.
 */
export async function addDefection(store: Store, source: Source, draft: DefectionDraft): Promise<string> {
  const row = { id: newId(), wonBackAt: null, ...draft };
  return commit(store, 'defection-added', source, [
    { op: 'add', table: 'defections', row },
    ...(draft.extent === 'full' ? await staged(store, draft.customerId, 'lost') : []),
  ]);
}

/** The stage that a record brings along; none where it is pinned or there already. */
async function staged(store: Store, id: string, stage: Stage): Promise<Op[]> {
  const [customer] = await store.customers([id]);
  if (!customer || customer.stagePinned || customer.stage === stage) return [];
  return [{ op: 'edit', table: 'customers', id, patch: { stage } }];
}

export const editDefection = (store: Store, source: Source, id: string, patch: Partial<DefectionDraft>) =>
  commit(store, 'defection-edited', source, [{ op: 'edit', table: 'defections', id, patch }]);

export const removeDefection = (store: Store, source: Source, id: string) =>
  commit(store, 'defection-removed', source, [{ op: 'remove', table: 'defections', id }]);

/** They came back: dated, so that the stage is. */
export async function wonBack(
  store: Store,
  source: Source,
  { id, customerId, extent }: Pick<Defection, 'id' | 'customerId' | 'extent'>,
  at: number,
): Promise<string> {
  return commit(store, 'won-back', source, [
    { op: 'edit', table: 'defections', id, patch: { wonBackAt: at } },
    ...(extent === 'full' ? await staged(store, customerId, 'won-back') : []),
  ]);
}

export const addWallet = (store: Store, source: Source, draft: Omit<Draft<'wallets'>, 'id'>) =>
  commit(store, 'wallet-added', source, [{ op: 'add', table: 'wallets', row: { id: newId(), ...draft } }]);

export const removeWallet = (store: Store, source: Source, id: string) =>
  commit(store, 'wallet-removed', source, [{ op: 'remove', table: 'wallets', id }]);

export type SatisfactionDraft = Omit<Draft<'satisfactions'>, 'id'>;

/** An answer; where it is a survey's, the round's list is ticked in the same change. */
export async function addSatisfaction(
  store: Store,
  source: Source,
  draft: SatisfactionDraft,
): Promise<string> {
  const ops: Op[] = [{ op: 'add', table: 'satisfactions', row: { id: newId(), ...draft } }];
  if (draft.roundId) {
    const round = await roundOf(store, draft.roundId);
    const asked = round.asked.map((one) =>
      one.customerId === draft.customerId ? { ...one, answeredAt: draft.at } : one,
    );
    ops.push({ op: 'edit', table: 'rounds', id: round.id, patch: { asked } });
  }
  return commit(store, 'satisfaction-added', source, ops);
}

export const removeSatisfaction = (store: Store, source: Source, id: string) =>
  commit(store, 'satisfaction-removed', source, [{ op: 'remove', table: 'satisfactions', id }]);

async function roundOf(store: Store, id: string): Promise<Round> {
  const round = (await store.rounds()).find((one) => one.id === id);
  if (!round) throw new RowMissing('rounds', id);
  return round;
}

export type MeasureDraft = Pick<Measure, 'text' | 'owner' | 'dueDate'>;
export type PlanDraft = Pick<Plan, 'customerId' | 'kind' | 'reason' | 'owner'> & { measures: MeasureDraft[] };

/** When a measure's reminder rings, and in whose zone. */
export interface Ringing {
  now: number;
  zone: string;
  /** `HH:mm`. */
  remindAt: string;
}

/** A plan; each dated measure is a reminder too, so that it appears in what is due. */
export function addPlan(store: Store, source: Source, draft: PlanDraft, when: Ringing): Promise<string> {
  const reminders: Op[] = [];
  const measures = draft.measures.map((one): Measure => {
    const reminder = one.dueDate
      ? newReminder({
          customerId: draft.customerId,
          reason: one.text,
          local: `${one.dueDate}T${when.remindAt}`,
          zone: when.zone,
        })
      : null;
    if (reminder) reminders.push({ op: 'add', table: 'reminders', row: reminder });
    return { ...one, id: newId(), reminderId: reminder?.id ?? null, doneAt: null };
  });
  const row = { ...draft, id: newId(), measures, state: 'open' as const, startedAt: when.now };
  return commit(store, 'plan-added', source, [
    { op: 'add', table: 'plans', row: { ...row, endedAt: null, outcome: '' } },
    ...reminders,
  ]);
}

/** Ticks a measure, and its reminder with it. */
export async function doneMeasure(
  store: Store,
  source: Source,
  plan: Pick<Plan, 'id' | 'measures'>,
  measureId: string,
  now: number,
): Promise<string> {
  const measure = plan.measures.find(({ id }) => id === measureId);
  if (!measure) throw new RowMissing('plans', plan.id);
  const measures = plan.measures.map((one) => (one === measure ? { ...one, doneAt: now } : one));
  const ops: Op[] = [{ op: 'edit', table: 'plans', id: plan.id, patch: { measures } }];
  const reminder = measure.reminderId ? await store.reminder(measure.reminderId) : null;
  if (reminder?.state === 'open')
    ops.push({ op: 'edit', table: 'reminders', id: reminder.id, patch: { state: 'done', doneAt: now } });
  return commit(store, 'plan-edited', source, ops);
}

/** Ends a plan. A win-back that succeeded dates the customer's last open record as won back. */
export async function endPlan(
  store: Store,
  source: Source,
  plan: Pick<Plan, 'id' | 'kind' | 'customerId'>,
  end: { state: 'succeeded' | 'failed'; outcome: string; now: number },
): Promise<string> {
  const patch = { state: end.state, outcome: end.outcome, endedAt: end.now };
  const ops: Op[] = [{ op: 'edit', table: 'plans', id: plan.id, patch }];
  const card = await store.card(plan.customerId);
  const open = card?.retention.defections.find(({ wonBackAt }) => wonBackAt === null);
  if (plan.kind === 'win-back' && end.state === 'succeeded' && open) {
    ops.push({ op: 'edit', table: 'defections', id: open.id, patch: { wonBackAt: end.now } });
    if (open.extent === 'full') ops.push(...(await staged(store, plan.customerId, 'won-back')));
  }
  return commit(store, 'plan-edited', source, ops);
}

export const removePlan = (store: Store, source: Source, id: string) =>
  commit(store, 'plan-removed', source, [{ op: 'remove', table: 'plans', id }]);

/** Rates one point of the key-account guard; the list is made by its first check. */
export async function checkGuard(
  store: Store,
  source: Source,
  customerId: string,
  { item, rating, note, at }: { item: GuardItem; rating: number; note: string; at: number },
): Promise<string> {
  const guard: Guard | null = (await store.card(customerId))?.retention.guard ?? null;
  const checks = { ...guard?.checks, [item]: { rating, note, at } };
  return commit(store, 'guard-checked', source, [
    guard
      ? { op: 'edit', table: 'guards', id: guard.id, patch: { checks } }
      : { op: 'add', table: 'guards', row: { id: newId(), customerId, checks } },
  ]);
}

export const addRound = (
  store: Store,
  source: Source,
  draft: Pick<Round, 'kind' | 'name' | 'startedAt' | 'seed' | 'asked'>,
) =>
  commit(store, 'round-added', source, [
    { op: 'add', table: 'rounds', row: { id: newId(), reviews: {}, measures: [], closedAt: null, ...draft } },
  ]);

export const editRound = (
  store: Store,
  source: Source,
  id: string,
  patch: Partial<Omit<Draft<'rounds'>, 'id'>>,
) => commit(store, 'round-edited', source, [{ op: 'edit', table: 'rounds', id, patch }]);

export const removeRound = (store: Store, source: Source, id: string) =>
  commit(store, 'round-removed', source, [{ op: 'remove', table: 'rounds', id }]);

/** The customer's stage held by hand, dated; null: as the ledger and the records tell, which is `told` now. */
export const pinStage = (
  store: Store,
  source: Source,
  id: string,
  { stage, told, now }: { stage: Stage | null; told?: Stage | undefined; now: number },
) => {
  const shown = stage ?? told;
  const patch = { stagePinned: stage, stagePinnedAt: stage && now, ...(shown && { stage: shown }) };
  return commit(store, 'customer-edited', source, [{ op: 'edit', table: 'customers', id, patch }]);
};

/** A complaint's new state, with the dates that it brings along. */
export function complaintState(
  store: Store,
  source: Source,
  complaint: Pick<Rows['complaints'], 'id' | 'firstAnswerAt' | 'resolvedAt'>,
  status: Rows['complaints']['status'],
  now: number,
  more: { resolution?: string } = {},
): Promise<string> {
  const patch = { status, ...datesOf(complaint, status, now), ...more };
  return commit(store, 'complaint-edited', source, [
    { op: 'edit', table: 'complaints', id: complaint.id, patch },
  ]);
}

type ReasonPatch = Partial<Pick<ReasonEdit, 'name' | 'hidden' | 'measures' | 'controllable'>>;

const reasonOp = (reason: Reason, patch: ReasonPatch): Op => {
  if (reason.editId) return { op: 'edit', table: 'reasons', id: reason.editId, patch };
  const { code, parent, controllable, name, measures } = reason;
  const row = { id: newId(), code, parent, controllable, name, measures, hidden: false, ...patch };
  return { op: 'add', table: 'reasons', row };
};

/** A new name (or other measures) for an entry: records keep naming it by its code, so their history is told with the new name. */
export const editReason = (store: Store, source: Source, reason: Reason, patch: ReasonPatch) =>
  commit(store, 'reasons-edited', source, [reasonOp(reason, patch)]);

export function addReason(
  store: Store,
  source: Source,
  draft: { name: string; parent: string; controllable: boolean },
): Promise<string> {
  const id = newId();
  const row = { ...draft, id, code: id, hidden: false, measures: null };
  return commit(store, 'reasons-edited', source, [{ op: 'add', table: 'reasons', row }]);
}

/** How many records name an entry or one below it. */
export async function reasonUse(store: Store, codes: string[]): Promise<number> {
  const [records, plans] = await Promise.all([store.defectionsWith(codes), store.plansWith(codes)]);
  return records.length + plans.length;
}

/**
 * Drops an entry with those below it. Its records go to `to` in the same change (null: they lose the reason), so one undo brings all back.
 * Throws ReasonInUse where records name it and `to` is undefined: somebody has to say where they go.
 */
export async function dropReason(
  store: Store,
  source: Source,
  reasons: readonly Reason[],
  code: string,
  to?: string | null,
): Promise<string> {
  const gone = reasons.filter((one) => one.code === code || one.parent === code);
  const codes = gone.map((one) => one.code);
  const [records, plans] = await Promise.all([store.defectionsWith(codes), store.plansWith(codes)]);
  const used = records.length + plans.length;
  if (used > 0 && to === undefined) throw new ReasonInUse(code, used);
  if (to && codes.includes(to)) throw new ReasonInUse(to, used);
  const target = to ?? null;
  return commit(store, 'reasons-edited', source, [
    ...gone.map((one) => reasonOp(one, { hidden: true })),
    ...records.map(
      (row): Op => ({
        op: 'edit',
        table: 'defections',
        id: row.id,
        patch: { reasons: movedReasons(row.reasons, codes, target) },
      }),
    ),
    ...plans.map((row): Op => ({ op: 'edit', table: 'plans', id: row.id, patch: { reason: target } })),
  ]);
}

/** Records name the entry: where they go has to be said. */
export class ReasonInUse extends Error {
  override readonly name = 'ReasonInUse';
  constructor(
    readonly code: string,
    readonly records: number,
  ) {
    super(`${records} records name the reason ${code}`);
  }
}
