import { Staying } from '../../components/dashboard/record/Staying';
import { changeName } from '../../components/terms';
import type { Warning } from '../../utils/retention/early-warning';
import { keyTierOf } from '../../utils/retention/guard';
import { tierOf } from '../../utils/retention/shown';
import type { ChangeWhat, CustomerCard } from '../../utils/store';
import * as act from '../../utils/store/retention-actions';
import { recording } from '../../utils/ui/leaving-doings';
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
  const run = (what: ChangeWhat, change: () => Promise<string>) => void changes.run(changeName(what), change);
  const recorded = recording({
    ...{ store, run, now: Date.now, zone: zoneHere() },
    source: () => source,
    shown: () => card.customer.id,
    page: () => null,
    remindAt: () => settings.remindAt,
  });
  return {
    ...recorded,
    removeDefection: (id) => run('defection-removed', () => act.removeDefection(store, source, id)),
    removeWallet: (id) => run('wallet-removed', () => act.removeWallet(store, source, id)),
    removeSatisfaction: (id) => run('satisfaction-removed', () => act.removeSatisfaction(store, source, id)),
    endPlan: (plan, state, outcome) =>
      run('plan-edited', () => act.endPlan(store, source, plan, { state, outcome, now: Date.now() })),
  };
}
