import { t } from '../../utils/i18n';
import { Button, EmptyState } from '../controls';
import { DueList } from '../due/DueList';
import type { Content, SidebarProps } from './props';

type DueProps = Omit<SidebarProps, 'content'> & Extract<Content, { kind: 'due' }>;

/** What is due, without leaving the page: Done and Snooze in place, a name opens the card. */
export function Due({ items, total, snoozes, now, readOnly, actions }: DueProps) {
  const whole = () => actions.openDashboard('due');
  if (items.length === 0) {
    return (
      <EmptyState
        icon="check"
        title={t('due_none')}
        actions={<Button onClick={whole}>{t('dueOpenAll')}</Button>}
      >
        {t('due_noneHint')}
      </EmptyState>
    );
  }
  return (
    <DueList
      items={items}
      total={total}
      now={now}
      snoozes={snoozes}
      readOnly={readOnly}
      onDone={actions.doneDue}
      onSnooze={actions.snoozeDue}
      onOpen={(item) => {
        if (item.kind === 'measure') actions.openDashboard('retention/investigation');
        else actions.openCustomer(item.customer.id);
      }}
      onAll={whole}
    />
  );
}
