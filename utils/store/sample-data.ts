import { newId } from '../id';
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

/** What a sample customer has where nothing is written down for it. */
const BLANK: Omit<Draft<'customers'>, 'id' | 'kind' | 'name'> = {
  relation: 'direct',
  aliases: [],
  company: '',
  title: '',
  emails: [],
  domains: [],
  phones: [],
  codes: [],
  addresses: [],
  owner: '',
  stage: 'potential',
  tier: null,
  valueToDate: null,
  valueNext12: null,
  valueReferred: null,
  riskLevel: null,
  riskReasons: [],
  riskNote: '',
  needs: [],
  tags: [],
  cadenceDays: null,
  lastContactAt: 0,
  country: '',
  sample: true,
};

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
  data.customers.push({ ...BLANK, ...person.customer, id: customerId, lastContactAt });
  for (const contact of person.contacts ?? []) data.contacts.push({ ...contact, id: newId(), customerId });
  for (const { ago, kind, text } of person.log ?? [])
    data.interactions.push({ id: newId(), customerId, kind, at: before(ago), text, page: null });
  for (const { inDays, time, reason, repeat } of person.reminders ?? [])
    data.reminders.push({
      id: newId(),
      customerId,
      reason,
      local: `${day(inDays)}T${time}`,
      zone,
      repeat: repeat ?? null,
      snoozedTo: null,
      state: 'open',
      doneAt: null,
      announcedFor: null,
    });
  for (const { ago, dueInDays, text } of person.complaints ?? [])
    data.complaints.push({
      id: newId(),
      customerId,
      text,
      page: null,
      openedAt: before(ago),
      dueDate: day(dueInDays),
      status: 'open',
      resolvedAt: null,
      resolution: '',
    });
}
