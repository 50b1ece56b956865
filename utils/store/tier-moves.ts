import { cadenceStart } from '../contact';
import type { Tier } from '../customer/model';
import { keyTierOf } from '../retention/guard';
import type { Tables } from './database';
import { isLive } from './rows';
import type { StoredCustomer } from './stored';

/**
 * Contact falls due by the tier that is shown, and so do the check-lists of key accounts; that tier moves with the ledger's rank, not only with
 * the customer's row: of these customers those who go by another tier now are written again, the others left alone. Part of the running transaction.
 */
export async function moveTiers(db: Tables, shown: ReadonlyMap<StoredCustomer, Tier | null>): Promise<void> {
  const live = [...shown].filter(([row]) => isLive(row));
  const moved = live.filter(([row, tier]) => movesCadence(row, tier) || movesKey(row, tier));
  // who has an open reminder has no cadence, whatever the tier
  const bare = moved.filter(([row]) => row.cadenceTier === undefined).map(([row]) => row.id);
  const open = bare.length > 0 ? await db.reminders.where('openFor').anyOf(bare).toArray() : [];
  const reminded = new Set(open.map(({ customerId }) => customerId));
  const still = (row: StoredCustomer) => reminded.has(row.id) || row.cadenceDays !== null;
  await db.customers.bulkPut(
    moved
      .filter(([row, tier]) => !still(row) || movesKey(row, tier))
      .map(([row, tier]) => withKey(still(row) ? row : withCadence(row, tier), tier)),
  );
}

const movesCadence = (row: StoredCustomer, tier: Tier | null): boolean =>
  row.cadenceDays === null && (row.cadenceTier ?? null) !== tier;
const movesKey = (row: StoredCustomer, tier: Tier | null): boolean =>
  (row.keyTier ?? null) !== keyTierOf(tier);

function withCadence(stored: StoredCustomer, tier: Tier | null): StoredCustomer {
  const { cadenceTier, cadenceFrom, ...row } = stored;
  return tier ? { ...row, cadenceTier: tier, cadenceFrom: cadenceStart(row) } : row;
}

function withKey(stored: StoredCustomer, tier: Tier | null): StoredCustomer {
  const { keyTier, ...row } = stored;
  const key = keyTierOf(tier);
  return key ? { ...row, keyTier: key } : row;
}
