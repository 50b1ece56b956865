import type { Stage, Tier } from '../customer/model';
import { STAGES, TIERS } from '../customer/model';
import { newId } from '../id';
import { fitModel } from '../retention/fit-model';
import { annualOf } from '../retention/insight';
import { economicsOf, Forecaster, type History } from '../retention/outlook';
import { PortfolioSums, stageTotals } from '../retention/portfolio';
import { type Ranking, rankingOf, tierAt } from '../retention/ranking';
import type { StoredModel } from '../retention/stored-model';
import { countPairs } from '../value/next-offer';
import { pairRows } from '../value/pairs';
import type { Summary } from '../value/summary-types';
import { branchesOf, type Twig } from './branches';
import { type Database, writing } from './database';
import { FIRST_STAGE } from './derive';
import type { Ranks, Scoring } from './scoring';
import type { Valuation } from './stored';
import { META, model as modelInUse, summaryScan } from './value-queries';

/** What is kept of a summary while all are looked at together. */
type Kept = History & Pick<Summary, 'id' | 'net'> & { annual: number };

export interface CollectOptions {
  today: number;
  asOf: string;
  now: number;
  refit: boolean;
  valuation: Valuation;
}

/**
 * Reads all sums once, fits the models where they are to be fitted, ranks, adds up the totals, and writes what the slices that follow
 * need: the model, the pairs of products, the places of all customers, the portfolio. One transaction at the end.
 */
export async function collect(
  db: Database,
  options: CollectOptions,
): Promise<{ fitted: boolean; customers: number }> {
  const { today, now, valuation } = options;
  const kept: Kept[] = [];
  const sums = new PortfolioSums(today);
  const parents = await parentsOf(db);
  const years = new Map<string, Twig['years']>();
  const baskets: Array<Map<string, number>> = [];
  await summaryScan(db, (batch) => {
    for (const summary of batch) {
      sums.add(summary);
      kept.push(keptOf(summary, today));
      if (parents.has(summary.id)) years.set(summary.id, summary.years);
      if (summary.products.length > 0)
        baskets.push(new Map(summary.products.map(({ name, firstDay }) => [name, firstDay])));
    }
  });
  const before = await modelInUse(db);
  const model = options.refit || !before ? fitted(kept, options) : before;
  const forecaster = new Forecaster(model, valuation.settings, today);
  const order = placesOf(kept);
  const ranking = rankingOf(order.sorted, valuation.settings.tierShares, sums.winningCosts());
  const nexts = new Map<string, number>();
  const pins = await pinsOf(db);
  for (const one of kept) {
    const outlook = forecaster.of(one);
    if (outlook && parents.has(one.id)) nexts.set(one.id, outlook.value);
    sums.score(one, outlook, ranking, pins.get(one.id));
  }
  const nets = new Map(kept.filter(({ id }) => parents.has(id)).map(({ id, net }) => [id, net]));
  const branches = branchesOf(parents, (id) => ({
    net: nets.get(id) ?? 0,
    next: nexts.get(id) ?? 0,
    years: years.get(id) ?? [],
  }));
  const ranks: Ranks = { ids: kept.map(({ id }) => id).join(''), places: order.places, branches };
  const stages = await stagesOf(db, kept, ranking, pins);
  const portfolio = sums.end(order.sorted, stages, {
    ...{ currency: valuation.settings.currency, horizonDays: model.horizonDays, modelId: model.id },
    ...{ valuation: valuation.number, asOf: options.asOf, computedAt: now },
  });
  const scoring: Scoring = { ranking, asOf: options.asOf, today };
  const pairs = pairRows(countPairs(baskets));
  await writing(db, async (tables) => {
    if (model !== before) await keepModel(tables.models, model);
    await tables.pairs.clear();
    await tables.pairs.bulkPut(pairs);
    await tables.meta.bulkPut([
      { key: META.portfolio, value: portfolio },
      { key: META.scoring, value: scoring },
      { key: META.ranks, value: ranks },
    ]);
  });
  return { fitted: model !== before, customers: kept.length };
}

function keptOf(summary: Summary, today: number): Kept {
  const { id, net, days, amounts, costedSales, costOfGoods, byKind } = summary;
  return { id, net, days, amounts, costedSales, costOfGoods, byKind, annual: annualOf(summary, today) };
}

function fitted(kept: readonly Kept[], { valuation, today, now }: CollectOptions): StoredModel {
  const buyers = kept.filter(({ days }) => days.length > 0);
  const economics = kept.map((one) => economicsOf(one, today));
  return fitModel(buyers, economics, valuation.settings, { id: newId(), today, now });
}

/** So many fits are kept, to be looked back at. */
const MODELS_KEPT = 10;

async function keepModel(models: Database['models'], model: StoredModel): Promise<void> {
  await models.put(model);
  const ids = await models.orderBy('madeAt').reverse().offset(MODELS_KEPT).primaryKeys();
  await models.bulkDelete(ids);
}

/** Places by annual net value, equal ones by id; and the values in that order. */
function placesOf(kept: readonly Kept[]): { places: Int32Array; sorted: Float64Array } {
  const order = Array.from(kept, (_, i) => i).sort(
    (a, b) => (kept[b]?.annual ?? 0) - (kept[a]?.annual ?? 0) || a - b,
  );
  const places = new Int32Array(kept.length);
  const sorted = new Float64Array(kept.length);
  order.forEach((at, i) => {
    places[at] = i + 1;
    sorted[i] = kept[at]?.annual ?? 0;
  });
  return { places, sorted };
}

/** Who referred whom, among live customers. */
async function parentsOf(db: Database): Promise<Map<string, string>> {
  const rows = await db.customers.where('referredBy').above('').toArray();
  const parents = new Map<string, string>();
  for (const { id, referredBy, deletedAt } of rows)
    if (deletedAt === null && referredBy) parents.set(id, referredBy);
  const above = [...new Set(parents.values())].filter((id) => !parents.has(id));
  const there = await db.customers.bulkGet(above);
  const gone = new Set(above.filter((_, i) => there[i]?.deletedAt !== null));
  for (const [id, parent] of parents) if (gone.has(parent)) parents.delete(id);
  return parents;
}

async function pinsOf(db: Database): Promise<Map<string, Tier>> {
  const rows = await db.customers.where('tierPinned').anyOf(TIERS).toArray();
  return new Map(rows.flatMap(({ id, tierPinned }) => (tierPinned ? [[id, tierPinned] as const] : [])));
}

async function stagesOf(
  db: Database,
  kept: readonly Kept[],
  ranking: Ranking,
  pins: ReadonlyMap<string, Tier>,
) {
  const tiers = new Map(kept.map(({ id, annual }) => [id, pins.get(id) ?? tierAt(ranking, annual)]));
  const at = (stage: Stage, id: string) => ({ stage, tier: tiers.get(id) ?? null });
  const first = new Set(await db.customers.orderBy('[sortName+id]').primaryKeys());
  const all: Array<{ stage: Stage; tier: Tier | null }> = [];
  for (const stage of STAGES)
    for (const id of await db.customers.where('stageMark').equals(stage).primaryKeys())
      if (first.delete(id)) all.push(at(stage, id));
  for (const id of first) all.push(at(FIRST_STAGE, id));
  return stageTotals(all);
}
