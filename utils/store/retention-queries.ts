import type { Table } from 'dexie';
import type { Customer } from '../customer/model';
import type { ModelFacts } from '../retention/facts';
import { guardDueAt, keyTierOf } from '../retention/guard';
import type { Guard, Plan } from '../retention/model';
import type { RhythmCurve } from '../retention/rhythm';
import { tierOf } from '../retention/shown';
import type { OfCustomer, RetentionRows } from './api-retention';
import type { Database, Tables } from './database';
import { toComplaint, toCustomer, toGuard } from './derive';
import { isLive, liveOf } from './rows';
import { model, summary } from './value-queries';

/** The reading half of what is recorded about staying and leaving. */
const newest = <R extends { at: number }>(rows: R[]): R[] => rows.sort((a, b) => b.at - a.at);
/** Where `meta` keeps how gaps spread in this ledger. */
export const CURVE = 'rhythm';

type Hanging = { customerId: string; deletedAt: number | null };
const ownRows = <R extends Hanging>(table: Table<R, string>, id: string): Promise<R[]> =>
  liveOf(table.where('customerId').equals(id).toArray());

export async function curveOf(db: Tables): Promise<RhythmCurve | null> {
  return ((await db.meta.get(CURVE))?.value as RhythmCurve | undefined) ?? null;
}

export async function modelFacts(db: Tables): Promise<ModelFacts | null> {
  const made = await model(db);
  return made && { horizonDays: made.horizonDays, tested: made.risk.backtest !== null };
}

export async function retentionOf(db: Tables, id: string): Promise<RetentionRows> {
  const [defections, wallets, satisfactions, plans, guards, sums, made, curve, reasons] = await Promise.all([
    ownRows(db.defections, id),
    ownRows(db.wallets, id),
    ownRows(db.satisfactions, id),
    ownRows(db.plans, id),
    ownRows(db.guards, id),
    summary(db, id),
    modelFacts(db),
    curveOf(db),
    reasonEdits(db),
  ]);
  return {
    defections: newest(defections),
    wallets: wallets.sort((a, b) => (a.toDate < b.toDate ? 1 : -1)),
    satisfactions: newest(satisfactions),
    plans: plans.sort((a, b) => b.startedAt - a.startedAt),
    guard: guards[0] ? toGuard(guards[0]) : null,
    ...{ summary: sums, model: made, curve, reasons },
  };
}

export const reasonEdits = (db: Tables) => liveOf(db.reasons.toArray());

export const defectionsWith = (db: Tables, codes: string[]) =>
  db.defections.filter((row) => isLive(row) && row.reasons.some((code) => codes.includes(code))).toArray();
export const plansWith = (db: Tables, codes: string[]) =>
  db.plans.filter((row) => isLive(row) && row.reason !== null && codes.includes(row.reason)).toArray();

export async function rounds(db: Tables) {
  const rows = await liveOf(db.rounds.toArray());
  return rows.sort((a, b) => b.startedAt - a.startedAt);
}
export const satisfactionsOf = (db: Tables, roundId: string) =>
  liveOf(db.satisfactions.where('roundId').equals(roundId).toArray());

async function withCustomer<R extends { customerId: string }>(
  db: Tables,
  rows: R[],
): Promise<OfCustomer<R>[]> {
  const ids = [...new Set(rows.map(({ customerId }) => customerId))];
  const known = new Map(
    (await db.customers.bulkGet(ids)).flatMap((row) => (row ? [[row.id, row] as const] : [])),
  );
  return rows.map((row) => {
    const customer = known.get(row.customerId);
    return { ...row, customer: customer ? toCustomer(customer) : null };
  });
}

export async function allComplaints(db: Tables) {
  const rows = (await liveOf(db.complaints.toArray())).map(toComplaint);
  const rank = ({ status }: { status: string }) => (status === 'open' || status === 'in-progress' ? 0 : 1);
  rows.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (rank(a) === 0 ? (a.dueDate ?? '9').localeCompare(b.dueDate ?? '9') : 0) ||
      b.openedAt - a.openedAt,
  );
  return withCustomer(db, rows);
}

export async function allPlans(db: Tables): Promise<OfCustomer<Plan>[]> {
  const rows = await liveOf(db.plans.toArray());
  const rank = ({ state }: Plan) => (state === 'open' ? 0 : 1);
  return withCustomer(
    db,
    rows.sort((a, b) => rank(a) - rank(b) || b.startedAt - a.startedAt),
  );
}

/** A customer's tier: pinned, as ranked, or as entered. */
export async function tiersOf(db: Tables, rows: readonly Customer[]): Promise<Array<Customer['tier']>> {
  const insights = await db.insights.bulkGet(rows.map(({ id }) => id));
  return rows.map((row, i) => tierOf(row, insights[i]));
}

async function liveCustomers(db: Database): Promise<Customer[]> {
  return (await db.customers.orderBy('[sortName+id]').toArray()).map(toCustomer);
}

export async function guards(db: Database, limit: number) {
  const rows = await liveCustomers(db);
  const tiers = await tiersOf(db, rows);
  const key = rows.filter((_, i) => keyTierOf(tiers[i] ?? null));
  const lists = new Map((await liveOf(db.guards.toArray())).map((row) => [row.customerId, toGuard(row)]));
  return key
    .map((customer): { customer: Customer; guard: Guard | null } => ({
      customer,
      guard: lists.get(customer.id) ?? null,
    }))
    .sort((a, b) => guardDueAt(a.guard) - guardDueAt(b.guard))
    .slice(0, limit);
}

export async function candidates(db: Database) {
  const rows = await liveCustomers(db);
  const tiers = await tiersOf(db, rows);
  return rows.map(({ id, name }, i) => ({ id, name, tier: tiers[i] ?? null }));
}

/** Where `meta` keeps when the risks of all were last worked out. */
export const RISKS_AT = 'risksAt';
export const risksAt = async (db: Tables): Promise<number> =>
  Number((await db.meta.get(RISKS_AT))?.value ?? 0);
