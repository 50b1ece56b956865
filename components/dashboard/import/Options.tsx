import { localeTag, t } from '../../../utils/i18n';
import type { Plan } from '../../../utils/import/plan';
import { ENCODINGS, type Encoding } from '../../../utils/transfer/decode';
import { Select } from '../../controls';
import type { ImportView, Reopen } from './view';

const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GBK / GB 18030',
  big5: 'Big5',
  'windows-1252': 'Windows-1252',
};

export interface OptionsProps extends Omit<PartProps, 'plan'> {
  view: Extract<ImportView, { step: 'columns' }>;
  onReopen: (how: Reopen) => void;
}

/** How the cells are read: what was detected, each to be changed. */
export function Options({ view, onPlan, onReopen }: OptionsProps) {
  const { opening, plan } = view;
  const { reading } = plan;
  const transactions = plan.kind === 'transactions';
  return (
    <section aria-label={t('import_reading')}>
      <h3 class="import-part">{t('import_reading')}</h3>
      <div class="import-options">
        {reading.form === 'csv' && (
          <Select
            label={t('import_encoding')}
            value={reading.dialect.encoding}
            options={ENCODINGS.map((value) => ({ value, text: ENCODING_NAMES[value] }))}
            onChange={(encoding) => onReopen({ encoding })}
          />
        )}
        {reading.form === 'xlsx' && opening.sheets.length > 1 && (
          <Select
            label={t('import_sheet')}
            value={reading.sheet}
            options={opening.sheets.map((value) => ({ value, text: value }))}
            onChange={(sheet) => onReopen({ sheet })}
          />
        )}
        <Dates plan={plan} onPlan={onPlan} />
        {transactions && <Money plan={plan} onPlan={onPlan} />}
        {transactions && <Policies plan={plan} onPlan={onPlan} />}
      </div>
    </section>
  );
}

interface PartProps {
  plan: Plan;
  onPlan: (patch: Partial<Plan>) => void;
}

function Dates({ plan, onPlan }: PartProps) {
  if (!plan.columns.includes('date') && !plan.columns.includes('lastContact')) return null;
  return (
    <Select
      label={t('import_order')}
      value={plan.order}
      options={[
        { value: 'day-first', text: t('import_order_day') },
        { value: 'month-first', text: t('import_order_month') },
      ]}
      onChange={(order) => onPlan({ order })}
    />
  );
}

function Money({ plan, onPlan }: PartProps) {
  return (
    <>
      <Select
        label={t('import_decimals')}
        value={plan.decimals}
        options={[
          { value: 'point', text: '1,234.56' },
          { value: 'comma', text: '1.234,56' },
        ]}
        onChange={(decimals) => onPlan({ decimals })}
      />
      <Select
        label={t('import_currency')}
        value={plan.currency}
        options={currencies(plan.currency)}
        onChange={(currency) => onPlan({ currency })}
      />
    </>
  );
}

function Policies({ plan, onPlan }: PartProps) {
  return (
    <>
      <Select
        label={t('import_unknown')}
        value={plan.unknown}
        options={[
          { value: 'create', text: t('import_unknown_create') },
          { value: 'reject', text: t('import_unknown_reject') },
        ]}
        onChange={(unknown) => onPlan({ unknown })}
      />
      <Select
        label={t('import_repeated')}
        hint={t('import_repeatedHint')}
        value={plan.repeated}
        options={[
          { value: 'keep', text: t('import_repeated_keep') },
          { value: 'skip', text: t('import_repeated_skip') },
        ]}
        onChange={(repeated) => onPlan({ repeated })}
      />
    </>
  );
}

function currencies(own: string) {
  const names = new Intl.DisplayNames(localeTag(), { type: 'currency' });
  const codes = new Set([
    own,
    'CNY',
    'USD',
    'EUR',
    'TWD',
    'HKD',
    'JPY',
    'GBP',
    ...Intl.supportedValuesOf('currency'),
  ]);
  return [...codes].map((value) => ({ value, text: `${value} ${names.of(value) ?? ''}` }));
}
