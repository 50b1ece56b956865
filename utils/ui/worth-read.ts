import type { WorthDetails } from '../../components/ledger/props';
import type { Store } from '../store';

/** All that is shown of a customer's worth once it is looked at closely; read in one go, so that its parts agree. */
export async function readWorth(store: Store, customerId: string): Promise<WorthDetails> {
  const [[customer], ledger, referrals, model, settings] = await Promise.all([
    store.customers([customerId]),
    store.ledger(customerId),
    store.referralsOf(customerId),
    store.model(),
    store.valueSettings(),
  ]);
  const referredBy = customer?.referredBy ?? null;
  const [referrer = null] = referredBy ? await store.customers([referredBy]) : [];
  return { customerId, entries: ledger?.entries ?? [], referrals, referrer, model, settings };
}
