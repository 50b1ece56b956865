import { breath } from '../breath';
import { type Database, writing } from '../database';
import { deriveSummaries } from '../derive-values';

/** In `meta`: the last ledger whose sums were made again after a restore; absent: there is nothing to do. */
export const RESUM = 'restored';
const BATCH = 100;

/** Sums of all ledgers of a database that was replaced; goes on where a kill stopped it. */
export async function sumAgain(db: Database): Promise<void> {
  while (await db.meta.get(RESUM)) {
    await writing(db, async (tables) => {
      const mark = await tables.meta.get(RESUM);
      if (!mark) return; // another page was faster
      const ids = await tables.ledgers.where(':id').above(String(mark.value)).limit(BATCH).primaryKeys();
      await deriveSummaries(tables, ids);
      const last = ids.at(-1);
      if (last === undefined) await tables.meta.delete(RESUM);
      else await tables.meta.put({ key: RESUM, value: last });
    });
    await breath();
  }
}
