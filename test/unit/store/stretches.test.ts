import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../utils/id';
import type { Database } from '../../../utils/store/database';
import { answer } from '../../../utils/store/held-keys';
import { openDatabase } from '../../../utils/store/open';
import type { Summary } from '../../../utils/value/summary-types';

/** Ids of two stretches, and of one that stands alone. */
const IDS = ['aa0', 'aa1', 'aaf', 'ab0', 'ab7', 'b00'] as const;
const id = fc.constantFrom(...IDS);
const sums = (of: string, valuation: number, net: number) =>
  ({ id: of, valuation, net, days: [], amounts: [], categories: [] }) as unknown as Summary;
const act = fc.oneof(
  fc.record({
    op: fc.constant('put' as const),
    rows: fc.array(fc.tuple(id, fc.nat(3), fc.nat(9)), { maxLength: 4 }),
  }),
  fc.record({ op: fc.constant('delete' as const), ids: fc.array(id, { maxLength: 3 }) }),
);

async function withDatabase(work: (db: Database) => Promise<void>): Promise<void> {
  const { db } = await openDatabase({ name: newId() });
  try {
    await work(db);
  } finally {
    await db.delete();
  }
}

const sorted = (rows: Iterable<Summary>) => [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));

test('neighbours in one row answer as rows of their own do, whatever is written at once', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 8 }),
      id,
      id,
      fc.integer({ min: 1, max: 4 }),
      (acts, from, to, limit) =>
        withDatabase(async (db) => {
          const model = new Map<string, Summary>();
          await db.transaction('rw', db.summaries, db.riskLog, () =>
            // handed over together, none awaited before the next
            Promise.all(
              acts.map((one) => {
                if (one.op === 'delete') {
                  for (const gone of one.ids) model.delete(gone);
                  return db.summaries.bulkDelete([...one.ids]);
                }
                const rows = one.rows.map(([of, valuation, net]) => sums(of, valuation, net));
                for (const row of rows) model.set(row.id, row);
                return db.summaries.bulkPut(rows);
              }),
            ),
          );
          const all = sorted(model.values());
          expect(await db.summaries.toArray()).toEqual(all);
          expect(await db.summaries.count()).toBe(all.length);
          expect(await db.summaries.bulkGet([...IDS])).toEqual(IDS.map((one) => model.get(one)));
          expect(await db.summaries.get(from)).toEqual(model.get(from));
          const above = all.filter((row) => row.id > from);
          expect(await db.summaries.where('id').above(from).limit(limit).toArray()).toEqual(
            above.slice(0, limit),
          );
          const between = all.filter((row) => row.id >= from && row.id <= to);
          if (from <= to)
            expect(await db.summaries.where('id').between(from, to, true, true).primaryKeys()).toEqual(
              between.map((row) => row.id),
            );
          const old = await db.summaries.where('valuation').below(2).primaryKeys();
          expect(old.sort()).toEqual(all.flatMap((row) => (row.valuation < 2 ? [row.id] : [])));
          expect((await db.summaries.where('valuation').below(2).limit(1).primaryKeys()).length).toBe(
            Math.min(1, old.length),
          );
        }),
    ),
    { numRuns: 30 },
  ));

test('of a stretch that lost all nothing is left, and a range of ids is taken out of the middle', () =>
  withDatabase(async (db) => {
    await db.summaries.bulkPut(IDS.map((one, at) => sums(one, 1, at)));
    await db.transaction('rw', db.summaries, db.riskLog, async () => {
      void db.summaries.bulkPut([sums('ab0', 2, 2)]);
      await db.summaries.where('id').between('aa1', 'ab0', true, true).delete();
    });
    expect((await db.summaries.toArray()).map((row) => row.id)).toEqual(['aa0', 'ab7', 'b00']);
    await db.summaries.bulkDelete(['aa0', 'ab7', 'b00']);
    const bare = db.backendDB().transaction('summaries').objectStore('summaries').count();
    expect(await answer(bare)).toBe(0);
  }));

test('a write that fails leaves all rows of a transaction as they were', () =>
  withDatabase(async (db) => {
    await db.summaries.bulkPut([sums('aa0', 1, 1)]);
    const failing = db.transaction('rw', db.summaries, db.riskLog, async () => {
      await db.summaries.bulkPut([sums('aa1', 1, 2)]);
      throw new Error('stopped');
    });
    await expect(failing).rejects.toThrow('stopped');
    expect((await db.summaries.toArray()).map((row) => row.id)).toEqual(['aa0']);
  }));

test('two who hold the table of one transaction each by themselves do not write over one another', () =>
  withDatabase(async (db) => {
    await db.transaction('rw', db.summaries, db.riskLog, (tx) =>
      Promise.all([
        tx.table('summaries').bulkPut([sums('aa0', 1, 1)]),
        db.summaries.bulkPut([sums('aa1', 1, 2)]),
      ]),
    );
    expect((await db.summaries.toArray()).map((row) => row.id)).toEqual(['aa0', 'aa1']);
  }));
