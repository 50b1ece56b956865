import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closeBy } from '../../../utils/store/close-by';
import type { Database } from '../../../utils/store/database';
import { freshStore } from './help';

const theStore = freshStore();
const id = fc.stringMatching(/^(imp-0[0-3][0-9a-f]{2}|other-[0-9a-f]{6}|x)$/);

it('gives of each id its row, however many of its neighbours are asked for', async () => {
  const { db } = theStore() as unknown as { db: Database };
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(id, { maxLength: 60 }),
      fc.array(id, { maxLength: 60 }),
      async (there, asked) => {
        await db.blocks.clear();
        await db.blocks.bulkAdd(there.map((one) => ({ id: one, keys: [] })));
        const rows = await closeBy(db.blocks, asked);
        expect(rows.map((row) => row?.id)).toEqual(
          asked.map((one) => (there.includes(one) ? one : undefined)),
        );
      },
    ),
    { numRuns: 30 },
  );
});
