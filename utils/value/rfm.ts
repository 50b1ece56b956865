import { lgamma } from './special';

/** The models count time in weeks. */
export const DAYS_PER_WEEK = 7;

/** A sale or refund as the purchase models see it. `day` is a day number, `amount` positive, in any one unit. */
export interface Movement {
  day: number;
  kind: 'sale' | 'refund';
  amount: number;
  product?: string;
}

/** One customer's sales and refunds, oldest first. */
export interface Purchaser {
  id: string;
  movements: readonly Movement[];
}
/** The same; or, where refunds are settled already, the purchase days and what was paid. */
export type Buyer = Purchaser | ({ id: string } & Readonly<Orders>);

/** The purchase days of a customer up to and with `untilDay`. */
export function ordersOf(purchaser: Buyer, untilDay: number): Orders {
  if ('movements' in purchaser) return ordersUntil(purchaser.movements, untilDay);
  const { days, amounts } = purchaser;
  if ((days.at(-1) ?? untilDay) <= untilDay) return purchaser;
  const end = days.findIndex((day) => day > untilDay);
  return { days: days.slice(0, end), amounts: amounts.slice(0, end) };
}

/** The first and the last day on which anything is known of a customer. */
export const firstDayOf = (purchaser: Buyer): number | undefined =>
  'movements' in purchaser ? purchaser.movements[0]?.day : purchaser.days[0];
export const lastDayOf = (purchaser: Buyer): number | undefined =>
  'movements' in purchaser ? purchaser.movements.at(-1)?.day : purchaser.days.at(-1);

/** The days on which a customer bought, oldest first: a day's orders are one purchase. */
export interface Orders {
  days: number[];
  /** What was paid on that day, less what was given back for it. */
  amounts: number[];
}

/** Recency, frequency, money: all that the purchase models know of a customer. Times are in weeks. */
export interface Rfm {
  /** Repeat purchases: purchase days after the first. */
  x: number;
  /** From the first purchase to the last. */
  tx: number;
  /** From the first purchase to the end of observation. */
  T: number;
  /** Σ ln of the gaps between purchases: what tells regular buyers (k > 1) from irregular ones. */
  logGaps: number;
  /** Mean spend of the repeat purchases; 0 where there are none. */
  repeatMean: number;
  /** Mean spend of all purchases. */
  mean: number;
}

/**
 * A customer's purchase days up to and with `untilDay`. A refund lowers the latest purchase that it fits in (of the
 * same product, where both name one); a purchase that was given back whole is no purchase. A refund that fits none is left out.
 */
export function ordersUntil(movements: readonly Movement[], untilDay: number): Orders {
  const days: number[] = [];
  const amounts: number[] = [];
  const refunds: Movement[] = [];
  const products: Array<Set<string>> = [];
  for (const m of movements) {
    if (m.day > untilDay) break;
    if (m.kind === 'refund') {
      refunds.push(m);
      continue;
    }
    if (days.at(-1) !== m.day) {
      days.push(m.day);
      amounts.push(0);
      products.push(new Set());
    }
    const last = days.length - 1;
    amounts[last] = (amounts[last] ?? 0) + m.amount;
    if (m.product) products[last]?.add(m.product);
  }
  return refunds.length === 0 ? { days, amounts } : withoutRefunded({ days, amounts }, products, refunds);
}

function withoutRefunded(
  orders: Orders,
  products: ReadonlyArray<Set<string>>,
  refunds: readonly Movement[],
): Orders {
  const left = [...orders.amounts];
  for (const refund of refunds) {
    const fits = (i: number) =>
      (orders.days[i] ?? Infinity) <= refund.day && (left[i] ?? 0) >= refund.amount - 1e-9;
    let at = -1;
    for (let i = left.length - 1; i >= 0; i--) {
      if (!fits(i)) continue;
      if (!refund.product || products[i]?.has(refund.product)) {
        at = i;
        break;
      }
      if (at < 0) at = i;
    }
    if (at >= 0) left[at] = (left[at] ?? 0) - refund.amount;
  }
  const kept = left.map((net, i) => net > 1e-9 || net === orders.amounts[i]);
  return { days: orders.days.filter((_, i) => kept[i]), amounts: left.filter((_, i) => kept[i]) };
}

