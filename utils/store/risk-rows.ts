import type { Table } from 'dexie';
import { cadenceDaysOf } from '../contact';
import type { Complaint } from '../customer/model';
import { type Warning, warn } from '../retention/early-warning';
import { factsOf, type Known, type ModelFacts } from '../retention/facts';
import type { Satisfaction, Wallet } from '../retention/model';
import type { RhythmCurve } from '../retention/rhythm';
import type { Unpacked } from '../retention/risk-pieces';
import { tierOf } from '../retention/shown';
import type { RiskRefresh } from './api-retention';
import { byCustomer } from './by-customer';
import type { Database } from './database';
import { toComplaint } from './derive';
import { curveOf, modelFacts } from './retention-queries';
import { isLive } from './rows';
import type { StoredComplaint, StoredCustomer } from './stored';

/** What people record that a risk is made of, by customer. */
export interface Recorded {
  complaints: ReadonlyMap<string, readonly Complaint[]>;
  wallets: ReadonlyMap<string, readonly Wallet[]>;
  satisfactions: ReadonlyMap<string, readonly Satisfaction[]>;
}
/** What holds for all customers of a ledger. */
export interface Common {
  model: ModelFacts | null;
  curve: RhythmCurve | null;
}
/** When, and by whose cadences. */
export type Moment = Pick<RiskRefresh, 'now' | 'today' | 'cadences'>;

/** The tables of {@link riskRows}. */
export const riskTables = (db: Database) => [
  ...[db.customers, db.summaries, db.insights, db.complaints, db.wallets, db.satisfactions],
  ...[db.models, db.meta],
];

const recordedOf = (
  complaints: readonly StoredComplaint[],
  wallets: readonly Wallet[],
  satisfactions: readonly Satisfaction[],
): Recorded => ({
  complaints: byCustomer(complaints.filter(isLive).map(toComplaint)),
  wallets: byCustomer(wallets.filter(isLive)),
  satisfactions: byCustomer(satisfactions.filter(isLive)),
});

/** What people recorded of all customers. */
export async function allRecorded(db: Database): Promise<Recorded> {
  return recordedOf(
    ...(await Promise.all([db.complaints.toArray(), db.wallets.toArray(), db.satisfactions.toArray()])),
  );
}

export const commonOf = async (db: Database): Promise<Common> => {
  const [model, curve] = await Promise.all([modelFacts(db), curveOf(db)]);
  return { model, curve };
};

/** A customer and all of whose rows a risk is made of. */
export interface RiskRow extends Unpacked {
  stored: StoredCustomer;
}

/** The rows of these customers, of those that are there. Inside a transaction over {@link riskTables}. */
export async function riskRows(db: Database, ids: string[]) {
  const [customers, summaries, insights, recorded, common] = await Promise.all([
    db.customers.bulkGet(ids),
    db.summaries.bulkGet(ids),
    db.insights.bulkGet(ids),
    recordedBy(db, ids),
    commonOf(db),
  ]);
  const rows = ids.flatMap((id, i): Array<[string, RiskRow]> => {
    const stored = customers[i];
    if (!stored || !isLive(stored)) return [];
    return [[id, { stored, customer: stored, summary: summaries[i] ?? null, insight: insights[i] ?? null }]];
  });
  return { rows: new Map(rows), recorded, common };
}

async function recordedBy(db: Database, ids: string[]): Promise<Recorded> {
  const [first = ''] = ids;
  // of one customer it is one request each, of several one for each of them and more
  const own = <R>(table: Table<R, string>): PromiseLike<R[]> => {
    const rows = table.where('customerId');
    return (ids.length === 1 ? rows.equals(first) : rows.anyOf(ids)).toArray();
  };
  const [complaints, wallets, satisfactions] = await Promise.all([
    own(db.complaints),
    own(db.wallets),
    own(db.satisfactions),
  ]);
  return recordedOf(complaints, wallets, satisfactions);
}

/** The warning of one customer from what is known of them at that moment. */
export function warningOf(
  id: string,
  { customer, summary, insight }: Unpacked,
  recorded: Recorded,
  common: Common,
  { now, today, cadences }: Moment,
): Warning {
  const known: Known = {
    ...{ customer, summary, insight, ...common },
    complaints: recorded.complaints.get(id) ?? [],
    wallets: recorded.wallets.get(id) ?? [],
    satisfactions: recorded.satisfactions.get(id) ?? [],
  };
  const cadence = cadenceDaysOf({ ...customer, tier: tierOf(customer, insight) }, cadences);
  return warn(factsOf(known, cadence, now, today));
}
