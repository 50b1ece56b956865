import type { PageMatch } from '@/utils/browser/page-match';
import type { Settings } from '@/utils/browser/settings';
import type { LookupOptions } from '@/utils/customer/identifiers';
import { keysOfPage, type Pointer, resolvePage, type Urgency } from '@/utils/customer/resolve';
import type { MergedSighting } from '@/utils/detect/merge';
import type { Store } from '@/utils/store';

const DAY_MS = 86_400_000;

/** Looks up in the database who the candidates of a page are. Without a store everyone is unknown. */
export async function matchPage(
  sighting: MergedSighting,
  settings: Settings,
  store: Store | null,
): Promise<PageMatch> {
  const options: LookupOptions = { country: settings.country, ownDomains: new Set(settings.ownDomains) };
  const keys = keysOfPage(sighting, options);
  const pointers = keys.length > 0 && store ? await store.byKeys(keys) : [];
  const now = Date.now();
  const urgency = store && sighting.list ? await urgencyOf(store, pointers, settings, now) : undefined;
  return resolvePage(sighting, pointers, options, now, urgency);
}

async function urgencyOf(
  store: Store,
  pointers: readonly Pointer[],
  settings: Settings,
  now: number,
): Promise<Map<string, Urgency>> {
  const ids = [...new Set(pointers.map(({ customerId }) => customerId))];
  const [customers, due] = await Promise.all([
    store.customers(ids),
    store.dueOf(ids, now, settings.cadenceDays),
  ]);
  const since = new Map<string, number>();
  for (const { customer, dueAt } of due)
    since.set(customer.id, Math.min(since.get(customer.id) ?? dueAt, dueAt));
  return new Map(
    customers.map(({ id, riskLevel }) => {
      const overdueDays = Math.max(0, Math.floor((now - (since.get(id) ?? now)) / DAY_MS));
      return [id, { riskLevel, overdueDays }];
    }),
  );
}
