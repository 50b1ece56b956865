import { useState } from 'preact/hooks';
import type { Customer } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { guardState } from '../../../utils/retention/guard';
import type { Guard, GuardItem } from '../../../utils/retention/model';
import { Badge, Button, EmptyState } from '../../controls';
import { distanceText } from '../../format';
import { GuardList } from '../../retention/GuardList';

export interface GuardsProps {
  rows: ReadonlyArray<{ customer: Customer; guard: Guard | null }>;
  now: number;
  onCheck: (customerId: string, check: { item: GuardItem; rating: number; note: string }) => void;
  onOpen: (customerId: string) => void;
}

/** The key accounts, the oldest check first. */
export function Guards({ rows, now, onCheck, onOpen }: GuardsProps) {
  const [shown, setShown] = useState<string | null>(null);
  if (rows.length === 0)
    return (
      <EmptyState icon="list" title={t('guards_none')}>
        {t('guards_noneHint')}
      </EmptyState>
    );
  return (
    <ul class="cards">
      {rows.map(({ customer, guard }) => {
        const { gaps, dueAt } = guardState(guard, now);
        const open = shown === customer.id;
        return (
          <li key={customer.id} class="box">
            <header class="box-head">
              <h2>
                <button type="button" class="link" onClick={() => onOpen(customer.id)}>
                  {customer.name}
                </button>
              </h2>
              <span class="faint">
                {dueAt === 0 ? t('retention_neverChecked') : t('dueWhen', { WHEN: distanceText(dueAt, now) })}
              </span>
              {gaps.length > 0 && (
                <Badge tone="warn" text={t('retention_guardGaps', { COUNT: gaps.length })} />
              )}
              <Button onClick={() => setShown(open ? null : customer.id)}>
                {t('retention_guard')}
                <span class="unseen"> {customer.name}</span>
              </Button>
            </header>
            {open && <GuardList guard={guard} now={now} onCheck={(check) => onCheck(customer.id, check)} />}
          </li>
        );
      })}
    </ul>
  );
}
