import { type Cadences, cadenceDaysOf } from '../contact';
import type { Customer } from '../customer/model';
import { changeOf, warn } from '../retention/early-warning';
import { dayIn, factsOf, stageFactsOf } from '../retention/facts';
import type { FailureCase } from '../retention/failure';
import type { Defection, Satisfaction, Wallet } from '../retention/model';
import { needsContrast } from '../retention/needs';
import { rhythmCurve } from '../retention/rhythm';
import { tierOf } from '../retention/shown';
import { conversions, type StageChange, stagesOf } from '../retention/stages';
import type { FailureData, RiskRefresh } from './api-retention';
import { chunks } from './bulk';
import type { Database } from './database';
import { toComplaint, toCustomer } from './derive';
import { CURVE, curveOf, modelFacts, RISKS_AT, tiersOf } from './retention-queries';
import type { StoredRisk } from './stored';

const live = (row: { deletedAt: number | null }) => row.deletedAt === null;

/** Rows by their customer. */
function byCustomer<R extends { customerId: string }>(rows: readonly R[]): Map<string, R[]> {
  const map = new Map<string, R[]>();
  for (const row of rows) {
    const known = map.get(row.customerId);
    if (known) known.push(row);
    else map.set(row.customerId, [row]);
  }
  return map;
}

/** Where `meta` keeps the cadences that risks were last worked out with: from then on a change renews its customers' risk. */
const CADENCES = 'riskCadences';

/** The risk of one customer follows each change of what it is made of, at once; before a first {@link refreshRisks} there is none to follow. */
export async function followRisk(db: Database, customerIds: string[], now: number): Promise<void> {
  const cadences = (await db.meta.get(CADENCES))?.value as Cadences | undefined;
  if (!cadences || customerIds.length === 0) return;
  await refreshRisks(db, { now, today: dayIn(Temporal.Now.timeZoneId(), now), cadences, customerIds });
}

/** Works out the risk of these customers, or of all; in slices of a thousand, each written at once. */
export async function refreshRisks(db: Database, options: RiskRefresh): Promise<number> {
  const { customerIds, signal, cadences } = options;
  if (!customerIds) {
    await renewCurve(db);
    await db.meta.put({ key: CADENCES, value: cadences });
  }
  const ids = customerIds ?? (await db.customers.orderBy('[sortName+id]').primaryKeys());
  let done = 0;
  for (const part of chunks(ids)) {
    signal?.throwIfAborted();
    done += await refreshPart(db, part, options);
  }
  if (!customerIds) await db.meta.put({ key: RISKS_AT, value: options.now });
  return done;
}

async function refreshPart(
  db: Database,
  ids: string[],
  { now, today, cadences }: RiskRefresh,
): Promise<number> {
  const [rows, sums, insights, model, curve] = await Promise.all([
    db.customers.bulkGet(ids),
    db.summaries.bulkGet(ids),
    db.insights.bulkGet(ids),
    modelFacts(db),
    curveOf(db),
  ]);
  const own = <R extends { customerId: string; deletedAt: number | null }>(table: string) =>
    db.table<R>(table).where('customerId').anyOf(ids).filter(live).toArray().then(byCustomer);
  const [complaints, wallets, satisfactions] = await Promise.all([
    own<Parameters<typeof toComplaint>[0]>('complaints'),
    own<Wallet>('wallets'),
    own<Satisfaction>('satisfactions'),
  ]);
  const found = rows.flatMap((row, i): StoredRisk[] => {
    if (!row || row.deletedAt !== null) return [];
    const customer = toCustomer(row);
    const facts = factsOf(
      {
        customer,
        ...{ model, curve },
        summary: sums[i] ?? null,
        insight: insights[i] ?? null,
        complaints: (complaints.get(row.id) ?? []).map(toComplaint),
        wallets: wallets.get(row.id) ?? [],
        satisfactions: satisfactions.get(row.id) ?? [],
      },
      cadenceDaysOf({ ...customer, tier: tierOf(customer, insights[i]) }, cadences),
      now,
      today,
    );
    const warning = warn(facts);
    return [
      { id: row.id, warning, computedAt: now, ...(warning.score !== null && { score: warning.score }) },
    ];
  });
  const gone = ids.filter((_, i) => !rows[i] || rows[i]?.deletedAt !== null);
  await db.transaction('rw', db.risks, async () => {
    await db.risks.bulkPut(found);
    await db.risks.bulkDelete(gone);
  });
  return found.length;
}

async function renewCurve(db: Database): Promise<void> {
  const days: number[][] = [];
  await db.summaries.limit(20_000).each((row) => {
    days.push(row.days);
  });
  const curve = rhythmCurve(days);
  if (curve) await db.meta.put({ key: CURVE, value: curve });
  else await db.meta.delete(CURVE);
}

/** Everything for the failure analysis, read in one go: dashboards only. */
export async function failureData(db: Database, today: number): Promise<FailureData> {
  const rows = (await db.customers.orderBy('[sortName+id]').toArray()).map(toCustomer);
  const [sums, insights, tiers, defections, wallets] = await Promise.all([
    db.summaries.toArray(),
    db.insights.toArray(),
    tiersOf(db, rows),
    db.defections.filter(live).toArray().then(byCustomer),
    db.wallets.filter(live).toArray().then(byCustomer),
  ]);
  const summaryOf = new Map(sums.map((row) => [row.id, row]));
  const insightOf = new Map(insights.map((row) => [row.id, row]));
  const cases = rows.map((customer, i): FailureCase => {
    const summary = summaryOf.get(customer.id) ?? null;
    const own: Defection[] = defections.get(customer.id) ?? [];
    const change = changeOf({ wallets: wallets.get(customer.id) ?? [], summary });
    return {
      id: customer.id,
      tier: tiers[i] ?? null,
      firstDay: summary?.days[0] ?? null,
      shareChange: change?.change ?? null,
      shareFell: change?.fell ?? false,
      shareRose: change?.rose ?? false,
      stages: stagesOf(stageFactsOf({ customer, summary }, own, today)),
      defections: own,
      yearlyValue: Math.max(0, Math.round(insightOf.get(customer.id)?.annual ?? entered(customer))),
    };
  });
  return {
    cases,
    steps: conversions(cases.map(({ stages }) => stages)),
    needs: needsOf(rows, cases),
    names: new Map(rows.map(({ id, name }) => [id, name])),
    currency: sums[0]?.currency ?? rows.find((row) => row.valueNext12)?.valueNext12?.currency ?? 'USD',
  };
}

/** Without a ledger: what somebody expected of the next twelve months. */
const entered = ({ valueNext12 }: Customer): number => valueNext12?.minor ?? 0;

const isLost = (stages: readonly StageChange[]): boolean => stages.at(-1)?.stage === 'lost';

function needsOf(rows: readonly Customer[], cases: readonly FailureCase[]): FailureData['needs'] {
  const gone = new Set(cases.filter(({ stages }) => isLost(stages)).map(({ id }) => id));
  const needs = (wanted: boolean) => rows.filter(({ id }) => gone.has(id) === wanted).map((row) => row.needs);
  return needsContrast(needs(true), needs(false));
}
