import type { RateDraft } from '../../components/dashboard/settings/Rates';
import { Value } from '../../components/dashboard/settings/Value';
import { changeName } from '../../components/terms';
import type { Settings } from '../../utils/browser/settings';
import { addRate, removeRate } from '../../utils/store/ledger-actions';
import { useLive } from '../../utils/ui/live';
import { today, useRefresh } from './use-refresh';
import type { ViewProps } from './views';
import '../../components/dashboard/reports/reports.css';

/** Customers that show what a weight does. */
const WEIGHED = 6;

/** Settings of value, with the rates and the model that the store has. */
export function ValueSettingsView(props: ViewProps & { onChange: (patch: Partial<Settings>) => void }) {
  const { store, source, changes, settings, onChange } = props;
  const { refresh, refreshing } = useRefresh(props);
  const read = async () => {
    const [rates, model, first] = await Promise.all([
      store.rates(),
      store.model(),
      store.insights({ limit: WEIGHED }),
    ]);
    const weighed = first.rows.map(({ customer: { id, name }, insight: { parts } }) => ({
      id,
      name,
      scores: Object.fromEntries(parts.map(({ part, score }) => [part, score])),
    }));
    return { rates, model, weighed };
  };
  const { value } = useLive(store, read, []);
  const run = (change: () => Promise<string>) => void changes.run(changeName('rates-changed'), change);
  return (
    <Value
      values={settings}
      onValue={onChange}
      rates={value?.rates ?? []}
      model={value?.model ?? null}
      weighed={value?.weighed ?? []}
      today={today()}
      onAddRate={(rate: RateDraft) => run(() => addRate(store, source, rate))}
      onRemoveRate={(id) => run(() => removeRate(store, source, id))}
      refitting={refreshing}
      onRefit={() => refresh(true)}
    />
  );
}
