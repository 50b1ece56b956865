import type { Customer, Reminder, Tier } from '../customer/model';
import { DAY_MS } from './time';

/** Days between contacts by tier; null: none (Settings.cadenceDays). */
export type Cadences = Record<Tier, number | null>;

export interface NextContact {
  dueAt: number;
  from: 'reminder' | 'cadence';
  /** The reminder's own words; '' for a cadence. */
  reason: string;
  reminderId: string | null;
  /** Whole days past `dueAt`; 0 where it is not past. */
  overdueDays: number;
}

/** Days between contacts for this customer: their own, else their tier's; null: none. */
export function cadenceDaysOf(
  customer: Pick<Customer, 'cadenceDays' | 'tier'>,
  cadences: Cadences,
): number | null {
  if (customer.cadenceDays !== null) return customer.cadenceDays > 0 ? customer.cadenceDays : null;
  return customer.tier === null ? null : cadences[customer.tier];
}

/** From when a cadence counts: the last contact, or the day they were entered where there was none. */
export const cadenceStart = (customer: Pick<Customer, 'lastContactAt' | 'createdAt'>): number =>
  customer.lastContactAt || customer.createdAt;

/**
 * When to talk to a customer next (DOMAIN §6): the earliest open reminder set by hand, else last contact + cadence.
 * null: neither. `openReminders` are this customer's.
 */
export function nextContact(
  customer: Pick<Customer, 'cadenceDays' | 'tier' | 'lastContactAt' | 'createdAt'>,
  openReminders: readonly Reminder[],
  cadences: Cadences,
  now: number,
): NextContact | null {
  const overdueDays = (dueAt: number) => Math.max(0, Math.floor((now - dueAt) / DAY_MS));
  const open = openReminders.filter((one) => one.state === 'open' && one.deletedAt === null);
  const [first] = open.sort((a, b) => a.dueAt - b.dueAt);
  if (first) {
    const { dueAt, reason, id } = first;
    return { dueAt, from: 'reminder', reason, reminderId: id, overdueDays: overdueDays(dueAt) };
  }
  const days = cadenceDaysOf(customer, cadences);
  if (days === null) return null;
  const dueAt = cadenceStart(customer) + days * DAY_MS;
  return { dueAt, from: 'cadence', reason: '', reminderId: null, overdueDays: overdueDays(dueAt) };
}
