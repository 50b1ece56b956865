import type { Insight } from '../value/insight-types';
import type { InsightFilter } from '../value/portfolio-types';
import type { InsightPage, InsightQuery, InsightSort } from './api-value';
import type { Tables } from './database';
import { toCustomer } from './derive';
import type { StoredInsight } from './stored';
import { toInsight } from './value-queries';

/** The index behind each sort; all but `rank` run from the largest down. */
const INDEX: Record<InsightSort, 'rank' | 'next' | 'riskScore' | 'valueIndex' | 'lossRank'> = {
  rank: 'rank',
  next: 'next',
  risk: 'riskScore',
  index: 'valueIndex',
  loss: 'lossRank',
};
/** Rows looked at together; a filter that few pass goes on to the next. */
const BATCH = 1_000;

/** A page of customers by what they are worth. */
export async function insights(db: Tables, query: InsightQuery): Promise<InsightPage> {
  const sort = query.sort ?? (query.lossMaking ? 'loss' : 'rank');
  const found: StoredInsight[] = [];
  let from = query.after?.key;
  let seenAt = new Set(query.after ? await idsUpTo(db, sort, query.after) : []);
  while (found.length <= query.limit) {
    const batch = await range(db, sort, from, query)
      .limit(BATCH + seenAt.size)
      .toArray();
    const fresh = batch.filter((row) => !seenAt.has(row.id));
    for (const row of fresh) if (passes(row, query)) found.push(row);
    const last = fresh.at(-1);
    if (!last || batch.length < BATCH + seenAt.size) break;
    from = keyOf(last, sort);
    seenAt = new Set(batch.filter((row) => keyOf(row, sort) === from).map((row) => row.id));
  }
  const rows = found.slice(0, query.limit);
  const end = rows.at(-1);
  const more = found.length > query.limit && end !== undefined;
  return { rows: await withCustomers(db, rows), next: more ? { key: keyOf(end, sort), id: end.id } : null };
}

const keyOf = (row: StoredInsight, sort: InsightSort): number => Number(row[INDEX[sort]] ?? 0);

function range(db: Tables, sort: InsightSort, from: number | undefined, { tier, ranks }: InsightQuery) {
  const [low, high] = ranks ?? [0, Number.POSITIVE_INFINITY];
  if (sort === 'rank') {
    const start = Math.max(low, from ?? 0);
    if (tier) return db.insights.where('[tier+rank]').between([tier, start], [tier, high], true, true);
    return db.insights.where('rank').between(start, high, true, true);
  }
  const index = db.insights.where(INDEX[sort]);
  return index.between(Number.NEGATIVE_INFINITY, from ?? Number.POSITIVE_INFINITY, true, true).reverse();
}

/** Rows with the cursor's own key that stood before it, and it: equal keys are in the order of their ids. */
async function idsUpTo(db: Tables, sort: InsightSort, after: { key: number; id: string }): Promise<string[]> {
  const equal = await db.insights.where(INDEX[sort]).equals(after.key).primaryKeys();
  const down = sort !== 'rank';
  return equal.filter((id) => (down ? id >= after.id : id <= after.id));
}

const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;

export function passes(row: Insight, filter: InsightFilter): boolean {
  const { tier, lossMaking, ranks, cohort, year, class: saleClass, loyalty } = filter;
  if (tier !== undefined && row.tier !== tier) return false;
  if (lossMaking !== undefined && (row.loss !== null) !== lossMaking) return false;
  if (ranks !== undefined && !within(row.rank, ranks)) return false;
  if (cohort !== undefined && row.cohort !== cohort) return false;
  if (loyalty !== undefined && row.loyalty !== loyalty) return false;
  if (year !== undefined && !row.years.some((one) => one.year === year && one.active)) return false;
  if (saleClass === undefined) return true;
  const classes = year === undefined ? row.classes : row.years.find((one) => one.year === year)?.classes;
  return (classes?.[saleClass] ?? 0) > 0;
}

async function withCustomers(db: Tables, rows: StoredInsight[]): Promise<InsightPage['rows']> {
  const customers = await db.customers.bulkGet(rows.map((row) => row.id));
  return rows.flatMap((row, i) => {
    const customer = customers[i];
    return customer && customer.deletedAt === null
      ? [{ customer: toCustomer(customer), insight: toInsight(row) }]
      : [];
  });
}
