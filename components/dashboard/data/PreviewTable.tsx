import { type MessageKey, t } from '../../../utils/i18n';
import type { Preview, TableCounts } from '../../../utils/store/api-vault';
import { countText } from '../../format';

/** In the order of what matters; what no table has is left out. */
const COLUMNS = [
  'added',
  'changed',
  'removed',
  'same',
  'kept',
  'onlyHere',
  'erased',
] as const satisfies Array<keyof TableCounts>;

const NAMES: Partial<Record<string, MessageKey>> = {
  customers: 'data_table_customers',
  contacts: 'data_table_contacts',
  interactions: 'data_table_interactions',
  reminders: 'data_table_reminders',
  complaints: 'data_table_complaints',
  ledgers: 'data_table_ledgers',
  rates: 'data_table_rates',
};

/** Of each table, how many rows merging would add, change, and so on. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const columns = COLUMNS.filter(
    (name) => name === 'added' || name === 'changed' || preview.tables.some(({ counts }) => counts[name] > 0),
  );
  const rows = preview.tables.filter(({ counts }) => columns.some((name) => counts[name] > 0));
  if (rows.length === 0) return <p>{t('data_empty')}</p>;
  return (
    <div class="data-scroll">
      <table class="data-table">
        <thead>
          <tr>
            <th scope="col">{t('data_what')}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`data_count_${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ table, counts }) => (
            <tr key={table}>
              <th scope="row">{t(NAMES[table] ?? 'data_table_other')}</th>
              {columns.map((name) => (
                <td key={name} class={counts[name] === 0 ? 'faint' : undefined}>
                  {countText(counts[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
