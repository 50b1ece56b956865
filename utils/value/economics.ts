/** What is left of a customer's sales, from the ledger so far. */
export interface Economics {
  /** Sales that name their cost of goods, and that cost. */
  costedSales: number;
  costOfGoods: number;
  /** Cost to serve so far. */
  service: number;
  /** Weeks since the first purchase. */
  weeks: number;
}

/** The whole ledger's figures, which the own ones are drawn towards. */
export interface EconomicsPrior {
  /** Margin over sales; the configured rate where no sale names its cost. */
  marginRate: number;
  servicePerWeek: number;
  /** Mean sales of a customer, the weight of the prior. */
  salesWeight: number;
  weeksWeight: number;
}

/** Sums a ledger's customers to their prior. `marginRate` (0–1) is used where no sale names its cost. */
export function economicsPrior(all: Iterable<Economics>, marginRate = 1): EconomicsPrior {
  const sum = { n: 0, sales: 0, goods: 0, service: 0, weeks: 0 };
  for (const e of all) {
    sum.n++;
    sum.sales += e.costedSales;
    sum.goods += e.costOfGoods;
    sum.service += e.service;
    sum.weeks += e.weeks;
  }
  return {
    marginRate: sum.sales > 0 ? (sum.sales - sum.goods) / sum.sales : marginRate,
    servicePerWeek: sum.weeks > 0 ? sum.service / sum.weeks : 0,
    salesWeight: sum.n > 0 ? sum.sales / sum.n : 0,
    weeksWeight: sum.n > 0 ? sum.weeks / sum.n : 0,
  };
}

/** Margin over sales of one customer, drawn towards the ledger's by one mean customer's sales. */
export function expectedMargin(own: Economics | undefined, prior: EconomicsPrior): number {
  const sales = own?.costedSales ?? 0;
  if (!(sales > 0)) return prior.marginRate;
  const margin = sales - (own?.costOfGoods ?? 0);
  return (margin + prior.marginRate * prior.salesWeight) / (sales + prior.salesWeight);
}

/** Expected cost to serve a week, while the customer stays. */
export function expectedService(own: Economics | undefined, prior: EconomicsPrior): number {
  const weight = prior.weeksWeight;
  const weeks = (own?.weeks ?? 0) + weight;
  return weeks > 0 ? ((own?.service ?? 0) + prior.servicePerWeek * weight) / weeks : 0;
}

/**
 * Expected value within the horizon: what the expected sales leave, less what it costs to serve the customer, for
 * as much of the horizon as they are expected to stay (at most; pAlive is the chance that they are still there at its start).
 */
export function expectedNet(
  sales: number,
  pAlive: number,
  weeks: number,
  own: Economics | undefined,
  prior: EconomicsPrior,
): number {
  return sales * expectedMargin(own, prior) - pAlive * weeks * expectedService(own, prior);
}
