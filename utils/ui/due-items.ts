import { dateTimeText } from '../../components/format';
import { dueInstant, snoozeChoices } from '../contact';
import { t } from '../i18n';
import type { Change, DueItem, Store } from '../store';
import { addReminder, doneReminder, markContacted, snoozeReminder } from '../store/actions';

/** The usual times to put something off to, in words. */
export const snoozeOptions = (now: number, zone: string, remindAt: string) =>
  snoozeChoices(now, zone, remindAt).map(({ id, local }) => ({
    id,
    local,
    text: t(`snooze_${id}`),
    detail: dateTimeText(dueInstant(local, zone), now),
  }));

type Item = Pick<DueItem, 'customer' | 'reminder'>;

/** The contact that was due has been made. */
export const doneItem = (store: Store, source: Change['source'], { customer, reminder }: Item) =>
  reminder
    ? doneReminder(store, source, reminder.id, Date.now())
    : markContacted(store, source, customer.id, Date.now());

/** A contact by cadence has no reminder yet: putting it off makes one. `local` is in the reader's zone. */
export function snoozeItem(
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
