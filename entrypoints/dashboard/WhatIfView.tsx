import { useState } from 'preact/hooks';
import { Losing } from '../../components/dashboard/whatif/Losing';
import { WhatIf } from '../../components/dashboard/whatif/WhatIf';
import { writeSettings } from '../../utils/browser/settings-store';
import { t } from '../../utils/i18n';
import { useLive } from '../../utils/ui/live';
import { searchCustomers } from '../../utils/ui/search';
import type { ViewProps } from './views';
import '../../components/dashboard/reports/reports.css';
import '../../components/search/search.css';

const YEAR_MS = 365.25 * 86_400_000;

/** The what-if questions, over the real customers. */
export function WhatIfView(props: ViewProps) {
  const { store, changes, settings, now } = props;
  const totals = useLive(store, async () => ({ portfolio: await store.portfolio() }), []);
  const day = Math.floor(now / 86_400_000);
  const complaints = useLive(store, () => store.complaintCount(now - YEAR_MS), [day]);
  return (
    <WhatIf
      portfolio={totals.value?.portfolio}
      settings={settings}
      complaints={complaints.value}
      losing={<LosingView {...props} />}
      onKeep={(assumptions) =>
        void writeSettings({ assumptions }).then(
          () => changes.tell(t('dash_settingSaved')),
          () => changes.tell(t('dash_failed', { WHY: t('trouble_other') }), true),
        )
      }
    />
  );
}

/** What losing one customer would cost; the one with the most to lose is shown until another is chosen. */
function LosingView({ store, settings }: ViewProps) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useLive(store, async () => (query.trim() === '' ? [] : await searchCustomers(store, query)), [
    query,
  ]);
  const shown = useLive(store, async () => {
    if (chosen === null) return (await store.insights({ limit: 1 })).rows[0] ?? null;
    const [[customer], insight] = await Promise.all([store.customers([chosen]), store.insight(chosen)]);
    return customer ? { customer, insight } : null;
  }, [chosen]);
  return (
    <Losing
      key={shown.value?.customer.id ?? 'nobody'}
      customer={shown.value?.customer ?? null}
      insight={shown.value?.insight ?? null}
      currency={settings.currency}
      search={{ query, found: found.value ?? [], onQuery: setQuery }}
      onChoose={(id) => {
        setChosen(id);
        setQuery('');
      }}
    />
  );
}
