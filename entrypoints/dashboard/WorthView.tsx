import { useState } from 'preact/hooks';
import { RecordWorth } from '../../components/dashboard/record/Worth';
import { changeName } from '../../components/terms';
import { type ChangeWhat, type CustomerCard, ReferralCycle } from '../../utils/store';
import { editCustomer } from '../../utils/store/actions';
import { addEntries, editEntry, removeEntry } from '../../utils/store/ledger-actions';
import { useLive } from '../../utils/ui/live';
import { searchCustomers } from '../../utils/ui/search';
import { chainWords } from '../../utils/ui/worth';
import { readWorth } from '../../utils/ui/worth-read';
import { today } from './use-refresh';
import { goTo } from './use-route';
import type { ViewProps } from './views';
import '../../components/charts/charts.css';
import '../../components/dashboard/record/worth.css';
import '../../components/dashboard/reports/reports.css';
import '../../components/search/search.css';

/** The worth of the open customer, read live; each edit is a change with Undo. */
export function WorthView(props: ViewProps & { card: CustomerCard }) {
  const { store, source, changes, settings, card } = props;
  const { id } = card.customer;
  const [query, setQuery] = useState('');
  const details = useLive(store, () => readWorth(store, id), [id]);
  const found = useLive(store, async () => (query.trim() === '' ? [] : await searchCustomers(store, query)), [
    query,
  ]);
  const run = (what: ChangeWhat, change: () => Promise<string>) => void changes.run(changeName(what), change);
  const setReferrer = async (referredBy: string | null) => {
    const change = editCustomer(store, source, id, { referredBy });
    try {
      await change;
    } catch (error) {
      if (error instanceof ReferralCycle) return changes.tell(await chainWords(store, error), true);
    }
    run('customer-edited', () => change);
  };
  return (
    <RecordWorth
      customer={card.customer}
      insight={card.insight}
      details={details.value}
      today={today()}
      currency={settings.currency}
      readOnly={store.readOnly}
      search={{ query, found: found.value, onQuery: setQuery }}
      onEdit={(patch) => run('customer-edited', () => editCustomer(store, source, id, patch))}
      actions={{
        addEntry: (entry) => run('entries-added', () => addEntries(store, source, id, [entry])),
        editEntry: (entry) => run('entries-edited', () => editEntry(store, source, id, entry)),
        removeEntry: (entryId) => run('entries-removed', () => removeEntry(store, source, id, entryId)),
        setReferrer: (referredBy) => void setReferrer(referredBy),
        openCustomer: (customerId) => goTo({ view: 'customers', id: customerId }),
      }}
    />
  );
}
