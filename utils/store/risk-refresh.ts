import { type Cadences, cadenceDaysOf } from '../contact';
import type { Complaint } from '../customer/model';
import { warn } from '../retention/early-warning';
import { dayIn, factsOf, type ModelFacts } from '../retention/facts';
import type { Satisfaction, Wallet } from '../retention/model';
import { type RhythmCurve, rhythmCurve } from '../retention/rhythm';
import { tierOf } from '../retention/shown';
import type { Insight } from '../value/insight-types';
import type { Summary } from '../value/summary-types';
import type { RiskRefresh } from './api-retention';
import { chunks } from './bulk';
import { byCustomer } from './by-customer';
import type { Database } from './database';
import { toComplaint, toCustomer } from './derive';
import { CURVE, curveOf, modelFacts, RISKS_AT } from './retention-queries';
import { isLive } from './rows';
import type { StoredComplaint, StoredCustomer, StoredRisk } from './stored';

/** Where `meta` keeps the cadences that risks were last worked out with: from then on a change renews its customers' risk. */
const CADENCES = 'riskCadences';
/** Customers of a slice: read in ranges of ids, since asking for each by itself takes ten times as long, and written at once. */
const SLICE = 1_000;

/** So many ledgers tell how gaps spread. */
const CURVE_FROM = 20_000;

/** What a risk is made of, of many customers. */
interface Read {
  model: ModelFacts | null;
  curve: RhythmCurve | null;
  summaries: ReadonlyMap<string, Summary>;
  insights: ReadonlyMap<string, Insight>;
  complaints: ReadonlyMap<string, readonly Complaint[]>;
  wallets: ReadonlyMap<string, readonly Wallet[]>;
  satisfactions: ReadonlyMap<string, readonly Satisfaction[]>;
}

/** The risk of one customer follows each change of what it is made of, at once; before a first {@link refreshRisks} there is none to follow. */
export async function followRisk(db: Database, customerIds: string[], now: number): Promise<void> {
  const cadences = (await db.meta.get(CADENCES))?.value as Cadences | undefined;
  if (!cadences || customerIds.length === 0) return;
  await refreshRisks(db, { now, today: dayIn(Temporal.Now.timeZoneId(), now), cadences, customerIds });
}

/** Works out the risk of these customers, or of all; slice by slice, each written at once. Resolves with how many. */
export async function refreshRisks(db: Database, options: RiskRefresh): Promise<number> {
  const { customerIds, cadences } = options;
  if (!customerIds) {
    await renewCurve(db);
    await db.meta.put({ key: CADENCES, value: cadences });
    const done = await refreshAll(db, options);
    await db.meta.put({ key: RISKS_AT, value: options.now });
    return done;
  }
  let done = 0;
  for (const ids of chunks(customerIds)) {
    options.signal?.throwIfAborted();
    const { rows, read } = await readOf(db, ids);
    done += await write(db, rows, ids, read, options);
  }
  return done;
}

async function refreshAll(db: Database, options: RiskRefresh): Promise<number> {
  const [model, curve, complaints, wallets, satisfactions] = await Promise.all([
    modelFacts(db),
    curveOf(db),
    db.complaints.toArray(),
    db.wallets.toArray(),
    db.satisfactions.toArray(),
  ]);
  const recorded = recordedOf(complaints, wallets, satisfactions);
  let done = 0;
  for (let after = ''; ; ) {
    options.signal?.throwIfAborted();
    const rows = await db.customers.where('id').above(after).limit(SLICE).toArray();
    const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
    if (first === undefined || last === undefined) return done;
    const [summaries, insights] = await Promise.all([
      db.summaries.where('id').between(first, last, true, true).toArray(),
      db.insights.where('id').between(first, last, true, true).toArray(),
    ]);
    const read = { model, curve, ...recorded, summaries: byId(summaries), insights: byId(insights) };
    const ids = rows.map(({ id }) => id);
    done += await write(db, rows, ids, read, options);
    after = last;
  }
}

/** One transaction for all that a few customers' risks are made of. */
function readOf(db: Database, ids: string[]): Promise<{ rows: StoredCustomer[]; read: Read }> {
  const tables = [db.customers, db.summaries, db.insights, db.complaints, db.wallets, db.satisfactions];
  return db.transaction('r', [...tables, db.models, db.meta], async () => {
    const own = <T extends 'complaints' | 'wallets' | 'satisfactions'>(table: T) =>
      db[table].where('customerId').anyOf(ids).toArray();
    const [rows, summaries, insights, model, curve, complaints, wallets, satisfactions] = await Promise.all([
      db.customers.bulkGet(ids),
      db.summaries.bulkGet(ids),
      db.insights.bulkGet(ids),
      modelFacts(db),
      curveOf(db),
      own('complaints') as Promise<StoredComplaint[]>,
      own('wallets') as Promise<Wallet[]>,
      own('satisfactions') as Promise<Satisfaction[]>,
    ]);
    const recorded = recordedOf(complaints, wallets, satisfactions);
    const there = <R>(all: Array<R | undefined>) => all.filter((row) => row !== undefined);
    return {
      rows: there(rows),
      read: {
        ...{ model, curve, ...recorded },
        summaries: byId(there(summaries)),
        insights: byId(there(insights)),
      },
    };
  });
}

const byId = <R extends { id: string }>(rows: readonly R[]) => new Map(rows.map((row) => [row.id, row]));

const recordedOf = (
  complaints: readonly StoredComplaint[],
  wallets: readonly Wallet[],
  satisfactions: readonly Satisfaction[],
) => ({
  complaints: byCustomer(complaints.filter(isLive).map(toComplaint)),
  wallets: byCustomer(wallets.filter(isLive)),
  satisfactions: byCustomer(satisfactions.filter(isLive)),
});

/** Of `ids` those who are there no more lose their risk. */
async function write(
  db: Database,
  rows: readonly StoredCustomer[],
  ids: readonly string[],
  read: Read,
  options: RiskRefresh,
): Promise<number> {
  const found = rows.filter(isLive).map((row) => riskRow(row, read, options));
  const there = new Set(found.map(({ id }) => id));
  await db.transaction('rw', db.risks, async () => {
    await db.risks.bulkPut(found);
    await db.risks.bulkDelete(ids.filter((id) => !there.has(id)));
  });
  return found.length;
}

function riskRow(stored: StoredCustomer, read: Read, { now, today, cadences }: RiskRefresh): StoredRisk {
  const customer = toCustomer(stored);
  const { id } = customer;
  const insight = read.insights.get(id) ?? null;
  const known = {
    ...{ customer, insight, model: read.model, curve: read.curve },
    summary: read.summaries.get(id) ?? null,
    complaints: read.complaints.get(id) ?? [],
    wallets: read.wallets.get(id) ?? [],
    satisfactions: read.satisfactions.get(id) ?? [],
  };
  const cadence = cadenceDaysOf({ ...customer, tier: tierOf(customer, insight) }, cadences);
  const warning = warn(factsOf(known, cadence, now, today));
  return { id, warning, computedAt: now, ...(warning.score !== null && { score: warning.score }) };
}

async function renewCurve(db: Database): Promise<void> {
  const days: number[][] = [];
  for (let after = ''; days.length < CURVE_FROM; ) {
    const rows = await db.summaries.where('id').above(after).limit(SLICE).toArray();
    const last = rows.at(-1);
    if (!last) break;
    days.push(...rows.map((row) => row.days));
    after = last.id;
  }
  const curve = rhythmCurve(days);
  if (curve) await db.meta.put({ key: CURVE, value: curve });
  else await db.meta.delete(CURVE);
}
