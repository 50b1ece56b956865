import { type Buyer, firstDayOf, ordersOf, type Rfm, rfmOf } from './rfm';

/** A customer as seen at a cut, and what they did after it. */
export interface Watched extends Rfm {
  id: string;
  /** Purchase days after the cut, within the window. */
  bought: number;
  /** What they spent there. */
  spent: number;
}

/** A ledger cut in two: what the models may see, and what it is compared with. */
export interface Holdout {
  /** The last day that the models see. */
  cutDay: number;
  /** Length of what is held out. */
  days: number;
  rows: Watched[];
  /** The same length held out at earlier cuts, the latest first, of some of the customers: to judge by more than one. */
  earlier?: Holdout[];
}

/** Customers who had bought by `cutDay`, and what they bought in the `days` after it (as far as `seenUntilDay` tells). */
export function watch(
  purchasers: readonly Buyer[],
  cutDay: number,
  days: number,
  seenUntilDay = cutDay + days,
): Holdout {
  const end = Math.min(cutDay + days, seenUntilDay);
  const rows: Watched[] = [];
  for (const purchaser of purchasers) {
    const { id } = purchaser;
    const seen = rfmOf(ordersOf(purchaser, cutDay), cutDay);
    if (!seen) continue;
    const all = ordersOf(purchaser, end);
    let bought = 0;
    let spent = 0;
    all.days.forEach((day, i) => {
      if (day <= cutDay) return;
      bought++;
      spent += all.amounts[i] ?? 0;
    });
    rows.push({ id, ...seen, bought, spent });
  }
  return { cutDay, days: end - cutDay, rows };
}

const SHORTEST_DAYS = 14;
const ENOUGH_CUSTOMERS = 50;
const ENOUGH_EVENTS = 20;
/** A backtest on every n-th customer is as good a judge, and a hundred thousand need not wait for it. */
const AT_MOST = 6_000;

/**
 * Holds out the last part of the history: as long as the horizon, but no more than a third of it.
 * undefined where that is too short, or too few customers repeat in either part, to judge models by.
 */
export function holdOut(
  purchasers: readonly Buyer[],
  untilDay: number,
  horizonDays: number,
): Holdout | undefined {
  const first = purchasers.reduce((day, p) => Math.min(day, firstDayOf(p) ?? day), untilDay);
  const days = Math.min(horizonDays, Math.floor((untilDay - first) / 3));
  if (days < SHORTEST_DAYS) return undefined;
  const every = Math.max(1, Math.ceil(purchasers.length / AT_MOST));
  const some = every === 1 ? purchasers : purchasers.filter((_, i) => i % every === 0);
  const held = watch(some, untilDay - days, days);
  const repeats = held.rows.reduce((sum, row) => sum + row.x, 0);
  const buyers = held.rows.reduce((sum, row) => sum + (row.bought > 0 ? 1 : 0), 0);
  if (held.rows.length < ENOUGH_CUSTOMERS || repeats < ENOUGH_EVENTS || buyers < ENOUGH_EVENTS)
    return undefined;
  return { ...held, earlier: earlierOf(some, held, first) };
}

const EARLIER = 3;
const EARLIER_AT_MOST = 6_000;

/** Half a window apart each, as long as two thirds of the history that is left are before them. */
function earlierOf(purchasers: readonly Buyer[], { cutDay, days }: Holdout, first: number): Holdout[] {
  const every = Math.max(1, Math.ceil(purchasers.length / EARLIER_AT_MOST));
  const some = every === 1 ? purchasers : purchasers.filter((_, i) => i % every === 0);
  const cuts = Array.from({ length: EARLIER }, (_, i) => cutDay - Math.round(((i + 1) * days) / 2));
  return cuts
    .filter((cut) => cut - first >= (cutDay + days - first) / 3)
    .map((cut) => watch(some, cut, days));
}
