import { useEffect, useState } from 'preact/hooks';
import type { NewRecord } from '../../components/dashboard/customers/AddCustomer';
import { Customers } from '../../components/dashboard/customers/Customers';
import { t } from '../../utils/i18n';
import { addCustomer } from '../../utils/store/actions';
import { RecordView } from './RecordView';
import { addSample } from './sample';
import { goTo } from './use-route';
import type { ViewProps } from './views';

const FOUND_SHOWN = 200;
const open = (id: string | null) => goTo({ view: 'customers', id });

/** The customers, bound to the store; the open one beside them. */
export function CustomersView({ openId, ...props }: ViewProps & { openId: string | null }) {
  const { store, source, changes, list, now } = props;
  const [query, setQuery] = useState('');
  const found = useFound(props, query.trim());
  const add = ({ name, kind, email, phone }: NewRecord) =>
    changes.run(t('dash_added', { NAME: name }), async () => {
      const emails = email ? [email] : [];
      const phones = phone ? [phone] : [];
      const { customerId, changeId } = await addCustomer(store, source, { name, kind, emails, phones });
      open(customerId);
      return changeId;
    });
  return (
    <Customers
      {...list}
      query={query}
      onQuery={setQuery}
      found={found}
      now={now}
      openId={openId}
      onOpen={open}
      onAdd={(made) => void add(made)}
      onLoadSample={() => void addSample(store, changes)}
      record={openId ? <RecordView key={openId} id={openId} onClose={() => open(null)} {...props} /> : null}
    />
  );
}

/** What the search finds; asked again when the customers change. A late answer to an old query is dropped. */
function useFound({ store, list }: ViewProps, query: string): readonly string[] | null {
  const [found, setFound] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let current = true;
    if (query === '') return setFound(null);
    store.search(query, FOUND_SHOWN).then(
      (hits) => current && setFound([...new Set(hits.map(({ customer }) => customer.id))]),
      () => current && setFound([]),
    );
    return () => {
      current = false;
    };
  }, [store, query, list.rows]);
  return query === '' ? null : found;
}
