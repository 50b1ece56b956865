import { useState } from 'preact/hooks';
import { COMPLAINT_STATES, type Complaint } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Badge, Button, Icon, IconButton, Menu, TextArea, TextField } from '../controls';
import { dueText } from '../due/due-text';
import { dateStart, distanceText } from '../format';
import { complaintStateName } from '../terms';
import type { CardProps } from './props';

const isOpen = ({ status }: Complaint) => status === 'open' || status === 'in-progress';

/** Open complaints, overdue first, each resolved from where it stands; a line to add one. */
export function Complaints(props: CardProps) {
  const [adding, setAdding] = useState(false);
  const open = props.card.complaints.filter(isOpen).sort((a, b) => dueOf(a) - dueOf(b));
  return (
    <section class="part" aria-labelledby="complaints-title">
      <header class="part-head">
        <h2 id="complaints-title">{t('complaintsOpen')}</h2>
        {open.length > 0 && <Badge tone="bad" text={String(open.length)} />}
        {!props.readOnly && (
          <IconButton icon="plus" label={t('addComplaint')} onClick={() => setAdding(true)} />
        )}
      </header>
      {adding && <ComplaintForm {...props} onClose={() => setAdding(false)} />}
      {open.length === 0 && !adding && <p class="faint">{t('complaintsNone')}</p>}
      <ul class="lines">
        {open.map((complaint) => (
          <Line key={complaint.id} complaint={complaint} {...props} />
        ))}
      </ul>
    </section>
  );
}

const dueOf = (complaint: Complaint): number =>
  complaint.dueDate === null ? Number.MAX_SAFE_INTEGER : dateStart(complaint.dueDate);

function Line({ complaint, now, actions, readOnly }: CardProps & { complaint: Complaint }) {
  const due = complaint.dueDate === null ? null : dueText(dateStart(complaint.dueDate), now);
  return (
    <li class="complaint">
      <Icon name="alert" />
      <div class="line-text">
        <p class="clamp-3" dir="auto">
          {complaint.text}
        </p>
        <p class="faint">
          {complaintStateName(complaint.status)} · {distanceText(complaint.openedAt, now)}
          {due && (
            <>
              {' · '}
              <span class={`tone-${due.tone}`}>
                {due.tone === 'bad' ? due.text : t('dueWhen', { WHEN: due.text })}
              </span>
            </>
          )}
        </p>
      </div>
      {!readOnly && (
        <Menu
          label={t('complaintActions', { TEXT: complaint.text.slice(0, 60) })}
          items={[
            ...COMPLAINT_STATES.filter((status) => status !== complaint.status).map((status) => ({
              id: status,
              text: complaintStateName(status),
              icon: status === 'resolved' ? ('check' as const) : undefined,
            })),
            { id: 'remove' as const, text: t('remove'), icon: 'trash' as const, danger: true },
          ]}
          onChoose={(id) =>
            id === 'remove'
              ? actions.removeComplaint(complaint.id)
              : actions.editComplaint(complaint.id, { status: id })
          }
        />
      )}
    </li>
  );
}

function ComplaintForm({ actions, onClose }: CardProps & { onClose: () => void }) {
  const [text, setText] = useState('');
  const [dueDate, setDueDate] = useState('');
  const save = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    actions.addComplaint({ text: text.trim(), dueDate: dueDate || null });
    onClose();
  };
  return (
    <form class="form" onSubmit={save}>
      <TextArea autoFocus label={t('complaintText')} rows={2} value={text} onInput={setText} />
      <TextField label={t('dueDate')} type="date" value={dueDate} onInput={setDueDate} />
      <div class="row-actions">
        <Button kind="primary" submit disabled={text.trim() === ''}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
