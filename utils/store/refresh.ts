import { horizonDaysOf } from '../retention/outlook';
import { dayNumber } from '../value/days';
import type { Portfolio } from '../value/portfolio-types';
import type { RefreshOptions, RefreshState } from './api-value';
import { breath } from './breath';
import { collect } from './collect';
import { type Database, writing } from './database';
import { deriveSummaries } from './derive-values';
import { scorers, writeInsights } from './insights';
import { ranksOf } from './scoring';
import type { Valuation } from './stored';
import { valuation } from './valuation';
import { META, model as modelInUse } from './value-queries';

/** Where a refresh is; absent: none is under way. */
interface Cursor {
  /** The last customer whose insight was written. */
  after: string;
  asOf: string;
}

const SUMMARIES = 200;
const INSIGHTS = 400;
/** Fitted anew after so many changed customers, at least and as a share of all; or after so many days. */
const CHANGED_LEAST = 20;
const CHANGED_SHARE = 0.02;
const STALE_DAYS = 7;
/** The larger the ledgers, the longer the totals rest between two small changes: a minute for a thousand customers. */
const REST_MS = 60;

/** See {@link ValueStore.refresh}. Every slice is a transaction of its own and leaves the database whole. */
export async function refresh(db: Database, options: RefreshOptions): Promise<RefreshState> {
  const state: RefreshState = { done: false, summaries: 0, fitted: false, insights: 0 };
  const late = () => {
    options.signal?.throwIfAborted();
    return options.until !== undefined && Date.now() > options.until;
  };
  while (!late()) {
    const made = await renewSummaries(db);
    state.summaries += made;
    await breath();
    if (made === SUMMARIES) continue;
    const cursor = await cursorOf(db);
    if (!cursor && !(await begin(db, options, state))) {
      state.done = true;
      return state;
    }
    if (cursor) state.insights += await slice(db, cursor, options.now);
    await breath();
  }
  return state;
}

/** Sums made with another base currency, margin rate or exchange rate are made again. */
async function renewSummaries(db: Database): Promise<number> {
  const { number } = await valuation(db);
  const ids = await db.summaries.where('valuation').below(number).limit(SUMMARIES).primaryKeys();
  if (ids.length > 0) await writing(db, (tables) => deriveSummaries(tables, ids));
  return ids.length;
}

async function cursorOf(db: Database): Promise<Cursor | null> {
  return ((await db.meta.get(META.refresh))?.value as Cursor | undefined) ?? null;
}

/** Looks at everything once, where something is to be done; false where all is up to date. */
async function begin(db: Database, options: RefreshOptions, state: RefreshState): Promise<boolean> {
  const changed = Number((await db.meta.get(META.changed))?.value ?? 0);
  const known = await valuation(db);
  const need = await needOf(db, options, known, changed);
  if (!need || (options.force && state.fitted)) return false;
  const today = dayNumber(options.today) ?? 0;
  const asked = { today, asOf: options.today, now: options.now, refit: need === 'fit', valuation: known };
  const { fitted } = await collect(db, asked);
  state.fitted = fitted;
  await writing(db, async (tables) => {
    const now = Number((await tables.meta.get(META.changed))?.value ?? 0);
    await tables.meta.put({ key: META.changed, value: Math.max(0, now - changed) });
    await tables.meta.put({ key: META.refresh, value: { after: '', asOf: options.today } });
    await tables.meta.put({ key: META.seen, value: seenOf(known) });
  });
  return true;
}

type Need = 'fit' | 'totals' | null;

async function needOf(
  db: Database,
  { today, now, force }: RefreshOptions,
  known: Valuation,
  changed: number,
): Promise<Need> {
  if (force) return 'fit';
  const portfolio = (await db.meta.get(META.portfolio))?.value as Portfolio | undefined;
  const model = await modelInUse(db);
  if (!portfolio || !model)
    return portfolio || (await db.summaries.limit(1).primaryKeys()).length > 0 ? 'fit' : null;
  const days = Math.abs((dayNumber(today) ?? 0) - (dayNumber(model.asOf) ?? 0));
  const enough = Math.max(CHANGED_LEAST, CHANGED_SHARE * model.customers);
  const other = model.horizonDays !== horizonDaysOf(known.settings) || portfolio.valuation !== known.number;
  if (other || changed >= enough || days >= STALE_DAYS) return 'fit';
  const seen = (await db.meta.get(META.seen))?.value;
  const waited = now - portfolio.computedAt >= portfolio.customers * REST_MS;
  return (changed > 0 && waited) || portfolio.asOf !== today || seen !== seenOf(known) ? 'totals' : null;
}

/** What the scores were made with, as one text. */
const seenOf = ({ settings }: Valuation): string => JSON.stringify(settings);

async function slice(db: Database, cursor: Cursor, now: number): Promise<number> {
  const ranks = await cachedRanks(db, cursor);
  if (!ranks) {
    await db.meta.delete(META.refresh);
    return 0;
  }
  return writing(db, async (tables) => {
    const ids = await tables.summaries.where('id').above(cursor.after).limit(INSIGHTS).primaryKeys();
    const last = ids.at(-1);
    if (last === undefined) return end(tables, ranks.branches.keys(), now);
    const written = await writeInsights(tables, ids, await scorers(tables), now, ranks);
    await tables.meta.put({ key: META.refresh, value: { ...cursor, after: last } });
    return written;
  });
}

/** The last slice: those who have referred somebody, and no ledger of their own; and the cursor goes. */
async function end(
  tables: Parameters<typeof writeInsights>[0],
  branches: Iterable<string>,
  now: number,
): Promise<number> {
  const ids = [...branches];
  const sums = await tables.summaries.bulkGet(ids);
  const bare = ids.filter((_, i) => !sums[i]);
  const ranks = (await ranksOf(tables)) ?? undefined;
  const written = await writeInsights(tables, bare, await scorers(tables), now, ranks);
  await tables.meta.bulkDelete([META.refresh, META.ranks]);
  return written;
}

let ranksInHand: { key: string; ranks: Awaited<ReturnType<typeof ranksOf>> } | null = null;

/** The places of all customers, read once for all slices of this worker. */
async function cachedRanks(db: Database, cursor: Cursor) {
  const computedAt = ((await db.meta.get(META.portfolio))?.value as Portfolio | undefined)?.computedAt;
  const key = `${db.name}:${computedAt}:${cursor.asOf}`;
  if (ranksInHand?.key !== key) ranksInHand = { key, ranks: await ranksOf(db) };
  return ranksInHand.ranks;
}
