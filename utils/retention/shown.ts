import type { Customer, RiskLevel, Tier } from '../customer/model';
import type { Money } from '../money';
import type { Insight } from '../value/insight-types';

/** The tier that counts: set by hand and held, else as the ledger ranks them, else as was once entered. */
export const tierOf = (
  { tierPinned, tier }: Pick<Customer, 'tierPinned' | 'tier'>,
  insight: Pick<Insight, 'rankedTier'> | null | undefined,
): Tier | null => tierPinned ?? insight?.rankedTier ?? tier;

/** The customer of a card with the tier that counts: what a cadence goes by. */
export const withTier = <T extends Customer>({
  customer,
  insight,
}: {
  customer: T;
  insight: Pick<Insight, 'rankedTier'> | null;
}): T => ({ ...customer, tier: tierOf(customer, insight) });

type Worth = Pick<Insight, 'currency' | 'net' | 'outlook' | 'referred' | 'referrals' | 'byKind'>;

/** Who has no entries of their own has no value of their own, only that of those they referred. */
export const hasLedger = ({ byKind }: Pick<Insight, 'byKind'>): boolean => Object.keys(byKind).length > 0;

/** The figures of the card that are worked out where a ledger tells them; a figure that is absent here is as entered. */
export function derivedWorth(
  insight: Worth,
): Partial<Record<'valueToDate' | 'valueNext12' | 'valueReferred', Money>> {
  const { currency, net, outlook, referred, referrals } = insight;
  const money = (minor: number): Money => ({ minor: Math.round(minor), currency });
  return {
    ...(hasLedger(insight) && { valueToDate: money(net) }),
    ...(outlook && { valueNext12: money(outlook.value) }),
    ...(referrals > 0 && { valueReferred: money(referred) }),
  };
}

/** What is worked out of a customer; undefined: nothing is known of it. */
export interface WorkedOut {
  insight?: Insight | undefined;
  riskLevel?: RiskLevel | undefined;
}

/**
 * A customer as every list shows them, with the tier, the risk and the figures that the card has: set by hand, else from what
 * is worked out, else as entered. Only to be shown: what was entered is not in it any more.
 */
export function asShown<T extends Customer>(customer: T, { insight, riskLevel }: WorkedOut): T {
  const { valueToDate, valueNext12 } = insight ? derivedWorth(insight) : {};
  return {
    ...customer,
    tier: tierOf(customer, insight),
    riskLevel: customer.riskLevel ?? riskLevel ?? null,
    ...(valueToDate && { valueToDate }),
    ...(valueNext12 && { valueNext12 }),
  };
}

interface Read {
  customers(ids: string[]): Promise<Customer[]>;
  insightsOf(ids: string[]): Promise<Insight[]>;
  riskLevels(ids: string[]): Promise<Map<string, RiskLevel>>;
}

/** These customers of the store, in the order of their ids, as lists show them. */
export async function shownCustomers(store: Read, ids: string[]): Promise<Customer[]> {
  return withWorth(store, await store.customers(ids));
}

/** The same for customers that were read already. */
export async function withWorth(
  store: Omit<Read, 'customers'>,
  customers: readonly Customer[],
): Promise<Customer[]> {
  const ids = customers.map(({ id }) => id);
  const [insights, levels] = await Promise.all([store.insightsOf(ids), store.riskLevels(ids)]);
  const of = new Map(insights.map((insight) => [insight.id, insight]));
  return customers.map((customer) =>
    asShown(customer, { insight: of.get(customer.id), riskLevel: levels.get(customer.id) }),
  );
}
