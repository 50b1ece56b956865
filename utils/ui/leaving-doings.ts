import type { SidebarActions } from '../../components/sidebar/props';
import type { ChangeWhat } from '../store';
import * as act from '../store/retention-actions';
import { type Around, pageRef, settle, sourceOf } from './around';

/** The callbacks about staying and leaving: each a change with Undo, like all the others. */
export type Leaving =
  | 'addDefection'
  | 'wonBack'
  | 'pinStage'
  | 'addWallet'
  | 'addSatisfaction'
  | 'addPlan'
  | 'doneMeasure'
  | 'checkGuard';

export function leaving(around: Around): Pick<SidebarActions, Leaving> {
  const { store, host, given, said } = around;
  const source = () => sourceOf(given);
  const ask = (what: ChangeWhat, change: Promise<string>) => void settle(around, what, change);
  const withId = (use: (customerId: string) => void) => {
    const id = said.found.value?.found?.card.customer.id;
    if (id) use(id);
  };
  const noted = () => ({ at: host.now(), page: pageRef(given) });
  return {
    addDefection: (draft) =>
      withId((customerId) =>
        ask('defection-added', act.addDefection(store, source(), { customerId, ...draft, ...noted() })),
      ),
    wonBack: (record) => ask('won-back', act.wonBack(store, source(), record, host.now())),
    pinStage: (stage, told) =>
      withId((id) =>
        ask('customer-edited', act.pinStage(store, source(), id, { stage, told, now: host.now() })),
      ),
    addWallet: (draft) =>
      withId((customerId) => ask('wallet-added', act.addWallet(store, source(), { customerId, ...draft }))),
    addSatisfaction: (answer) =>
      withId((customerId) => {
        const row = { customerId, roundId: null, ...answer, ...noted() };
        ask('satisfaction-added', act.addSatisfaction(store, source(), row));
      }),
    addPlan: (draft) =>
      withId((customerId) => {
        const when = { now: host.now(), zone: host.zone, remindAt: given.settings.value.remindAt };
        ask('plan-added', act.addPlan(store, source(), { customerId, ...draft }, when));
      }),
    doneMeasure: (plan, measureId) =>
      ask('plan-edited', act.doneMeasure(store, source(), plan, measureId, host.now())),
    checkGuard: (check) =>
      withId((customerId) =>
        ask('guard-checked', act.checkGuard(store, source(), customerId, { ...check, at: host.now() })),
      ),
  };
}
