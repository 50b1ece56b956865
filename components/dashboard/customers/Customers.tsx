import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { STAGES, TIERS } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { Button, EmptyState, LoadingState, Select, TextField } from '../../controls';
import { countText } from '../../format';
import { stageName, tierName } from '../../terms';
import { AddCustomer, type NewRecord } from './AddCustomer';
import { CustomerGrid } from './CustomerGrid';
import { type CustomerRow, DEFAULT_VIEW, type ListView, visibleRows } from './rows';

export interface CustomersProps {
  rows: ReadonlyMap<string, CustomerRow>;
  /** How far reading has come; null once all are there. */
  reading: { done: number; total: number } | null;
  query: string;
  onQuery: (text: string) => void;
  /** Ids that the search found, best first; null where nothing is searched. */
  found: readonly string[] | null;
  openId: string | null;
  now: number;
  onOpen: (id: string) => void;
  onAdd: (made: NewRecord) => void;
  onLoadSample: () => void;
  /** The open record, drawn beside the list. */
  record: ComponentChildren;
}

/** All customers: search, filter, sort; the open one beside the list. */
export function Customers(props: CustomersProps) {
  const { rows, found, record } = props;
  const [view, setView] = useState<ListView>(DEFAULT_VIEW);
  const [adding, setAdding] = useState(false);
  const shown = useMemo(() => visibleRows(rows, view, found), [rows, view, found]);
  const onView = (patch: Partial<ListView>) => setView({ ...view, ...patch });
  const clear = () => {
    props.onQuery('');
    setView({ ...view, tier: 'all', stage: 'all' });
  };
  return (
    <div class={record ? 'split split-open' : 'split'}>
      <section class="customers" aria-label={t('dash_customers')}>
        <Tools {...props} view={view} onView={onView} shown={shown.length} onStart={() => setAdding(true)} />
        {adding && (
          <AddCustomer
            onCancel={() => setAdding(false)}
            onAdd={(made) => {
              setAdding(false);
              props.onAdd(made);
            }}
          />
        )}
        {rows.size === 0 && props.reading && <LoadingState rows={6} />}
        {rows.size === 0 && !props.reading && <NoCustomers {...props} onStart={() => setAdding(true)} />}
        {rows.size > 0 && shown.length === 0 && <NoneFit onClear={clear} />}
        {shown.length > 0 && <CustomerGrid {...props} rows={shown} view={view} onView={onView} />}
      </section>
      {record}
    </div>
  );
}

type ToolsProps = CustomersProps & {
  view: ListView;
  onView: (patch: Partial<ListView>) => void;
  shown: number;
  onStart: () => void;
};

function Tools({ rows, reading, query, onQuery, view, onView, shown, onStart }: ToolsProps) {
  const count = reading
    ? t('dash_reading', { DONE: countText(reading.done), TOTAL: countText(reading.total) })
    : shown === rows.size
      ? t('dash_count', { COUNT: countText(shown) })
      : t('dash_countOf', { COUNT: countText(shown), TOTAL: countText(rows.size) });
  return (
    <div class="tools">
      <div class="tools-search">
        <TextField
          label={t('dash_search')}
          hideLabel
          type="search"
          value={query}
          placeholder={t('popup_searchHint')}
          onInput={onQuery}
        />
      </div>
      <Select
        label={t('field_tier')}
        hideLabel
        value={view.tier}
        options={[
          { value: 'all', text: t('dash_allTiers') },
          ...TIERS.map((tier) => ({ value: tier, text: tierName(tier) })),
          { value: 'none', text: t('tierNone') },
        ]}
        onChange={(tier) => onView({ tier })}
      />
      <Select
        label={t('field_stage')}
        hideLabel
        value={view.stage}
        options={[
          { value: 'all', text: t('dash_allStages') },
          ...STAGES.map((stage) => ({ value: stage, text: stageName(stage) })),
        ]}
        onChange={(stage) => onView({ stage })}
      />
      <p class="tools-count" role="status">
        {count}
      </p>
      <Button kind="primary" icon="plus" onClick={onStart}>
        {t('dash_add')}
      </Button>
    </div>
  );
}

function NoCustomers({ onStart, onLoadSample }: CustomersProps & { onStart: () => void }) {
  return (
    <EmptyState
      title={t('dash_none')}
      actions={
        <>
          <Button kind="primary" icon="plus" onClick={onStart}>
            {t('dash_add')}
          </Button>
          <Button onClick={onLoadSample}>{t('settings_sampleLoad')}</Button>
        </>
      }
    >
      {t('dash_noneHint')}
    </EmptyState>
  );
}

function NoneFit({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon="search"
      title={t('dash_noneFit')}
      actions={<Button onClick={onClear}>{t('dash_clearFilters')}</Button>}
    >
      {t('dash_noneFitHint')}
    </EmptyState>
  );
}
