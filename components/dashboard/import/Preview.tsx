import type { ComponentChildren } from 'preact';
import { localeTag, t } from '../../../utils/i18n';
import { type Check, isRefused, type PreviewRow } from '../../../utils/import/check';
import type { Plan } from '../../../utils/import/plan';
import { formatMoney } from '../../../utils/money';
import type { ReadCustomer } from '../../../utils/transfer/customer-row';
import type { ReadEntry } from '../../../utils/transfer/entry-row';
import { Icon } from '../../controls';
import { entryKindName } from '../../terms';
import { fieldName, reasonText } from './words';

/** The first rows as they would be read; what is refused stands with its reason. */
export function Preview({ plan, check }: { plan: Plan; check: Check | null }) {
  if (!check || check.preview.length === 0) return null;
  const heads =
    plan.kind === 'transactions'
      ? [
          fieldName('customer'),
          fieldName('date'),
          fieldName('kind'),
          fieldName('amount'),
          fieldName('product'),
        ]
      : [fieldName('name'), fieldName('contact'), fieldName('email'), fieldName('phone'), fieldName('code')];
  return (
    <section aria-label={t('import_preview')}>
      <h3 class="import-part">{t('import_preview')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <div class="import-table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="import-line">
                {t('import_line')}
              </th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {check.preview.map((row) => (
              <Row key={row.line} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ row: { line, cells, read } }: { row: PreviewRow }) {
  if (isRefused(read)) {
    return (
      <tr class="import-refused">
        <td class="import-line">{line}</td>
        <td colSpan={5}>
          <span class="import-bad">
            <Icon name="alert" />
            {reasonText(read)}
          </span>
          <span class="faint import-raw" dir="auto">
            {cells.join(' · ').slice(0, 200)}
          </span>
        </td>
      </tr>
    );
  }
  const shown = 'who' in read ? entryCells(read) : customerCells(read);
  return (
    <tr>
      <td class="import-line">{line}</td>
      {shown.map((cell, index) => (
        <td key={index} dir="auto">
          {cell}
        </td>
      ))}
    </tr>
  );
}

function entryCells(read: ReadEntry): ComponentChildren[] {
  const { who, date, kind, minor, currency, product } = read;
  return [
    who.any || who.name || who.email || who.phone,
    date,
    entryKindName(kind),
    <span class="import-money">{formatMoney({ minor, currency }, localeTag())}</span>,
    product,
  ];
}

function customerCells({ name, contact, emails, phones, codes }: ReadCustomer): ComponentChildren[] {
  return [
    name,
    contact?.name ?? '',
    [...emails, ...(contact?.emails ?? [])].join(', '),
    [...phones, ...(contact?.phones ?? [])].join(', '),
    codes.join(', '),
  ];
}
