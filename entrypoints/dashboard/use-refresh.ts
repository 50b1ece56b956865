import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { troubleWords } from '../../utils/ui/trouble';
import type { ViewProps } from './views';

/** Brings sums, models and totals up to date when one asks for it; `force` also where little has changed. */
export function useRefresh({ store, changes }: Pick<ViewProps, 'store' | 'changes'>) {
  const [refreshing, setRefreshing] = useState(false);
  const refresh = (force: boolean) => {
    setRefreshing(true);
    store
      .refresh({ now: Date.now(), today: today(), force })
      .catch((error: unknown) => changes.tell(t('dash_failed', { WHY: troubleWords(error) }), true))
      .finally(() => setRefreshing(false));
  };
  return { refresh, refreshing };
}

/** The reader's day, `YYYY-MM-DD`. */
export const today = (): string => Temporal.Now.plainDateISO().toString();
