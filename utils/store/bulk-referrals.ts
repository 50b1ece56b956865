import type { Customer } from '../customer/model';
import type { Tables } from './database';
import { ReferralCycle, RowMissing } from './errors';

/** Refuses new customers whose referrers go in a circle or are not there; see {@link Work.checkReferrals}. */
export async function checkNewReferrals(db: Tables, customers: readonly Customer[]): Promise<void> {
  const made = new Map(customers.map((row) => [row.id, row.referredBy ?? null]));
  const given = customers.flatMap((row) => (row.referredBy ? [row.referredBy] : []));
  const stored = [...new Set(given.filter((id) => !made.has(id)))];
  const there = await db.customers.bulkGet(stored);
  stored.forEach((id, i) => {
    if (there[i]?.deletedAt !== null) throw new RowMissing('customers', id);
  });
  // nobody who is stored was referred by somebody who is not yet: a circle has new customers alone
  const sound = new Set<string>();
  for (const { id } of customers) {
    const chain: string[] = [];
    let at: string | null = id;
    while (at !== null && made.has(at) && !sound.has(at)) {
      const again = chain.indexOf(at);
      if (again >= 0) throw new ReferralCycle([...chain.slice(again), at]);
      chain.push(at);
      at = made.get(at) ?? null;
    }
    for (const one of chain) sound.add(one);
  }
}
