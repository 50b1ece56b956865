import { t } from '../../utils/i18n';
import { Badge, EmptyState, Icon, Initials, RiskBadge, TierBadge } from '../controls';
import { dueText } from '../due/due-text';
import { personName } from './people';
import type { ListRow } from './props';

interface ListProps {
  rows: ListRow[];
  now: number;
  onChoose: (key: string) => void;
}

/** Everyone in view who is a customer, most urgent first. Choosing one marks the row in the page and opens the card. */
export function List({ rows, now, onChoose }: ListProps) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="list" title={t('listEmpty')}>
        {t('listEmptyText')}
      </EmptyState>
    );
  }
  return (
    <section class="choices" aria-labelledby="list-title">
      <h1 id="list-title">{t('listTitle')}</h1>
      <p class="soft">{t('listText')}</p>
      <ol>
        {rows.map((row) => (
          <li key={row.person.key}>
            <Row row={row} now={now} onChoose={onChoose} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Row({
  row: { person, customer, dueAt, complaint },
  now,
  onChoose,
}: { row: ListRow } & Omit<ListProps, 'rows'>) {
  const due = dueAt === null ? null : dueText(dueAt, now);
  const name = personName(person);
  return (
    <button type="button" class="choice" onClick={() => onChoose(person.key)}>
      <Initials name={customer.name} company={customer.kind === 'company'} />
      <span class="choice-text">
        <span class="choice-name clamp-2" dir="auto">
          {customer.name}
        </span>
        {name !== customer.name && (
          <span class="faint clamp-1" dir="auto">
            {name}
          </span>
        )}
        <span class="badges">
          {complaint && <Badge text={t('listWhy_complaint')} tone="bad" icon="alert" />}
          {due && <Badge text={due.text} tone={due.tone} icon={due.tone === 'none' ? 'clock' : 'alert'} />}
          {(customer.riskLevel === 'high' || customer.riskLevel === 'medium') && (
            <RiskBadge level={customer.riskLevel} />
          )}
          {customer.tier && <TierBadge tier={customer.tier} />}
        </span>
      </span>
      <Icon name="chevronRight" />
    </button>
  );
}
