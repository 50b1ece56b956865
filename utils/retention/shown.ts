import type { Customer, Tier } from '../customer/model';
import type { Insight } from '../value/insight-types';

/** The tier that counts: set by hand and held, else as the ledger ranks them, else as was once entered. */
export const tierOf = (
  { tierPinned, tier }: Pick<Customer, 'tierPinned' | 'tier'>,
  insight: Pick<Insight, 'rankedTier'> | null | undefined,
): Tier | null => tierPinned ?? insight?.rankedTier ?? tier;

/**
 * A customer as every list shows them, with the tier and the figures that the card has: from the ledger where it
 * tells, else as entered. Only to be shown: what was entered is not in it any more.
 */
export function asShown<T extends Customer>(customer: T, insight: Insight | undefined): T {
  if (!insight) return { ...customer, tier: tierOf(customer, null) };
  const { currency, outlook, net } = insight;
  const hasLedger = Object.keys(insight.byKind).length > 0;
  return {
    ...customer,
    tier: tierOf(customer, insight),
    valueToDate: hasLedger ? { minor: Math.round(net), currency } : customer.valueToDate,
    valueNext12: outlook ? { minor: Math.round(outlook.value), currency } : customer.valueNext12,
  };
}

interface Read {
  customers(ids: string[]): Promise<Customer[]>;
  insightsOf(ids: string[]): Promise<Insight[]>;
}

/** These customers of the store, in the order of their ids, as lists show them. */
export async function shownCustomers(store: Read, ids: string[]): Promise<Customer[]> {
  return withWorth(store, await store.customers(ids));
}

/** The same for customers that were read already. */
export async function withWorth(
  store: Pick<Read, 'insightsOf'>,
  customers: readonly Customer[],
): Promise<Customer[]> {
  const insights = await store.insightsOf(customers.map(({ id }) => id));
  const of = new Map(insights.map((insight) => [insight.id, insight]));
  return customers.map((customer) => asShown(customer, of.get(customer.id)));
}
