import { useState } from 'preact/hooks';
import { COMPLAINT_STATES, type Complaint, type Customer } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { complaintFigures } from '../../../utils/retention/complaints';
import { isOverdue } from '../../../utils/retention/evidence';
import { Badge, Menu, Select } from '../../controls';
import { countText, dateText } from '../../format';
import { percentText } from '../../retention/words';
import { complaintCategoryName, complaintStateName } from '../../terms';
import { Table } from './Table';

export type ComplaintLine = Complaint & { customer: Customer | null };

export interface ComplaintsProps {
  rows: readonly ComplaintLine[];
  now: number;
  /** The reader's day number. */
  today: number;
  onState: (complaint: Complaint, status: Complaint['status']) => void;
  onOpen: (customerId: string) => void;
}

type Shown = Complaint['status'] | 'all' | 'overdue';

/** All complaints in one list, what is overdue first, with how fast we answer. */
export function ComplaintList({ rows, now, today, onState, onOpen }: ComplaintsProps) {
  const [shown, setShown] = useState<Shown>('all');
  const fits = (row: ComplaintLine) =>
    shown === 'all' || (shown === 'overdue' ? isOverdue(row, today) : row.status === shown);
  return (
    <>
      <Figures rows={rows} today={today} />
      <Select
        label={t('field_state')}
        value={shown}
        options={[
          { value: 'all', text: t('complaints_all') },
          { value: 'overdue', text: t('complaints_overdue') },
          ...COMPLAINT_STATES.map((value) => ({ value, text: complaintStateName(value) })),
        ]}
        onChange={setShown}
      />
      <Table
        title={t('dash_complaints')}
        file="complaints"
        prose
        rows={rows.filter(fits)}
        rowKey={({ id }) => id}
        empty={t('complaintsNone')}
        columns={[
          {
            head: t('field_name'),
            text: ({ customer }) => customer?.name ?? '',
            cell: ({ customer, customerId }) => (
              <button type="button" class="link" onClick={() => onOpen(customerId)}>
                {customer?.name ?? t('dash_gone')}
              </button>
            ),
          },
          {
            head: t('field_complaint'),
            text: ({ text }) => text,
            cell: ({ text }) => <span class="clamp-2">{text}</span>,
          },
          {
            head: t('complaintCategory'),
            cell: ({ category }) => (category ? complaintCategoryName(category) : ''),
          },
          { head: t('field_owner'), cell: ({ owner }) => owner ?? '' },
          { head: t('field_openedAt'), cell: ({ openedAt }) => dateText(openedAt, now) },
          {
            head: t('dueDate'),
            text: ({ dueDate }) => dueDate ?? '',
            cell: (row) => (
              <>
                {row.dueDate}
                {isOverdue(row, today) && <Badge tone="bad" text={t('complaints_overdue')} />}
              </>
            ),
          },
          {
            head: t('field_state'),
            text: ({ status }) => complaintStateName(status),
            cell: (row) => (
              <Menu
                label={t('complaintActions', { TEXT: row.text.slice(0, 60) })}
                buttonClass="button button-plain"
                items={COMPLAINT_STATES.map((id) => ({
                  id,
                  text: complaintStateName(id),
                  chosen: id === row.status,
                }))}
                onChoose={(status) => onState(row, status)}
              >
                {complaintStateName(row.status)}
              </Menu>
            ),
          },
        ]}
      />
    </>
  );
}

function Figures({ rows, today }: { rows: readonly Complaint[]; today: number }) {
  const found = complaintFigures(rows, today);
  const hours = (value: number | null) =>
    value === null ? '–' : t('complaints_hours', { N: countText(Math.round(value)) });
  const list = [
    [t('complaintsOpen'), countText(found.open)],
    [t('complaints_overdue'), countText(found.overdue)],
    [t('complaints_unanswered'), countText(found.unanswered)],
    [t('complaints_firstAnswer'), hours(found.firstAnswerHours)],
    [t('complaints_resolution'), hours(found.resolutionHours)],
    [t('complaint_confirmed'), found.confirmed === null ? '–' : percentText(found.confirmed)],
  ];
  return (
    <dl class="figures-line">
      {list.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
