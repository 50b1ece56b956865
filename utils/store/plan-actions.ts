import { newId } from '../id';
import type { Guard, GuardItem, Measure, Plan } from '../retention/model';
import type { Store } from './api';
import { newReminder } from './drafts';
import { RowMissing } from './errors';
import { oneChange, type Source, staged } from './one-change';
import type { Op } from './types';

/** What is done to keep a customer: plans with their measures, and the check-list of a key account. */

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
  return oneChange(store, 'plan-added', source, [
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
  return oneChange(store, 'plan-edited', source, ops);
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
  return oneChange(store, 'plan-edited', source, ops);
}

export const removePlan = (store: Store, source: Source, id: string) =>
  oneChange(store, 'plan-removed', source, [{ op: 'remove', table: 'plans', id }]);

/** Rates one point of the key-account guard; the list is made by its first check. */
export async function checkGuard(
  store: Store,
  source: Source,
  customerId: string,
  { item, rating, note, at }: { item: GuardItem; rating: number; note: string; at: number },
): Promise<string> {
  const guard: Guard | null = (await store.card(customerId))?.retention.guard ?? null;
  const checks = { ...guard?.checks, [item]: { rating, note, at } };
  return oneChange(store, 'guard-checked', source, [
    guard
      ? { op: 'edit', table: 'guards', id: guard.id, patch: { checks } }
      : { op: 'add', table: 'guards', row: { id: newId(), customerId, checks } },
  ]);
}
