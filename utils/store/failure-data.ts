import type { Customer } from '../customer/model';
import { changeOf } from '../retention/early-warning';
import { stageFactsOf } from '../retention/facts';
import type { FailureCase } from '../retention/failure';
import type { Defection } from '../retention/model';
import { needsContrast } from '../retention/needs';
import { conversions, type StageChange, stagesOf } from '../retention/stages';
import type { FailureData } from './api-retention';
import { byCustomer } from './by-customer';
import type { Database } from './database';
import { toCustomer } from './derive';
import { tiersOf } from './retention-queries';
import { liveOf } from './rows';

/** Everything for the failure analysis, read in one go: dashboards only. */
export async function failureData(db: Database, today: number): Promise<FailureData> {
  const rows = (await db.customers.orderBy('[sortName+id]').toArray()).map(toCustomer);
  const [sums, insights, tiers, defections, wallets] = await Promise.all([
    db.summaries.toArray(),
    db.insights.toArray(),
    tiersOf(db, rows),
    liveOf(db.defections.toArray()).then(byCustomer),
    liveOf(db.wallets.toArray()).then(byCustomer),
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
    steps: conversions(cases),
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
  return needsContrast(
    rows.filter(({ id }) => gone.has(id)),
    rows.filter(({ id }) => !gone.has(id)),
  );
}
