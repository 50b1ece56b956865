import type { PageRef, Stage } from '../customer/model';
import { newId } from '../id';
import type { Defection } from '../retention/model';
import type { Store } from './api';
import { oneChange, type Source, staged } from './one-change';
import type { Draft } from './types';

/** Who leaves, what share of their spending is ours, and the stage held by hand. */

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
  return oneChange(store, 'defection-added', source, [
    { op: 'add', table: 'defections', row },
    ...(draft.extent === 'full' ? await staged(store, draft.customerId, 'lost') : []),
  ]);
}

export const editDefection = (store: Store, source: Source, id: string, patch: Partial<DefectionDraft>) =>
  oneChange(store, 'defection-edited', source, [{ op: 'edit', table: 'defections', id, patch }]);

export const removeDefection = (store: Store, source: Source, id: string) =>
  oneChange(store, 'defection-removed', source, [{ op: 'remove', table: 'defections', id }]);

/** They came back: dated, so that the stage is. */
export async function wonBack(
  store: Store,
  source: Source,
  { id, customerId, extent }: Pick<Defection, 'id' | 'customerId' | 'extent'>,
  at: number,
): Promise<string> {
  return oneChange(store, 'won-back', source, [
    { op: 'edit', table: 'defections', id, patch: { wonBackAt: at } },
    ...(extent === 'full' ? await staged(store, customerId, 'won-back') : []),
  ]);
}

export const addWallet = (store: Store, source: Source, draft: Omit<Draft<'wallets'>, 'id'>) =>
  oneChange(store, 'wallet-added', source, [{ op: 'add', table: 'wallets', row: { id: newId(), ...draft } }]);

export const removeWallet = (store: Store, source: Source, id: string) =>
  oneChange(store, 'wallet-removed', source, [{ op: 'remove', table: 'wallets', id }]);

/** The customer's stage held by hand, dated; null: as the ledger and the records tell, which is `told` now. */
export const pinStage = (
  store: Store,
  source: Source,
  id: string,
  { stage, told, now }: { stage: Stage | null; told?: Stage | undefined; now: number },
) => {
  const shown = stage ?? told;
  const patch = { stagePinned: stage, stagePinnedAt: stage && now, ...(shown && { stage: shown }) };
  return oneChange(store, 'customer-edited', source, [{ op: 'edit', table: 'customers', id, patch }]);
};
