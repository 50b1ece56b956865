import { cadenceStart } from '../contact';
import type { Tier } from '../customer/model';
import type { Tables } from './database';
import type { StoredCustomer } from './stored';

/**
 * Contact falls due by the tier that is shown, and that moves with the ledger's rank, not only with the customer's row: of these customers
 * those whose cadence goes by another tier now are written again, the others left alone. Part of the running transaction.
 */
export async function moveCadences(
  db: Tables,
  shown: ReadonlyMap<StoredCustomer, Tier | null>,
): Promise<void> {
  const moved = [...shown].filter(
    ([row, tier]) => row.deletedAt === null && row.cadenceDays === null && (row.cadenceTier ?? null) !== tier,
  );
  // who has an open reminder has no cadence, whatever the tier
  const bare = moved.filter(([row]) => row.cadenceTier === undefined).map(([row]) => row.id);
  const open = bare.length > 0 ? await db.reminders.where('openFor').anyOf(bare).toArray() : [];
  const reminded = new Set(open.map(({ customerId }) => customerId));
  await db.customers.bulkPut(
    moved.filter(([row]) => !reminded.has(row.id)).map(([row, tier]) => withTier(row, tier)),
  );
}

function withTier(stored: StoredCustomer, tier: Tier | null): StoredCustomer {
  const { cadenceTier, cadenceFrom, ...row } = stored;
  return tier ? { ...row, cadenceTier: tier, cadenceFrom: cadenceStart(row) } : row;
}
