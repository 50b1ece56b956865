import { dateTimeText } from '../../components/format';
import { dueInstant, snoozeChoices } from '../contact';
import { t } from '../i18n';
import type { Change, ChangeWhat, CustomerDue, DueItem, Store } from '../store';
import { addReminder, doneReminder, markContacted, snoozeReminder } from '../store/actions';
import { doneRoundMeasure } from '../store/asking-actions';

/** The usual times to put something off to, in words. */
export const snoozeOptions = (now: number, zone: string, remindAt: string) =>
  snoozeChoices(now, zone, remindAt).map(({ id, local }) => ({
    id,
    local,
    text: t(`snooze_${id}`),
    detail: dateTimeText(dueInstant(local, zone), now),
  }));

/** The contact that was due has been made, or the measure been taken. */
export function doneItem(store: Store, source: Change['source'], item: DueItem): Promise<string> {
  const now = Date.now();
  if (item.kind === 'measure') return doneRoundMeasure(store, source, item.round, item.measure.id, now);
  const { customer, reminder } = item;
  return reminder
    ? doneReminder(store, source, reminder.id, now)
    : markContacted(store, source, customer.id, now);
}

/** The view of the dashboard that an item leads to. */
export const viewOf = (item: DueItem): string =>
  item.kind === 'measure' ? 'retention/investigation' : `customers/${item.customer.id}`;

/** What the change of {@link doneItem} is called. */
export function doneWhat(item: DueItem): ChangeWhat {
  if (item.kind === 'measure') return 'round-edited';
  return item.reminder ? 'reminder-done' : 'contacted';
}

/** A contact by cadence has no reminder yet: putting it off makes one. `local` is in the reader's zone. */
export function snoozeItem(
  store: Store,
  source: Change['source'],
  { customer, reminder }: CustomerDue,
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
