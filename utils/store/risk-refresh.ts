import type { Cadences } from '../contact';
import type { RiskLevel } from '../customer/model';
import { LEVELS } from '../retention/early-warning';
import { dayIn } from '../retention/facts';
import { type RhythmCurve, rhythmCurve } from '../retention/rhythm';
import { daysOf, unpacked } from '../retention/risk-pieces';
import type { RiskLine, RiskRefresh } from './api-retention';
import { breath } from './breath';
import { chunks } from './bulk';
import type { Database } from './database';
import { toCustomer } from './derive';
import { CURVE, RISKS_AT } from './retention-queries';
import { type Book, changedSince, putBook, readBook } from './risk-book';
import { bucketOf, packRisks, putRisks, riskiest } from './risk-buckets';
import {
  allRecorded,
  type Common,
  commonOf,
  type Recorded,
  riskRows,
  riskTables,
  warningOf,
} from './risk-rows';
import type { RiskEntry } from './stored';

/** Where `meta` keeps the cadences that risks were last worked out with: from then on a change renews its customers' risk. */
const CADENCES = 'riskCadences';
/** So many ledgers tell how gaps spread. */
const CURVE_FROM = 20_000;
/** Buckets between two breaths. */
const AT_ONCE = 16;

/** The risk of one customer follows each change of what it is made of, at once; before a first {@link refreshRisks} there is none to follow. */
export async function followRisk(db: Database, customerIds: string[], now: number): Promise<void> {
  const cadences = await cadencesOf(db);
  if (!cadences || customerIds.length === 0) return;
  await refreshRisks(db, { now, today: dayIn(Temporal.Now.timeZoneId(), now), cadences, customerIds });
}

/** What all risks were last worked out with. */
export const cadencesOf = async (db: Database) =>
  (await db.meta.get(CADENCES))?.value as Cadences | undefined;

/** Works out the risk of these customers, or of all. Resolves with how many. */
export async function refreshRisks(db: Database, options: RiskRefresh): Promise<number> {
  const { customerIds, cadences } = options;
  if (customerIds) return refreshSome(db, customerIds, options);
  await db.meta.put({ key: CADENCES, value: cadences });
  for (;;) {
    const done = await refreshAll(db, options);
    if (done !== null) return done;
  }
}

/** From the rows themselves. Read and written in one transaction: of two that follow one customer at the same time, the later has the last word. */
async function refreshSome(db: Database, customerIds: string[], options: RiskRefresh): Promise<number> {
  let done = 0;
  for (const ids of chunks(customerIds)) {
    options.signal?.throwIfAborted();
    done += await db.transaction('rw', [db.risks, ...riskTables(db)], async () => {
      const entries = entriesOf(db, ids, options);
      await putRisks(db, ids, entries);
      return (await entries).size;
    });
  }
  return done;
}

async function entriesOf(
  db: Database,
  ids: string[],
  moment: RiskRefresh,
  curve?: RhythmCurve | null,
): Promise<Map<string, RiskEntry>> {
  const { rows, recorded, common } = await riskRows(db, ids);
  const known = curve === undefined ? common : { ...common, curve };
  return new Map(
    [...rows].map(([id, row]) => [id, entry(warningOf(id, row, recorded, known, moment).score, moment)]),
  );
}

const entry = (score: number | null, { now, today }: RiskRefresh): RiskEntry => [score, now, today];

/** From the pieces; null where others were quicker, and all is to be read again. */
async function refreshAll(db: Database, options: RiskRefresh): Promise<number | null> {
  const book = await readBook(db, options.signal);
  const [recorded, { model }] = await Promise.all([allRecorded(db), commonOf(db)]);
  const curve = curveFrom(book);
  const rows = await scored(book, recorded, { model, curve }, options);
  await addShares(db, rows, [...recorded.wallets.keys()], curve, options);
  const late = await put(db, book, rows, curve, options);
  if (!late) return null;
  await refreshSome(db, [...late], options);
  return [...rows.values()].reduce((sum, entries) => sum + entries.size, 0);
}

function curveFrom({ buckets }: Book): RhythmCurve | null {
  const days: number[][] = [];
  for (const bucket of buckets)
    for (const [, bought] of bucket.values()) {
      if (days.length === CURVE_FROM) return rhythmCurve(days);
      if (bought) days.push(daysOf(bought));
    }
  return rhythmCurve(days);
}

/** The risks of each bucket. */
type Scores = Map<number, Map<string, RiskEntry>>;

async function scored(
  { buckets }: Book,
  recorded: Recorded,
  common: Common,
  options: RiskRefresh,
): Promise<Scores> {
  const rows: Scores = new Map();
  for (const [id, bucket] of buckets.entries()) {
    const entries = new Map<string, RiskEntry>();
    for (const [customerId, pieces] of bucket) {
      const known = unpacked(pieces);
      if (known && !recorded.wallets.has(customerId))
        entries.set(
          customerId,
          entry(warningOf(customerId, known, recorded, common, options).score, options),
        );
    }
    rows.set(id, entries);
    if (id % AT_ONCE !== AT_ONCE - 1) continue;
    options.signal?.throwIfAborted();
    await breath();
  }
  return rows;
}

/** Of whom a share of wallet was recorded, which are few: it is held against the amounts, and those no piece has. */
async function addShares(
  db: Database,
  rows: Scores,
  customerIds: string[],
  curve: RhythmCurve | null,
  options: RiskRefresh,
): Promise<void> {
  for (const ids of chunks(customerIds)) {
    options.signal?.throwIfAborted();
    const entries = await db.transaction('r', riskTables(db), () => entriesOf(db, ids, options, curve));
    for (const [id, one] of entries) rows.get(bucketOf(id))?.set(id, one);
  }
}

/** Writes all at once. Resolves with whose rows were written meanwhile; null: the book is not the latest, and nothing was written. */
function put(
  db: Database,
  book: Book,
  rows: Scores,
  curve: RhythmCurve | null,
  { now, today }: RiskRefresh,
): Promise<Set<string> | null> {
  const packed = [...rows].map(([id, entries]) => packRisks(id, entries, now, today));
  return db.transaction('rw', db.risks, db.derived, db.riskLog, db.meta, async () => {
    const late = await changedSince(db, book);
    if (!(await putBook(db, book))) return null;
    await db.risks.clear();
    await db.risks.bulkPut(packed);
    if (curve) await db.meta.put({ key: CURVE, value: curve });
    else await db.meta.delete(CURVE);
    await db.meta.put({ key: RISKS_AT, value: now });
    return late;
  });
}

const FROM: Record<RiskLevel, readonly [number, number]> = {
  low: [0, LEVELS.medium],
  medium: [LEVELS.medium, LEVELS.high],
  high: [LEVELS.high, 101],
};

/** The riskiest customers as last worked out, with the evidence as it was then. */
export async function risks(db: Database, limit: number, level?: RiskLevel): Promise<RiskLine[]> {
  const cadences = await cadencesOf(db);
  const found = await riskiest(db, ...(level ? FROM[level] : ([0, 101] as const)), limit);
  if (!cadences || found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const { rows, recorded, common } = await db.transaction('r', riskTables(db), () => riskRows(db, ids));
  return found.flatMap(({ id, at, today }) => {
    const row = rows.get(id);
    if (!row) return [];
    const warning = warningOf(id, row, recorded, common, { now: at, today, cadences });
    return [{ customer: toCustomer(row.stored), warning, computedAt: at }];
  });
}
