import { type Basket, nextOffers, type Offer, type PairCounts } from './next-offer';

/** What goes with one product, as kept: its owners, and the products that came with it or after it, most frequent first. */
export interface PairRow {
  product: string;
  owners: number;
  /** All customers with a basket, at the time of counting. */
  customers: number;
  followed: Array<{ product: string; both: number; owners: number }>;
}

/** So many followers of a product are kept: the offer is one of the most frequent or none. */
const KEPT = 30;

/** The counts as rows, one a product. */
export function pairRows(counts: PairCounts, fewest = 3): PairRow[] {
  return [...counts.followed].map(([product, row]) => ({
    product,
    owners: counts.owners.get(product) ?? 0,
    customers: counts.customers,
    followed: [...row]
      .filter(([, both]) => both >= fewest)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, KEPT)
      .map(([next, both]) => ({ product: next, both, owners: counts.owners.get(next) ?? 0 })),
  }));
}

/** The offers for a basket from the rows of its products; see {@link nextOffers}. */
export function offersFrom(basket: Basket, rows: readonly PairRow[], limit?: number): Offer[] {
  const counts: PairCounts = { customers: 0, owners: new Map(), followed: new Map() };
  for (const row of rows) {
    counts.customers = Math.max(counts.customers, row.customers);
    counts.owners.set(row.product, row.owners);
    for (const { product, owners } of row.followed) counts.owners.set(product, owners);
    counts.followed.set(row.product, new Map(row.followed.map(({ product, both }) => [product, both])));
  }
  return nextOffers(basket, counts, limit);
}
