import type { FileEntry } from '../../../utils/transfer/ledger-file';
import { dayNumber } from '../../../utils/value/days';
import type { Economics } from '../../../utils/value/economics';
import { DAYS_PER_WEEK, type Movement, type Purchaser } from '../../../utils/value/rfm';

/** The entries of a file by customer, in the order of their first appearance: purchases, and what they cost until `untilDay`. */
export function purchasersOf(
  entries: readonly FileEntry[],
  untilDay: number,
): { purchasers: Purchaser[]; economics: Map<string, Economics> } {
  const movements = new Map<string, Movement[]>();
  const economics = new Map<string, Economics>();
  for (const entry of entries) {
    const day = dayNumber(entry.date) ?? 0;
    const own = economics.get(entry.customer) ?? { costedSales: 0, costOfGoods: 0, service: 0, weeks: 0 };
    economics.set(entry.customer, own);
    const list = movements.get(entry.customer) ?? [];
    movements.set(entry.customer, list);
    if (entry.kind === 'sale' || entry.kind === 'refund') {
      const { kind, amount, product } = entry;
      list.push({ day, kind, amount, ...(product && { product }) });
    }
    if (day > untilDay) continue;
    if (entry.kind === 'service') own.service += entry.amount;
    if (entry.kind === 'sale' && entry.cost !== undefined) {
      own.costedSales += entry.amount;
      own.costOfGoods += entry.cost;
    }
  }
  const purchasers: Purchaser[] = [];
  for (const [id, list] of movements) {
    list.sort((a, b) => a.day - b.day);
    const first = list.find((m) => m.kind === 'sale')?.day;
    const own = economics.get(id);
    if (own && first !== undefined) own.weeks = Math.max(0, untilDay - first) / DAYS_PER_WEEK;
    purchasers.push({ id, movements: list });
  }
  return { purchasers, economics };
}
