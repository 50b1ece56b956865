/** What one customer bought, by product: the day of the first purchase of each. */
export type Basket = ReadonlyMap<string, number>;

/** "31 of 44 customers with X bought Y too": counts over customers, never over orders. */
export interface Offer {
  /** What to offer, and what it goes with. */
  product: string;
  because: string;
  /** Customers who bought `because`, and `product` on the same day or later. */
  both: number;
  /** Customers who bought `because`. */
  with: number;
  /** both ÷ all customers. */
  support: number;
  /** both ÷ with. */
  confidence: number;
  /** confidence ÷ share of all customers who bought `product`. */
  lift: number;
}

export interface PairCounts {
  customers: number;
  /** Customers by product. */
  owners: Map<string, number>;
  /** product → what came with it or after it → customers. */
  followed: Map<string, Map<string, number>>;
}

/** The widest baskets say little of what goes together, and cost the square of their size. */
const WIDEST = 200;

/** Counts product pairs over all customers, once a customer. */
export function countPairs(baskets: Iterable<Basket>): PairCounts {
  const counts: PairCounts = { customers: 0, owners: new Map(), followed: new Map() };
  for (const basket of baskets) {
    counts.customers++;
    const items = [...basket].sort((a, b) => a[1] - b[1]).slice(-WIDEST);
    for (const product of basket.keys()) bump(counts.owners, product);
    for (const [had, day] of items) {
      const row = counts.followed.get(had) ?? new Map<string, number>();
      counts.followed.set(had, row);
      for (const [next, later] of items) if (next !== had && later >= day) bump(row, next);
    }
  }
  return counts;
}

/** Fewer customers than this behind a pair, and it may be chance. */
const FEWEST = 3;

/**
 * What to offer a customer next: of the products that they have not bought, those that followed what they have, best first by the lower bound of
 * the confidence (Wilson, 90 %), so that 3 of 3 does not beat 31 of 44. Only pairs with a lift above 1; each product once, with its best reason.
 */
export function nextOffers(basket: Basket, counts: PairCounts, limit = 3): Offer[] {
  const best = new Map<string, Offer>();
  for (const because of basket.keys()) {
    const owners = counts.owners.get(because) ?? 0;
    for (const [product, both] of counts.followed.get(because) ?? []) {
      if (basket.has(product) || both < FEWEST) continue;
      const confidence = both / owners;
      const lift = confidence / ((counts.owners.get(product) ?? 0) / counts.customers);
      if (!(lift > 1)) continue;
      const offer = {
        product,
        because,
        both,
        with: owners,
        support: both / counts.customers,
        confidence,
        lift,
      };
      const known = best.get(product);
      if (!known || sureness(offer) > sureness(known)) best.set(product, offer);
    }
  }
  return [...best.values()].sort((a, b) => sureness(b) - sureness(a)).slice(0, limit);
}

const Z = 1.2816;

function sureness({ both, with: n }: Offer): number {
  const p = both / n;
  const z = (Z * Z) / n;
  return (p + z / 2 - Z * Math.sqrt((p * (1 - p)) / n + z / (4 * n))) / (1 + z);
}

const bump = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};
