import type { DueListProps } from '../../components/due/DueList';
import { dateTimeText } from '../../components/format';
import type { Settings } from '../browser/settings';
import { dueInstant, snoozeChoices } from '../contact';
import { t } from '../i18n';
import type { Change, DueItem, Store } from '../store';
import { addReminder, doneReminder, markContacted, snoozeReminder } from '../store/actions';
import type { Changes } from './changes';
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
      onDone: (item) => void changes.run(t('change_reminder_done'), () => done(store, source, item)),
      onSnooze: (item, local) =>
        void changes.run(t('change_reminder_snoozed'), () => snooze(store, source, item, local, zone)),
    }
  );
}

/** The usual times to put something off to, in words. */
export const snoozeOptions = (now: number, zone: string, remindAt: string) =>
  snoozeChoices(now, zone, remindAt).map(({ id, local }) => ({
    id,
    local,
    text: t(`snooze_${id}`),
    detail: dateTimeText(dueInstant(local, zone), now),
  }));

type Item = Pick<DueItem, 'customer' | 'reminder'>;

const done = (store: Store, source: Change['source'], { customer, reminder }: Item) =>
  reminder
    ? doneReminder(store, source, reminder.id, Date.now())
    : markContacted(store, source, customer.id, 'note', Date.now());

/** A contact by cadence has no reminder yet: putting it off makes one. `local` is in the reader's zone. */
function snooze(
  store: Store,
  source: Change['source'],
  { customer, reminder }: Item,
  local: string,
  zone: string,
) {
  if (!reminder) {
    return addReminder(store, source, { customerId: customer.id, reason: t('due_cadence'), local, zone });
  }
  const there = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).withTimeZone(reminder.zone);
  return snoozeReminder(
    store,
    source,
    reminder.id,
    there.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  );
}
