import type { Customer } from '../customer/model';
import type { StoredModel } from '../retention/stored-model';
import type { Insight } from '../value/insight-types';
import type { Ledger } from '../value/ledger';
import type { Portfolio } from '../value/portfolio-types';
import type { Rate } from '../value/rates';
import type { Summary } from '../value/summary-types';
import { MAX_REFERRED, type Referred } from './api-value';
import { closeBy } from './close-by';
import type { Tables } from './database';
import { toCustomer } from './derive';
import type { StoredInsight } from './stored';

/** The reading half of the value store: nothing here looks at more ledgers than one. */

export async function ledger(db: Tables, customerId: string): Promise<Ledger | null> {
  const row = await db.ledgers.get(customerId);
  return row && row.deletedAt === null ? row : null;
}

export const summary = async (db: Tables, customerId: string): Promise<Summary | null> =>
  (await db.summaries.get(customerId)) ?? null;

export async function insight(db: Tables, customerId: string): Promise<Insight | null> {
  const row = await db.insights.get(customerId);
  return row ? toInsight(row) : null;
}

export async function insightsOf(db: Tables, customerIds: string[]): Promise<Insight[]> {
  const rows = await closeBy(db.insights, customerIds);
  return rows.flatMap((row) => (row ? [toInsight(row)] : []));
}

/** A stored insight without what only the indexes need. */
export function toInsight(stored: StoredInsight): Insight {
  const { lossRank, next, riskScore, valueIndex, ...row } = stored;
  return row;
}

export function toStoredInsight(row: Insight): StoredInsight {
  const stored: StoredInsight = { ...row };
  if (row.loss) stored.lossRank = -row.loss.net;
  if (row.outlook) stored.next = row.outlook.value;
  const risk = row.risk?.score ?? row.outlook?.risk;
  if (risk !== undefined) stored.riskScore = risk;
  if (row.index !== null) stored.valueIndex = row.index;
  return stored;
}

const BATCH = 2_000;

export async function summaryScan(
  db: Tables,
  onBatch: (batch: Summary[]) => void | Promise<void>,
): Promise<number> {
  let seen = 0;
  for (let after = ''; ; ) {
    const batch = await db.summaries.where('id').above(after).limit(BATCH).toArray();
    seen += batch.length;
    if (batch.length > 0) await onBatch(batch);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return seen;
    after = last.id;
  }
}

/** The tree below a customer, parents before children. A referrer who was removed ends their branch. */
export async function referralsOf(db: Tables, customerId: string): Promise<Referred[]> {
  const found: Referred[] = [];
  const seen = new Set([customerId]);
  let level: string[] = [customerId];
  for (let depth = 1; level.length > 0 && found.length < MAX_REFERRED; depth++) {
    const rows = await db.customers.where('referredBy').anyOf(level).toArray();
    const live = rows.filter((row) => row.deletedAt === null && !seen.has(row.id));
    const sums = await db.summaries.bulkGet(live.map(({ id }) => id));
    live.forEach((row, i) => {
      seen.add(row.id);
      found.push(referred(toCustomer(row), depth, sums[i]));
    });
    level = live.map(({ id }) => id);
  }
  return found.slice(0, MAX_REFERRED);
}

const referred = (customer: Customer, depth: number, sums: Summary | undefined): Referred => ({
  customer,
  referredBy: customer.referredBy ?? '',
  depth,
  net: sums?.net ?? 0,
  years: (sums?.years ?? []).map(({ year, net }) => ({ year, own: net, referred: 0, total: net })),
});

/** Keys of `meta` that the value store keeps. */
export const META = {
  valuation: 'valuation',
  portfolio: 'portfolio',
  /** What a single customer is scored with; what all are, while a refresh is under way; where that is. */
  scoring: 'scoring',
  ranks: 'ranks',
  refresh: 'refresh',
  /** How many customers' sums changed since the last refresh. */
  changed: 'valueChanged',
  /** The settings that the scores were made with. */
  seen: 'valueSettingsSeen',
} as const;

export async function portfolio(db: Tables): Promise<Portfolio | null> {
  return ((await db.meta.get(META.portfolio))?.value as Portfolio | undefined) ?? null;
}

export const model = async (db: Tables): Promise<StoredModel | null> =>
  (await db.models.orderBy('madeAt').last()) ?? null;

export async function rates(db: Tables): Promise<Rate[]> {
  const rows = await db.rates.orderBy('[currency+base+date]').toArray();
  return rows.filter((row) => row.deletedAt === null);
}
