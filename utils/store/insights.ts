import { dateOf } from '../contact';
import type { Tier } from '../customer/model';
import { type Branch, insightOf, NO_BRANCH } from '../retention/insight';
import { Forecaster } from '../retention/outlook';
import { tierOf } from '../retention/shown';
import { dayNumber } from '../value/days';
import type { Insight } from '../value/insight-types';
import { offersFrom, type PairRow } from '../value/pairs';
import type { Summary } from '../value/summary-types';
import { ancestorsOf, branchOf } from './branches';
import { closeBy } from './close-by';
import type { Tables } from './database';
import { placeOf, type Ranks, type Scoring, scoring } from './scoring';
import type { StoredCustomer } from './stored';
import { moveTiers } from './tier-moves';
import { valuation } from './valuation';
import { insight as insightRow, model as modelInUse, toStoredInsight } from './value-queries';

/** Works insights out and writes them: of single customers with an edit, of all of them slice by slice. */
export interface Scorers {
  scoring: Scoring;
  forecaster: Forecaster | null;
  modelId: string | null;
  settings: Awaited<ReturnType<typeof valuation>>;
}

/** `now`: scores as of that instant's day, where it is later than the last refresh. */
export async function scorers(db: Tables, now = 0): Promise<Scorers> {
  const [last, settings, model] = await Promise.all([scoring(db), valuation(db), modelInUse(db)]);
  const asOf = dateOf(now, Temporal.Now.timeZoneId());
  const today = dayNumber(asOf) ?? 0;
  const known = today > last.today ? { ...last, asOf, today } : last;
  const forecaster = model && new Forecaster(model, settings.settings, known.today);
  return { scoring: known, forecaster, modelId: model?.id ?? null, settings };
}

/** Scores these customers and whoever referred them anew, in the running transaction. */
export async function rescore(db: Tables, customerIds: readonly string[], now: number): Promise<void> {
  if (customerIds.length === 0) return;
  const by = await scorers(db, now);
  await writeInsights(db, customerIds, by, now);
  const above = (await ancestorsOf(db, customerIds)).filter((id) => !customerIds.includes(id));
  await writeInsights(db, above, by, now);
}

/** The insights of these customers; none for one who is gone, or has neither ledger nor referrals. */
export async function writeInsights(
  db: Tables,
  customerIds: readonly string[],
  by: Scorers,
  now: number,
  ranks?: Ranks,
): Promise<number> {
  const ids = [...customerIds];
  if (ids.length === 0) return 0;
  const [customers, sums] = await Promise.all([closeBy(db.customers, ids), closeBy(db.summaries, ids)]);
  const pairs = await pairsOf(db, sums);
  const rows: Insight[] = [];
  const gone: string[] = [];
  const shown = new Map<StoredCustomer, Tier | null>();
  for (const [i, id] of ids.entries()) {
    const [customer, summary] = [customers[i], sums[i] ?? null];
    const branch = customer?.deletedAt === null ? await branchFor(db, id, ranks) : NO_BRANCH;
    const insight =
      customer?.deletedAt === null && (summary || branch.referrals > 0)
        ? made(customer, summary, branch, pairs, by, now, ranks)
        : null;
    if (insight) rows.push(insight);
    else gone.push(id);
    if (customer) shown.set(customer, tierOf(customer, insight));
  }
  await db.insights.bulkPut(await keepingRisk(db, rows));
  await db.insights.bulkDelete(gone);
  await moveTiers(db, shown);
  return rows.length;
}

async function branchFor(db: Tables, id: string, ranks: Ranks | undefined): Promise<Branch> {
  if (ranks) return ranks.branches.get(id) ?? NO_BRANCH;
  const read = await branchOf(db, id);
  if (read) return read;
  const old = await insightRow(db, id);
  if (!old) return NO_BRANCH;
  const { referred, referrals, referredNext, years } = old;
  return {
    ...{ referred, referrals, referredNext },
    years: years.map(({ year, referred: own }) => ({ year, own, referred: 0, total: own })),
  };
}

function made(
  customer: StoredCustomer,
  summary: Summary | null,
  branch: Branch,
  pairs: ReadonlyMap<string, PairRow>,
  { scoring: { ranking, asOf, today }, forecaster, modelId, settings: { settings, number } }: Scorers,
  now: number,
  ranks: Ranks | undefined,
): Insight {
  const basket = new Map((summary?.products ?? []).map(({ name, firstDay }) => [name, firstDay]));
  const rows = [...basket.keys()].flatMap((name) => pairs.get(name) ?? []);
  const rank = ranks && placeOf(ranks, customer.id);
  return insightOf(
    {
      ...{ id: customer.id, summary, customer, branch },
      outlook: summary && forecaster ? forecaster.of(summary) : null,
      offers: offersFrom(basket, rows),
      ...(rank !== undefined && { rank }),
    },
    { settings, ranking, modelId, valuation: number, asOf, today, now },
  );
}

async function pairsOf(db: Tables, sums: Array<Summary | undefined>): Promise<Map<string, PairRow>> {
  const names = new Set(sums.flatMap((one) => one?.products.map(({ name }) => name) ?? []));
  const rows = await db.pairs.bulkGet([...names]);
  return new Map(rows.flatMap((row) => (row ? [[row.product, row] as const] : [])));
}

/** The whole risk is somebody else's to work out: what is there stays until they do. */
async function keepingRisk(db: Tables, rows: Insight[]) {
  const old = await closeBy(
    db.insights,
    rows.map(({ id }) => id),
  );
  return rows.map((row, i) => toStoredInsight({ ...row, risk: old[i]?.risk ?? null }));
}
