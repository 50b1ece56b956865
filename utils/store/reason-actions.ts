import { newId } from '../id';
import type { ReasonEdit } from '../retention/model';
import { movedReasons, type Reason } from '../retention/taxonomy';
import type { Store } from './api';
import { oneChange, type Source } from './one-change';
import type { Op } from './types';

/** The taxonomy of reasons, and where its records go. */

type ReasonPatch = Partial<Pick<ReasonEdit, 'name' | 'hidden' | 'measures' | 'controllable'>>;

const reasonOp = (reason: Reason, patch: ReasonPatch): Op => {
  if (reason.editId) return { op: 'edit', table: 'reasons', id: reason.editId, patch };
  const { code, parent, controllable, name, measures } = reason;
  const row = { id: newId(), code, parent, controllable, name, measures, hidden: false, ...patch };
  return { op: 'add', table: 'reasons', row };
};

/** A new name (or other measures) for an entry: records keep naming it by its code, so their history is told with the new name. */
export const editReason = (store: Store, source: Source, reason: Reason, patch: ReasonPatch) =>
  oneChange(store, 'reasons-edited', source, [reasonOp(reason, patch)]);

export function addReason(
  store: Store,
  source: Source,
  draft: { name: string; parent: string; controllable: boolean },
): Promise<string> {
  const id = newId();
  const row = { ...draft, id, code: id, hidden: false, measures: null };
  return oneChange(store, 'reasons-edited', source, [{ op: 'add', table: 'reasons', row }]);
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
  return oneChange(store, 'reasons-edited', source, [
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
