import type { SidebarActions } from '../../components/sidebar/props';
import type { PageRef } from '../customer/model';
import type { Change, ChangeWhat, Store } from '../store';
import * as act from '../store/retention-actions';
import { type Around, pageRef, settle, sourceOf } from './around';

/** What is recorded about staying and leaving, wherever it is recorded. */
type Recorded =
  | 'addDefection'
  | 'wonBack'
  | 'addWallet'
  | 'addSatisfaction'
  | 'addPlan'
  | 'doneMeasure'
  | 'checkGuard';
export type Leaving = Recorded | 'pinStage';

/** Where it is recorded: beside a page, or in the dashboard. */
export interface Recording {
  store: Store;
  source: () => Change['source'];
  /** Id of the customer who is shown; null: nobody any more. */
  shown: () => string | null;
  page: () => PageRef | null;
  now: () => number;
  zone: string;
  remindAt: () => string;
  /** Carries a change out, and tells it with Undo. */
  run: (what: ChangeWhat, change: () => Promise<string>) => void;
}

/** The callbacks about staying and leaving: each a change with Undo, like all the others. */
export function recording(at: Recording): Pick<SidebarActions, Recorded> {
  const { store, source, now, run } = at;
  const ofShown = (what: ChangeWhat, change: (customerId: string) => Promise<string>) => {
    const id = at.shown();
    if (id) run(what, () => change(id));
  };
  const noted = () => ({ at: now(), page: at.page() });
  return {
    addDefection: (draft) =>
      ofShown('defection-added', (customerId) =>
        act.addDefection(store, source(), { customerId, ...draft, ...noted() }),
      ),
    wonBack: (record) => run('won-back', () => act.wonBack(store, source(), record, now())),
    addWallet: (draft) =>
      ofShown('wallet-added', (customerId) => act.addWallet(store, source(), { customerId, ...draft })),
    addSatisfaction: (answer) =>
      ofShown('satisfaction-added', (customerId) =>
        act.addSatisfaction(store, source(), { customerId, roundId: null, ...answer, ...noted() }),
      ),
    addPlan: (draft) =>
      ofShown('plan-added', (customerId) => {
        const when = { now: now(), zone: at.zone, remindAt: at.remindAt() };
        return act.addPlan(store, source(), { customerId, ...draft }, when);
      }),
    doneMeasure: (plan, measureId) =>
      run('plan-edited', () => act.doneMeasure(store, source(), plan, measureId, now())),
    checkGuard: (check) =>
      ofShown('guard-checked', (customerId) =>
        act.checkGuard(store, source(), customerId, { ...check, at: now() }),
      ),
  };
}

/** Those callbacks of the sidebar. */
export function leaving(around: Around): Pick<SidebarActions, Leaving> {
  const { store, host, given, said } = around;
  const at: Recording = {
    store,
    source: () => sourceOf(given),
    shown: () => said.found.value?.found?.card.customer.id ?? null,
    page: () => pageRef(given),
    now: host.now,
    zone: host.zone,
    remindAt: () => given.settings.value.remindAt,
    run: (what, change) => void settle(around, what, change()),
  };
  return {
    ...recording(at),
    pinStage: (stage, told) => {
      const id = at.shown();
      const pin = { stage, told, now: host.now() };
      if (id) at.run('customer-edited', () => act.pinStage(store, at.source(), id, pin));
    },
  };
}