/** What the models need of one customer, observed until `untilDay`; undefined where there is no purchase. */
export function rfmOf(orders: Orders, untilDay: number): Rfm | undefined {
  const { days, amounts } = orders;
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined || first > untilDay) return undefined;
  const x = days.length - 1;
  let logGaps = 0;
  for (let i = 1; i < days.length; i++) {
    logGaps += Math.log(((days[i] ?? 0) - (days[i - 1] ?? 0)) / DAYS_PER_WEEK);
  }
  const total = amounts.reduce((sum, a) => sum + a, 0);
  return {
    x,
    tx: (last - first) / DAYS_PER_WEEK,
    T: (untilDay - first) / DAYS_PER_WEEK,
    logGaps,
    repeatMean: x > 0 ? (total - (amounts[0] ?? 0)) / x : 0,
    mean: total / days.length,
  };
}

/** Customers that the models cannot tell apart, counted: columns, sorted by x, then T, then t_x. */
export interface Groups {
  size: number;
  x: Float64Array;
  tx: Float64Array;
  T: Float64Array;
  /** How many customers are like that. */
  n: Float64Array;
  customers: number;
  /** Over all customers: Σ ln gaps, and Σ x. */
  logGaps: number;
  repeats: number;
  /** The distinct x, and for each group which of them is its own. */
  xs: Float64Array;
  xAt: Int32Array;
}

/** One number for one history: times are whole days, up to 273 years of them. */
export const historyKey = ({ x, tx, T }: Pick<Rfm, 'x' | 'tx' | 'T'>): number =>
  (x * 1e5 + Math.round(tx * DAYS_PER_WEEK)) * 1e5 + Math.round(T * DAYS_PER_WEEK);

/** Counts equal (x, t_x, T): a year of days has few of them, and the likelihood is summed once for each. */
export function group(rows: readonly Rfm[]): Groups {
  const order = rows.toSorted((p, q) => p.x - q.x || p.T - q.T || p.tx - q.tx);
  const x: number[] = [];
  const tx: number[] = [];
  const T: number[] = [];
  const n: number[] = [];
  const xs: number[] = [];
  const xAt: number[] = [];
  let logGaps = 0;
  let repeats = 0;
  for (const row of order) {
    logGaps += row.logGaps;
    repeats += row.x;
    const at = n.length - 1;
    if (at >= 0 && x[at] === row.x && T[at] === row.T && tx[at] === row.tx) {
      n[at] = (n[at] ?? 0) + 1;
      continue;
    }
    if (xs.at(-1) !== row.x) xs.push(row.x);
    x.push(row.x);
    tx.push(row.tx);
    T.push(row.T);
    n.push(1);
    xAt.push(xs.length - 1);
  }
  return {
    size: n.length,
    x: Float64Array.from(x),
    tx: Float64Array.from(tx),
    T: Float64Array.from(T),
    n: Float64Array.from(n),
    customers: rows.length,
    logGaps,
    repeats,
    xs: Float64Array.from(xs),
    xAt: Int32Array.from(xAt),
  };
}

/** Every n-th group, so that no more than `atMost` are left: enough to find the neighbourhood of a fit. */
export function thin(groups: Groups, atMost: number): Groups {
  const every = Math.ceil(groups.size / atMost);
  if (every <= 1) return groups;
  const take = (column: Float64Array) => column.filter((_, i) => i % every === 0);
  const n = take(groups.n);
  const x = take(groups.x);
  const customers = n.reduce((sum, count) => sum + count, 0);
  const repeats = n.reduce((sum, count, i) => sum + count * (x[i] ?? 0), 0);
  return {
    ...groups,
    ...{ size: n.length, x, tx: take(groups.tx), T: take(groups.T), n, customers, repeats },
    logGaps: (groups.logGaps * repeats) / Math.max(1, groups.repeats),
    xAt: groups.xAt.filter((_, i) => i % every === 0),
  };
}

/** What the gaps add to the log-likelihood of k gamma stages, whatever the parameters: (k−1)Σ ln gap − Σx·ln Γ(k). */
export const gapsLogLikelihood = (groups: Groups, k: number): number =>
  (k - 1) * groups.logGaps - groups.repeats * lgamma(k);
