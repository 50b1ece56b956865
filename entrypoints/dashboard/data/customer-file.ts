import { dateTimeText } from '../../../components/format';
import { fieldChanges } from '../../../components/journal/words';
import { changeName, interactionName } from '../../../components/terms';
import { localeTag, t } from '../../../utils/i18n';
import { formatMoney } from '../../../utils/money';
import type { CustomerCard, JournalEntry, Store } from '../../../utils/store';
import { customerPage, type PagePart } from '../../../utils/transfer/export/page';
import type { ExportFile } from './exports';

const MOST_LINES = 100_000;

/** All that is held of one customer, as a page to hand over. */
export async function customerFile(store: Store, card: CustomerCard): Promise<ExportFile> {
  const { customer } = card;
  const [ledger, history] = await Promise.all([
    store.ledger(customer.id),
    store.history(MOST_LINES, customer.id),
  ]);
  const notes: PagePart['rows'] = [];
  await store.scan('interactions', (rows) => {
    for (const row of rows)
      if (row.customerId === customer.id)
        notes.push([dateTimeText(row.at, 0), interactionName(row.kind), row.text, row.page?.url ?? '']);
  });
  const entries = (ledger?.entries ?? []).map((one) => [
    one.date,
    formatMoney(one.amount, localeTag()),
    one.product || one.category,
    one.note,
  ]);
  const page = customerPage(customer.name, localeTag(), dateTimeText(Date.now(), 0), [
    { title: t('record_identity'), rows: facts('customers', customer) },
    ...card.contacts.map((row) => ({
      title: `${t('record_people')}: ${row.name}`,
      rows: facts('contacts', row),
    })),
    { title: t('record_notes'), rows: notes },
    {
      title: t('record_reminders'),
      rows: card.reminders.map((row) => [row.local.replace('T', ' '), row.reason]),
    },
    {
      title: t('record_complaints'),
      rows: card.complaints.map((row) => [dateTimeText(row.openedAt, 0), row.text, row.resolution]),
    },
    { title: t('data_table_ledgers'), rows: entries },
    {
      title: t('dash_history'),
      rows: history.map(({ at, what }) => [dateTimeText(at, 0), changeName(what)]),
    },
  ]);
  const day = Temporal.Now.plainDateISO().toString();
  return { name: `margin-customer-${day}.html`, file: new Blob([page], { type: 'text/html' }) };
}

/** Every field that has something in it, in the words of the history. */
function facts(table: 'customers' | 'contacts', row: { id: string }): PagePart['rows'] {
  const entry: Pick<JournalEntry, 'rows'> = { rows: [{ table, id: row.id, before: null, after: row }] };
  return fieldChanges(entry, Number.POSITIVE_INFINITY).map(({ label, after }) => [label, after]);
}
