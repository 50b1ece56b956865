import type { PageMatch } from '@/utils/browser/page-match';
import type { Settings } from '@/utils/browser/settings';
import type { LookupOptions } from '@/utils/customer/identifiers';
import type { Customer } from '@/utils/customer/model';
import { mentionsOf, type NameDigest, titledMentions, withMentions } from '@/utils/customer/names-index';
import { keysOfPage, type Pointer, resolvePage, type Urgency } from '@/utils/customer/resolve';
import type { MergedSighting } from '@/utils/detect/merge';
import { shownCustomers } from '@/utils/retention/shown';
import type { Store } from '@/utils/store';

const DAY_MS = 86_400_000;
/** Companies whose contacts are read for 王总 and Mr Smith. */
const MAX_COMPANIES = 5;

/** Looks up in the database who the candidates of a page are. Without a store everyone is unknown. */
export async function matchPage(
  sighting: MergedSighting,
  settings: Settings,
  store: Store | null,
  named: readonly NameDigest[] = [],
): Promise<PageMatch> {
  const options: LookupOptions = { country: settings.country, ownDomains: new Set(settings.ownDomains) };
  const keys = keysOfPage(sighting, options);
  const pointers = keys.length > 0 && store ? await store.byKeys(keys) : [];
  const now = Date.now();
  const urgency = store && sighting.list ? await urgencyOf(store, pointers, settings, now) : undefined;
  const match = resolvePage(sighting, pointers, options, now, urgency);
  return store && named.length > 0 ? withNames(store, match, named) : match;
}

/** Adds those who are only named; by title (王总) the contacts of the companies that are on the page. */
async function withNames(store: Store, match: PageMatch, named: readonly NameDigest[]): Promise<PageMatch> {
  const mentions = mentionsOf(named);
  const here = [...match.people.flatMap(({ hits }) => hits), ...mentions.map(({ hit }) => hit)];
  const companies = [...new Set(here.map(({ customerId }) => customerId))].slice(0, MAX_COMPANIES);
  const titled = named.some((one) => one.titled.length > 0);
  const contacts = titled && companies.length > 0 ? await store.contactsOf(companies) : [];
  return withMentions(match, [...mentions, ...titledMentions(named, contacts)]);
}

async function urgencyOf(
  store: Store,
  pointers: readonly Pointer[],
  settings: Settings,
  now: number,
): Promise<Map<string, Urgency>> {
  const ids = [...new Set(pointers.map(({ customerId }) => customerId))];
  const [customers, due, complained] = await Promise.all([
    shownCustomers(store, ids),
    store.dueOf(ids, now, settings.cadenceDays),
    store.openComplaintsOf(ids),
  ]);
  const since = new Map<string, number>();
  for (const { customer, dueAt } of due)
    since.set(customer.id, Math.min(since.get(customer.id) ?? dueAt, dueAt));
  return new Map(
    customers.map(({ id, riskLevel, valueNext12 }) => {
      const overdueDays = Math.max(0, Math.floor((now - (since.get(id) ?? now)) / DAY_MS));
      const complaint = complained.includes(id);
      return [id, { riskLevel, overdueDays, complaint, valueShare: shareOf(valueNext12, customers) }];
    }),
  );
}

/** Of the most that anyone here is expected to bring, in the same currency: currencies do not compare. */
function shareOf(value: Customer['valueNext12'], customers: readonly Customer[]): number {
  if (!value || value.minor <= 0) return 0;
  const same = customers.flatMap(({ valueNext12 }) =>
    valueNext12?.currency === value.currency ? [valueNext12.minor] : [],
  );
  return value.minor / Math.max(...same);
}
