import { Staying } from '../../components/dashboard/record/Staying';
import { changeName } from '../../components/terms';
import type { Warning } from '../../utils/retention/early-warning';
import { keyTierOf } from '../../utils/retention/guard';
import { tierOf } from '../../utils/retention/shown';
import type { ChangeWhat, CustomerCard } from '../../utils/store';
import * as act from '../../utils/store/retention-actions';
import { zoneHere } from '../../utils/ui/page';
import type { ViewProps } from './views';
import '../../components/retention/retention.css';

/** What was recorded about the staying of the open customer; each edit is a change with Undo. */
export function StayingView(props: ViewProps & { card: CustomerCard; warning: Warning }) {
  const { store, card, warning, settings, now } = props;
  const tier = tierOf(card.customer, card.insight);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zoneHere()).toPlainDate();
  return (
    <Staying
      card={card}
      warning={warning}
      keyAccount={keyTierOf(tier) !== null}
      now={now}
      currency={settings.currency}
      today={today.toString()}
      yearAgo={today.subtract({ years: 1 }).toString()}
      soon={today.add({ days: 2 }).toString()}
      owner={card.customer.owner}
      readOnly={store.readOnly}
      actions={actionsOf(props)}
    />
  );
}

function actionsOf({
  store,
  source,
  changes,
  settings,
  card,
}: ViewProps & { card: CustomerCard }): Parameters<typeof Staying>[0]['actions'] {
  const customerId = card.customer.id;
  const run = (what: ChangeWhat, change: () => Promise<string>) => void changes.run(changeName(what), change);
  const noted = () => ({ at: Date.now(), page: null });
  const ringing = () => ({ now: Date.now(), zone: zoneHere(), remindAt: settings.remindAt });
  return {
    addDefection: (draft) =>
      run('defection-added', () => act.addDefection(store, source, { customerId, ...draft, ...noted() })),
    wonBack: (record) => run('won-back', () => act.wonBack(store, source, record, Date.now())),
    removeDefection: (id) => run('defection-removed', () => act.removeDefection(store, source, id)),
    addWallet: (draft) => run('wallet-added', () => act.addWallet(store, source, { customerId, ...draft })),
    removeWallet: (id) => run('wallet-removed', () => act.removeWallet(store, source, id)),
    addSatisfaction: (answer) =>
      run('satisfaction-added', () =>
        act.addSatisfaction(store, source, { customerId, roundId: null, ...answer, ...noted() }),
      ),
    removeSatisfaction: (id) => run('satisfaction-removed', () => act.removeSatisfaction(store, source, id)),
    addPlan: (draft) =>
      run('plan-added', () => act.addPlan(store, source, { customerId, ...draft }, ringing())),
    doneMeasure: (plan, id) => run('plan-edited', () => act.doneMeasure(store, source, plan, id, Date.now())),
    endPlan: (plan, state, outcome) =>
      run('plan-edited', () => act.endPlan(store, source, plan, { state, outcome, now: Date.now() })),
    checkGuard: (check) =>
      run('guard-checked', () => act.checkGuard(store, source, customerId, { ...check, at: Date.now() })),
  };
}
