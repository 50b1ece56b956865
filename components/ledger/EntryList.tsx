import { useMemo, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { classifySales, type Entry, SALE_CLASSES, type SaleClass } from '../../utils/value/ledger';
import { Icon, Menu } from '../controls';
import { useVirtual } from '../dashboard/customers/useVirtual';
import { amount, className, dayText, kindName } from './words';

const LINE_HEIGHT = 48;

export interface EntryListProps {
  entries: readonly Entry[];
  /** Somebody referred the customer: every sale is a referral sale. */
  referred: boolean;
  readOnly: boolean;
  onEdit: (entry: Entry) => void;
  onClass: (entry: Entry, saleClass: SaleClass | null) => void;
  onRemove: (id: string) => void;
}

/** Every entry of a ledger, newest first; only those in view are drawn. */
export function EntryList(props: EntryListProps) {
  const { entries, referred } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { items, height } = useVirtual(scroller, entries.length, LINE_HEIGHT);
  const lines = useMemo(() => {
    const classes = classifySales(entries, referred);
    return entries
      .map((entry, at) => ({ entry, saleClass: classes[at] ?? null, at }))
      .sort((a, b) => (a.entry.date === b.entry.date ? b.at - a.at : a.entry.date < b.entry.date ? 1 : -1));
  }, [entries, referred]);
  if (entries.length === 0) return <p class="faint">{t('ledger_none')}</p>;
  return (
    <div ref={scroller} class="entries">
      <ul class="entries-all" aria-label={t('ledger')} style={{ height: `${height}px` }}>
        {items.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <li
              key={line.entry.id}
              class="ledger-entry"
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Line {...props} entry={line.entry} saleClass={line.saleClass} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Line(props: EntryListProps & { entry: Entry; saleClass: SaleClass | null }) {
  const { entry, saleClass, readOnly } = props;
  const plus = entry.kind === 'sale';
  const what = [
    saleClass ? className(saleClass) : kindName(entry.kind),
    entry.saleClass !== null && t('ledgerField_corrected'),
    entry.category,
    entry.importId !== null && t('ledgerField_imported'),
    entry.note,
  ];
  return (
    <>
      <span class="entry-what">
        <span class="clamp-1" dir="auto">
          {entry.product || kindName(entry.kind)}
        </span>
        <span class="faint clamp-1" dir="auto">
          {[dayText(entry.date), ...what].filter((part) => part).join(' · ')}
        </span>
      </span>
      <span class={plus ? 'entry-amount entry-plus' : 'entry-amount entry-minus'}>
        {plus ? '' : '−'}
        {amount(entry.amount.minor, entry.amount.currency)}
      </span>
      {!readOnly && <EntryMenu {...props} />}
    </>
  );
}

type Choice = 'edit' | 'remove' | 'derived' | SaleClass;

function EntryMenu({ entry, onEdit, onRemove, onClass }: EntryListProps & { entry: Entry }) {
  const classes =
    entry.kind === 'sale'
      ? (['derived', ...SALE_CLASSES] as const).map((id) => ({
          id,
          text:
            id === 'derived'
              ? t('ledgerField_classDerived')
              : t('ledgerField_classAs', { CLASS: className(id) }),
          chosen: (entry.saleClass ?? 'derived') === id,
        }))
      : [];
  const choose = (id: Choice) => {
    if (id === 'edit') onEdit(entry);
    else if (id === 'remove') onRemove(entry.id);
    else onClass(entry, id === 'derived' ? null : id);
  };
  return (
    <Menu<Choice>
      label={t('ledgerField_menu', {
        WHAT: `${dayText(entry.date)}, ${entry.product || kindName(entry.kind)}`,
      })}
      items={[
        { id: 'edit', text: t('ledgerField_edit'), icon: 'edit' },
        { id: 'remove', text: t('ledgerField_remove'), icon: 'trash', danger: true },
        ...classes,
      ]}
      onChoose={choose}
    >
      <Icon name="more" />
      <span class="unseen">
        {t('ledgerField_menu', { WHAT: `${dayText(entry.date)}, ${entry.product || kindName(entry.kind)}` })}
      </span>
    </Menu>
  );
}
