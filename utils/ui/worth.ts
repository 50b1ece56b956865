import type { SidebarActions } from '../../components/sidebar/props';
import { t } from '../i18n';
import { ReferralCycle, type Store } from '../store';
import { editCustomer } from '../store/actions';
import { addEntries, editEntry, removeEntry } from '../store/ledger-actions';
import { type Around, failed, settle, sourceOf } from './around';

/** The chain of a refused referral by the customers' names: "A → B → A". */
export async function chainWords(store: Store, { chain }: ReferralCycle): Promise<string> {
  const known = new Map((await store.customers([...new Set(chain)])).map(({ id, name }) => [id, name]));
  return t('referredBy_cycle', { CHAIN: chain.map((id) => known.get(id) ?? '…').join(' → ') });
}

export type WorthDoings = 'wantWorth' | 'addEntry' | 'editEntry' | 'removeEntry' | 'setReferrer';

/** The callbacks about worth, for the customer whose card is shown. */
export function worthDoings(around: Around): Pick<SidebarActions, WorthDoings> {
  const { store, given, said } = around;
  const source = () => sourceOf(given);
  const withId = (use: (id: string) => void) => {
    const id = said.found.value?.found?.card.customer.id;
    if (id) use(id);
  };
  return {
    wantWorth: () =>
      withId((id) => {
        given.worthOf.value = id;
      }),
    addEntry: (entry) =>
      withId((id) => void settle(around, 'entries-added', addEntries(store, source(), id, [entry]))),
    editEntry: (entry) =>
      withId((id) => void settle(around, 'entries-edited', editEntry(store, source(), id, entry))),
    removeEntry: (entryId) =>
      withId((id) => void settle(around, 'entries-removed', removeEntry(store, source(), id, entryId))),
    setReferrer: (referredBy) => withId((id) => void setReferrer(around, id, referredBy)),
  };
}

/** A circle is refused before anything is written; the words name everybody in it. */
async function setReferrer(around: Around, id: string, referredBy: string | null): Promise<void> {
  const { store, given } = around;
  const change = editCustomer(store, sourceOf(given), id, { referredBy });
  try {
    await change;
  } catch (error) {
    if (error instanceof ReferralCycle) return failed(around, await chainWords(store, error));
  }
  await settle(around, 'customer-edited', change);
}
