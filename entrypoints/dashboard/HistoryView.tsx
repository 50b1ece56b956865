import { useState } from 'preact/hooks';
import { History } from '../../components/dashboard/history/History';
import { useLive } from '../../utils/ui/live';
import { goTo } from './use-route';
import type { ViewProps } from './views';

const PAGE = 100;

/** The journal, read live. */
export function HistoryView({ store, changes, now }: ViewProps) {
  const [limit, setLimit] = useState(PAGE);
  const read = async () => {
    const entries = await store.history(limit + 1);
    const ids = [...new Set(entries.flatMap(({ customerIds }) => customerIds.slice(0, 3)))];
    const customers = await store.customers(ids);
    return { entries, names: new Map(customers.map(({ id, name }) => [id, name])) };
  };
  const { value } = useLive(store, read, [limit]);
  return (
    <History
      entries={value?.entries.slice(0, limit) ?? null}
      names={value?.names ?? new Map()}
      now={now}
      more={(value?.entries.length ?? 0) > limit}
      onMore={() => setLimit(limit + PAGE)}
      onUndo={(id) => void changes.undo(id)}
      onOpen={(id) => goTo({ view: 'customers', id })}
    />
  );
}
