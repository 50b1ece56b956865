import { newId } from '../id';
import { newComplaint, newContact, newCustomer, newInteraction, newLedger, newReminder } from './drafts';
import { BUYING } from './sample-buying';
import { ENGLISH } from './sample-en';
import { entriesOf, sampleRates, workedEntries } from './sample-ledgers';
import type { SamplePerson } from './sample-people';
import { WORKED } from './sample-worked';
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
  ledgers: Draft<'ledgers'>[];
  rates: Draft<'rates'>[];
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
    ledgers: [],
    rates: [],
  };
  for (const person of [...CHINESE, ...ENGLISH]) addPerson(data, person, now, zone);
  const year = Number(dayOf(now, zone)(0).slice(0, 4));
  for (const example of WORKED) addWorked(data, example, year);
  data.rates.push(...sampleRates(year));
  return data;
}

/** The date so many days from `now` where the reader is. */
const dayOf = (now: number, zone: string) => (days: number) =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().add({ days }).toString();

/** The worked example: all the others came through the first. */
function addWorked(data: SampleData, { money, people }: (typeof WORKED)[number], year: number): void {
  let first: string | null = null;
  for (const person of people) {
    const customer = newCustomer({ ...person.customer, referredBy: first, sample: true });
    data.customers.push(customer);
    data.ledgers.push(newLedger(customer.id, workedEntries(person, money, year)));
    first ??= customer.id;
  }
}

function addPerson(data: SampleData, person: SamplePerson, now: number, zone: string): void {
  const customerId = newId();
  const before = (days: number) => now - days * DAY_MS;
  const day = dayOf(now, zone);
  const lastContactAt = person.contacted === undefined ? 0 : before(person.contacted);
  const known = { ...person.customer, id: customerId, lastContactAt, sample: true };
  data.customers.push(newCustomer(known));
  const buys = BUYING[person.customer.name];
  const worth = person.customer.valueToDate;
  if (buys && worth) {
    const money = (major: number) => ({ minor: major * 100, currency: worth.currency });
    data.ledgers.push(newLedger(customerId, entriesOf(buys, worth.minor / 100, money, day)));
  }
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
