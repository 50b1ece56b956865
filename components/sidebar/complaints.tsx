import { useState } from 'preact/hooks';
import type { Complaint } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Badge, FormActions, Icon, IconButton, TextArea } from '../controls';
import { dueText } from '../due/due-text';
import { dateStart, distanceText } from '../format';
import { ComplaintForm } from '../retention/ComplaintForm';
import { complaintStateName } from '../terms';
import { ComplaintMenu } from './complaint-menu';
import type { CardProps } from './props';

type Settled = Extract<Complaint['status'], 'resolved' | 'confirmed'>;
const isSettled = (status: Complaint['status']): status is Settled =>
  status === 'resolved' || status === 'confirmed';

/** Open complaints, overdue first, each resolved from where it stands; a line to add one. */
export function Complaints(props: CardProps) {
  const [adding, setAdding] = useState(false);
  const open = props.card.complaints
    .filter(({ status }) => !isSettled(status))
    .sort((a, b) => dueOf(a) - dueOf(b));
  return (
    <section class="part" aria-labelledby="complaints-title">
      <header class="part-head">
        <h2 id="complaints-title">{t('complaintsOpen')}</h2>
        {open.length > 0 && <Badge tone="bad" text={String(open.length)} />}
        {!props.readOnly && (
          <IconButton
            id="new-complaint"
            shortcut="C"
            icon="plus"
            label={t('addComplaint')}
            onClick={() => setAdding(true)}
          />
        )}
      </header>
      {adding && (
        <ComplaintForm
          begin={props.actions.pageText}
          onSave={(draft) => {
            props.actions.addComplaint(draft);
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      )}
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

function Line(props: CardProps & { complaint: Complaint }) {
  const { complaint, now, actions, readOnly } = props;
  const [settling, setSettling] = useState<Settled | null>(null);
  const [editing, setEditing] = useState(false);
  return (
    <li class="complaint">
      <Icon name="alert" />
      <div class="line-text">
        <p class="clamp-3" dir="auto">
          {complaint.text}
        </p>
        <State complaint={complaint} now={now} />
        {editing && (
          <ComplaintForm
            complaint={complaint}
            onSave={(draft) => {
              actions.editComplaint(complaint.id, draft);
              setEditing(false);
            }}
            onCancel={() => setEditing(false)}
          />
        )}
        {settling && (
          <Resolution
            complaint={complaint}
            onSave={(resolution) => {
              setSettling(null);
              actions.editComplaint(complaint.id, { status: settling, resolution });
            }}
            onCancel={() => setSettling(null)}
          />
        )}
      </div>
      {!readOnly && !settling && !editing && (
        <ComplaintMenu
          complaint={complaint}
          actions={actions}
          onEdit={() => setEditing(true)}
          onStatus={(status) =>
            isSettled(status) ? setSettling(status) : actions.editComplaint(complaint.id, { status })
          }
        />
      )}
    </li>
  );
}

function State({ complaint, now }: { complaint: Complaint; now: number }) {
  const due = complaint.dueDate === null ? null : dueText(dateStart(complaint.dueDate), now);
  return (
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
  );
}

interface ResolutionProps {
  complaint: Complaint;
  onSave: (resolution: string) => void;
  onCancel: () => void;
}

/** What was done about it, if there is anything to say: it stays with the complaint in the timeline. */
function Resolution({ complaint, onSave, onCancel }: ResolutionProps) {
  const [text, setText] = useState(complaint.resolution);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text.trim());
      }}
    >
      <TextArea autoFocus label={t('resolutionText')} rows={2} value={text} onInput={setText} />
      <FormActions onCancel={onCancel} />
    </form>
  );
}
