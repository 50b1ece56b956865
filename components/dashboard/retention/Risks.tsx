import type { Customer } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import type { Warning } from '../../../utils/retention/early-warning';
import { Button, RiskBadge } from '../../controls';
import { countText, distanceText } from '../../format';
import { sentence } from '../../retention/words';
import { reasonName } from '../../terms';
import { Table } from './Table';

export interface RiskRow {
  customer: Customer;
  warning: Warning;
  computedAt: number;
}

export interface RisksProps {
  rows: readonly RiskRow[];
  now: number;
  /** Risks are being worked out. */
  busy: boolean;
  onRefresh: () => void;
  onOpen: (customerId: string) => void;
}

/** As on the card: what somebody said goes before what the figures point to. */
function reasonOf({ customer, warning }: RiskRow): string {
  const reason = customer.riskReasons[0] ?? warning.reason;
  return reason ? reasonName(reason) : t('unknown');
}

/** Somebody set another level than the figures point to: beside the score it would look like a mistake. */
const isByHand = ({ customer, warning }: Pick<RiskRow, 'customer' | 'warning'>): boolean =>
  customer.riskLevel !== null && customer.riskLevel !== warning.level;

/** Who is about to leave, the riskiest first, each with the evidence. */
export function Risks({ rows, now, busy, onRefresh, onOpen }: RisksProps) {
  const newest = Math.max(0, ...rows.map(({ computedAt }) => computedAt));
  return (
    <>
      <p class="soft above">
        {newest > 0 && t('risks_asOf', { WHEN: distanceText(newest, now) })}{' '}
        <Button onClick={onRefresh} disabled={busy}>
          {t(busy ? 'loading' : 'risks_refresh')}
        </Button>
      </p>
      <Table
        title={t('retention_tab_risks')}
        file="risks"
        prose
        rows={rows}
        rowKey={({ customer }) => customer.id}
        columns={[
          {
            head: t('field_name'),
            text: ({ customer }) => customer.name,
            cell: ({ customer }) => (
              <button type="button" class="link" onClick={() => onOpen(customer.id)}>
                {customer.name}
              </button>
            ),
          },
          {
            head: t('risk'),
            text: ({ warning }) => Math.round(warning.score ?? 0),
            numeric: true,
            cell: ({ customer, warning }) => (
              <>
                <span class="risk-cell">
                  {countText(Math.round(warning.score ?? 0))}{' '}
                  <RiskBadge level={customer.riskLevel ?? warning.level} />
                </span>
                {isByHand({ customer, warning }) && <p class="faint">{t('warn_byHand')}</p>}
              </>
            ),
          },
          {
            head: t('retention_reason'),
            cell: (row) => reasonOf(row),
          },
          {
            head: t('risks_evidence'),
            text: ({ warning }) => warning.evidence.map(sentence).join(' '),
            cell: ({ warning }) => (
              <ul class="evidence">
                {warning.evidence.slice(0, 3).map((one) => (
                  <li key={one.part}>{sentence(one)}</li>
                ))}
              </ul>
            ),
          },
          { head: t('risks_do'), cell: ({ warning }) => t(`warn_do_${warning.action}`) },
        ]}
      />
    </>
  );
}
