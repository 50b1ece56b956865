import { newId } from '../id';
import { newComplaint, newContact, newCustomer, newInteraction, newReminder } from './drafts';
import { ENGLISH } from './sample-en';
import type { SamplePerson } from './sample-people';
import { CHINESE } from './sample-zh';
import type { Draft } from './types';

const DAY_MS = 86_400_000;

export interface SampleData {
  customers: Draft<'customers'>[];
  contacts: Draft<'contacts'>[];
  interactions: Draft<'interactions'>[];
  reminders: Draft<'reminders'>[];
  complaints: Draft<'complaints'>[];
  wallets: Draft<'wallets'>[];
  satisfactions: Draft<'satisfactions'>[];
  guards: Draft<'guards'>[];
}

/**
 * Sample customers with what happened to them, relative to `now` (epoch ms) so that some contacts are due whenever
 * it is loaded; reminders stand in the reader's `zone` (IANA). Ids are new at each call: data that was removed can
 * be loaded again beside its removed rows.
 */
export function sampleData(now: number, zone: string): SampleData {
  const data: SampleData = {
    customers: [],
    contacts: [],
    interactions: [],
    reminders: [],
    complaints: [],
    wallets: [],
    satisfactions: [],
    guards: [],
  };
  for (const person of [...CHINESE, ...ENGLISH]) addPerson(data, person, now, zone);
  return data;
}

function addPerson(data: SampleData, person: SamplePerson, now: number, zone: string): void {
  const customerId = newId();
  const before = (days: number) => now - days * DAY_MS;
  const day = (days: number) =>
    Temporal.Instant.fromEpochMilliseconds(now)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .add({ days })
      .toString();
  const lastContactAt = person.contacted === undefined ? 0 : before(person.contacted);
  const known = { ...person.customer, id: customerId, lastContactAt, sample: true };
  data.customers.push(newCustomer(known));
  for (const contact of person.contacts ?? []) data.contacts.push(newContact({ ...contact, customerId }));
  for (const { ago, kind, text } of person.log ?? [])
    data.interactions.push(newInteraction({ customerId, kind, at: before(ago), text }));
  for (const { inDays, time, reason, repeat = null } of person.reminders ?? [])
    data.reminders.push(newReminder({ customerId, reason, local: `${day(inDays)}T${time}`, zone, repeat }));
  for (const { ago, dueInDays, text, category = null } of person.complaints ?? [])
    data.complaints.push(
      newComplaint({ customerId, text, category, openedAt: before(ago), dueDate: day(dueInDays) }),
    );
  addLeaving(data, person, { customerId, before, day });
}

interface Around {
  customerId: string;
  /** Epoch ms so many days ago. */
  before: (days: number) => number;
  /** `YYYY-MM-DD` so many days from now. */
  day: (days: number) => string;
}

/** What is known of their staying: shares of wallet, answers, the check-list of a key account. */
function addLeaving(data: SampleData, person: SamplePerson, { customerId, before, day }: Around): void {
  for (const { ago, total, ours, source } of person.wallets ?? []) {
    const [fromDate, toDate] = [day(-ago - 364), day(-ago)];
    data.wallets.push({ id: newId(), customerId, fromDate, toDate, total, ours, source });
  }
  for (const { ago, level, text } of person.satisfaction ?? [])
    data.satisfactions.push({
      ...{ id: newId(), customerId, at: before(ago), level, text },
      ...{ ratios: {}, page: null, roundId: null },
    });
  if (!person.guard) return;
  const checks = Object.entries(person.guard).map(([item, [rating, ago]]) => [
    item,
    { rating, at: before(ago), note: '' },
  ]);
  data.guards.push({ id: newId(), customerId, checks: Object.fromEntries(checks) });
}
