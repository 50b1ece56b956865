import type { DueListProps } from '../../components/due/DueList';
import { changeName } from '../../components/terms';
import type { Settings } from '../browser/settings';
import { t } from '../i18n';
import type { Change, Store } from '../store';
import type { Changes } from './changes';
import { doneItem, doneWhat, snoozeItem, snoozeOptions } from './due-items';
import { useLive } from './live';
import { zoneHere } from './page';

type Wired = Pick<DueListProps, 'items' | 'total' | 'now' | 'snoozes' | 'onDone' | 'onSnooze'>;

interface Options {
  store: Store;
  settings: Settings;
  source: Change['source'];
  changes: Changes;
  now: number;
  limit: number;
}

/** The due list of popup and dashboard: read live, Done and Snooze as changes. Null until read. */
export function useDue({ store, settings, source, changes, now, limit }: Options): Wired | null {
  const { cadenceDays, remindAt } = settings;
  const read = async () => ({
    items: await store.due(now, cadenceDays, limit),
    total: await store.dueCount(now, cadenceDays),
  });
  const { value } = useLive(store, read, [now, cadenceDays, limit]);
  const zone = zoneHere();
  return (
    value && {
      ...value,
      now,
      snoozes: snoozeOptions(now, zone, remindAt),
      onDone: (item) => void changes.run(changeName(doneWhat(item)), () => doneItem(store, source, item)),
      onSnooze: (item, local) =>
        void changes.run(t('change_reminder_snoozed'), () => snoozeItem(store, source, item, local, zone)),
    }
  );
}
