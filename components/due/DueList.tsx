import { t } from '../../utils/i18n';
import type { CustomerDue, DueItem, MeasureDue } from '../../utils/retention/due-item';
import { Badge, Button, EmptyState, Icon, Menu, TierBadge } from '../controls';
import { dateText } from '../format';
import { countText, dueText } from './due-text';

export interface SnoozeOption {
  id: string;
  text: string;
  /** `YYYY-MM-DDTHH:mm`. */
  local: string;
  detail: string;
}

export interface DueListProps {
  /** Oldest first. */
  items: readonly DueItem[];
  /** How many there are in all; more than `items` where the list is cut. */
  total: number;
  now: number;
  snoozes: readonly SnoozeOption[];
  onDone: (item: DueItem) => void;
  onSnooze: (item: CustomerDue, local: string) => void;
  onOpen: (item: DueItem) => void;
  /** Opens the whole list; absent where this is it. */
  onAll?: () => void;
  roomy?: boolean;
  /** Nothing can be done or put off. */
  readOnly?: boolean;
}

export const dueKey = (item: DueItem): string =>
  item.kind === 'measure'
    ? item.measure.id
    : (item.reminder?.id ?? item.complaint?.id ?? `${item.kind}:${item.customer.id}`);

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

function line(item: DueItem, props: DueListProps) {
  return <Line key={dueKey(item)} item={item} {...props} />;
}

function Line(props: DueListProps & { item: DueItem }) {
  const { item, now, onOpen, roomy, readOnly } = props;
  const customer = item.kind === 'measure' ? null : item.customer;
  const when = dueText(item.dueAt, now);
  return (
    <li class="due-line">
      <button type="button" class="due-open" onClick={() => onOpen(item)}>
        <span class="due-name">{nameOf(item)}</span>
        {roomy && customer?.tier && <TierBadge tier={customer.tier} />}
        <span class="due-reason">{reasonOf(item, now)}</span>
        <span class={when.tone === 'bad' ? 'due-when due-late' : 'due-when'}>
          <Icon name={iconOf(item)} />
          {when.text}
        </span>
      </button>
      {!readOnly && <Actions {...props} />}
    </li>
  );
}

/** What can be dealt with here: a complaint and a check-list are dealt with where they are. A measure of nobody is done, and not put off. */
function Actions({ item, snoozes, onDone, onSnooze }: DueListProps & { item: DueItem }) {
  const { kind } = item;
  if (kind !== 'reminder' && kind !== 'cadence' && kind !== 'measure') return null;
  return (
    <span class="due-actions">
      <Button icon="check" onClick={() => onDone(item)}>
        {t('done')}
        <span class="unseen"> {nameOf(item)}</span>
      </Button>
      {kind !== 'measure' && (
        <Menu
          label={t('due_snoozeOf', { NAME: item.customer.name })}
          buttonClass="button button-plain"
          items={snoozes.map(({ local, text, detail }) => ({ id: local, text, detail }))}
          onChoose={(local) => onSnooze(item, local)}
        >
          {t('snooze')}
          <Icon name="chevronDown" />
        </Menu>
      )}
    </span>
  );
}

const nameOf = (item: DueItem): string => (item.kind === 'measure' ? item.measure.text : item.customer.name);

const iconOf = (item: DueItem) => {
  if (item.kind === 'complaint') return 'alert';
  return item.kind !== 'measure' && item.reminder?.repeat ? 'repeat' : 'clock';
};

function reasonOf(item: DueItem, now: number): string {
  if (item.kind === 'measure') return measureOf(item, now);
  if (item.kind === 'complaint') return t('due_complaint', { TEXT: item.complaint?.text ?? '' });
  if (item.kind === 'guard') return t('due_guard');
  if (item.kind === 'unbegun') return t('due_unbegun');
  return item.reminder?.reason || t('due_cadence');
}

function measureOf({ round, measure }: MeasureDue, now: number): string {
  const said = t('due_measure', { ROUND: round.name || dateText(round.startedAt, now) });
  return measure.owner ? `${said} · ${measure.owner}` : said;
}
