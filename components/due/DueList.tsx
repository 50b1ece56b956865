import type { Complaint, Customer, Reminder } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Badge, Button, EmptyState, Icon, Menu, TierBadge } from '../controls';
import { countText, dueText } from './due-text';

/** One thing that is due: a reminder, a contact by the tier's cadence, a complaint, or a key account's check-list, begun or not. */
export interface DueLine {
  kind: 'reminder' | 'cadence' | 'complaint' | 'guard' | 'unbegun';
  customer: Customer;
  reminder: Reminder | null;
  complaint: Complaint | null;
  dueAt: number;
}
export interface SnoozeOption {
  id: string;
  text: string;
  /** `YYYY-MM-DDTHH:mm`. */
  local: string;
  detail: string;
}

export interface DueListProps {
  /** Oldest first. */
  items: readonly DueLine[];
  /** How many there are in all; more than `items` where the list is cut. */
  total: number;
  now: number;
  snoozes: readonly SnoozeOption[];
  onDone: (item: DueLine) => void;
  onSnooze: (item: DueLine, local: string) => void;
  onOpen: (item: DueLine) => void;
  /** Opens the whole list; absent where this is it. */
  onAll?: () => void;
  roomy?: boolean;
  /** Nothing can be done or put off. */
  readOnly?: boolean;
}

export const dueKey = ({ kind, customer, reminder, complaint }: DueLine): string =>
  reminder?.id ?? complaint?.id ?? `${kind}:${customer.id}`;

/** What is due, the longest overdue first. */
export function DueList(props: DueListProps) {
  const { items, total, onAll, roomy } = props;
  return (
    <section class={roomy ? 'due due-roomy' : 'due'} aria-label={t('due_title')}>
      {!roomy && (
        <header class="due-head">
          <h2>{t('due_title')}</h2>
          {total > 0 && <Badge text={countText(total)} />}
          {onAll && total > 0 && (
            <Button kind="plain" onClick={onAll}>
              {t('due_all')}
            </Button>
          )}
        </header>
      )}
      {items.length === 0 ? <NothingDue roomy={roomy} /> : <ul>{items.map((item) => line(item, props))}</ul>}
    </section>
  );
}

function NothingDue({ roomy }: { roomy: boolean | undefined }) {
  if (!roomy) return <p class="due-none">{t('due_none')}</p>;
  return (
    <EmptyState icon="check" title={t('due_none')}>
      {t('due_noneHint')}
    </EmptyState>
  );
}

function line(item: DueLine, props: DueListProps) {
  return <Line key={dueKey(item)} item={item} {...props} />;
}

function Line({
  item,
  now,
  snoozes,
  onDone,
  onSnooze,
  onOpen,
  roomy,
  readOnly,
}: DueListProps & { item: DueLine }) {
  const { customer, kind } = item;
  const when = dueText(item.dueAt, now);
  return (
    <li class="due-line">
      <button type="button" class="due-open" onClick={() => onOpen(item)}>
        <span class="due-name">{customer.name}</span>
        {roomy && customer.tier && <TierBadge tier={customer.tier} />}
        <span class="due-reason">{reasonOf(item)}</span>
        <span class={when.tone === 'bad' ? 'due-when due-late' : 'due-when'}>
          <Icon name={kind === 'complaint' ? 'alert' : item.reminder?.repeat ? 'repeat' : 'clock'} />
          {when.text}
        </span>
      </button>
      {(kind === 'reminder' || kind === 'cadence') && !readOnly && (
        <span class="due-actions">
          <Button icon="check" onClick={() => onDone(item)}>
            {t('done')}
            <span class="unseen"> {customer.name}</span>
          </Button>
          <Menu
            label={t('due_snoozeOf', { NAME: customer.name })}
            buttonClass="button button-plain"
            items={snoozes.map(({ local, text, detail }) => ({ id: local, text, detail }))}
            onChoose={(local) => onSnooze(item, local)}
          >
            {t('snooze')}
            <Icon name="chevronDown" />
          </Menu>
        </span>
      )}
    </li>
  );
}

function reasonOf({ kind, reminder, complaint }: DueLine): string {
  if (kind === 'complaint') return t('due_complaint', { TEXT: complaint?.text ?? '' });
  if (kind === 'guard') return t('due_guard');
  if (kind === 'unbegun') return t('due_unbegun');
  return reminder?.reason || t('due_cadence');
}
