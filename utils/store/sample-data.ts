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
}

/**
 * Sample customers with what happened to them, relative to `now` (epoch ms) so that some contacts are due whenever
 * it is loaded; reminders stand in the reader's `zone` (IANA). Ids are new at each call: data that was removed can
 * be loaded again beside its removed rows.
 */
export function sampleData(now: number, zone: string): SampleData {
  const data: SampleData = { customers: [], contacts: [], interactions: [], reminders: [], complaints: [] };
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
  for (const { ago, dueInDays, text } of person.complaints ?? [])
    data.complaints.push(newComplaint({ customerId, text, openedAt: before(ago), dueDate: day(dueInDays) }));
}
