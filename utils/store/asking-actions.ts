import { newId } from '../id';
import { dayIn, stageFactsOf } from '../retention/facts';
import type { Round } from '../retention/model';
import { stagesOf } from '../retention/stages';
import type { Store } from './api';
import { RowMissing } from './errors';
import { oneChange, type Source } from './one-change';
import type { Draft, Op } from './types';

/** What customers say when they are asked: answers, surveys and interviews. */

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
  return oneChange(store, 'satisfaction-added', source, ops);
}

export const removeSatisfaction = (store: Store, source: Source, id: string) =>
  oneChange(store, 'satisfaction-removed', source, [{ op: 'remove', table: 'satisfactions', id }]);

async function roundOf(store: Store, id: string): Promise<Round> {
  const round = (await store.rounds()).find((one) => one.id === id);
  if (!round) throw new RowMissing('rounds', id);
  return round;
}

export const addRound = (
  store: Store,
  source: Source,
  draft: Pick<Round, 'kind' | 'name' | 'startedAt' | 'seed' | 'asked'>,
) =>
  oneChange(store, 'round-added', source, [
    { op: 'add', table: 'rounds', row: { id: newId(), reviews: {}, measures: [], closedAt: null, ...draft } },
  ]);

export const editRound = (
  store: Store,
  source: Source,
  id: string,
  patch: Partial<Omit<Draft<'rounds'>, 'id'>>,
) => oneChange(store, 'round-edited', source, [{ op: 'edit', table: 'rounds', id, patch }]);

/** A measure that an investigation decided is done. */
export const doneRoundMeasure = (
  store: Store,
  source: Source,
  { id, measures }: Pick<Round, 'id' | 'measures'>,
  measureId: string,
  now: number,
) =>
  editRound(store, source, id, {
    measures: measures.map((one) => (one.id === measureId ? { ...one, doneAt: now } : one)),
  });

/**
 * What a lost customer said when asked: kept in the round, and in the same change their record of leaving takes the reasons, those of the
 * interview first, so that the failure analysis counts what was learnt. Who left in silence gets a record then, of the day that they were lost.
 * Recorded once more it is a correction: it keeps its date, and the record loses the reasons that the customer did not name after all.
 */
export async function addInterview(
  store: Store,
  source: Source,
  round: Pick<Round, 'id' | 'asked'>,
  customerId: string,
  { at, reasons, text }: { at: number; reasons: string[]; text: string },
): Promise<string> {
  const before = round.asked.find((one) => one.customerId === customerId)?.reasons ?? [];
  const asked = round.asked.map((one) =>
    one.customerId === customerId ? { ...one, reasons, text, answeredAt: one.answeredAt ?? at } : one,
  );
  const ops: Op[] = [{ op: 'edit', table: 'rounds', id: round.id, patch: { asked } }];
  if (reasons.length + before.length > 0)
    ops.push(...(await learnt(store, customerId, { reasons, before, at })));
  return oneChange(store, 'round-edited', source, ops);
}

interface Learnt {
  reasons: string[];
  /** What the interview that is corrected had named. */
  before: string[];
  at: number;
}

async function learnt(store: Store, customerId: string, { reasons, before, at }: Learnt): Promise<Op[]> {
  const card = await store.card(customerId);
  if (!card) return [];
  const [last] = card.retention.defections;
  if (last) {
    const kept = last.reasons.filter((code) => !before.includes(code));
    const all = [...new Set([...reasons, ...kept])];
    return [{ op: 'edit', table: 'defections', id: last.id, patch: { reasons: all } }];
  }
  const { customer, retention } = card;
  const today = dayIn(Temporal.Now.timeZoneId(), at);
  const stage = stagesOf(stageFactsOf({ customer, summary: retention.summary }, [], today)).at(-1);
  if (stage?.stage !== 'lost' || reasons.length === 0) return [];
  const lost = Date.parse(`${stage.from}T12:00Z`); // a day, as the ledger tells it: its noon is that day wherever it is read
  const known = { customerId, reasons, at: lost, extent: 'full', whereto: 'unknown' } as const;
  const row = { ...known, id: newId(), competitor: '', text: '', page: null, wonBackAt: null };
  return [{ op: 'add', table: 'defections', row: { ...row, reasons: [...reasons] } }];
}

export const removeRound = (store: Store, source: Source, id: string) =>
  oneChange(store, 'round-removed', source, [{ op: 'remove', table: 'rounds', id }]);
