import { useState } from 'preact/hooks';
import type { Complaint, Interaction } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Button, Icon, type IconName, Menu, TextArea } from '../controls';
import { dateTimeText, distanceText } from '../format';
import { complaintStateName, interactionName } from '../terms';
import { ComplaintMenu } from './complaint-menu';
import type { CardProps } from './props';

const ICONS: Record<Interaction['kind'], IconName> = {
  note: 'note',
  mail: 'mail',
  call: 'call',
  meeting: 'meeting',
  visit: 'visit',
};

type Event = { at: number; id: string } & (
  | { kind: 'interaction'; row: Interaction }
  | { kind: 'complaint'; row: Complaint }
);

/** All that happened, newest first: notes and contacts, and complaints that were settled. */
function eventsOf({ interactions, complaints }: CardProps['card']): Event[] {
  const settled = complaints.filter(({ status }) => status === 'resolved' || status === 'confirmed');
  return [
    ...interactions.map((row): Event => ({ kind: 'interaction', at: row.at, id: row.id, row })),
    ...settled.map(
      (row): Event => ({ kind: 'complaint', at: row.resolvedAt ?? row.openedAt, id: row.id, row }),
    ),
  ].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

export function Timeline(props: CardProps) {
  const events = eventsOf(props.card);
  return (
    <section class="part" aria-labelledby="timeline-title">
      <header class="part-head">
        <h2 id="timeline-title">{t('timeline')}</h2>
      </header>
      {events.length === 0 && <p class="faint">{t('timelineNone')}</p>}
      <ol class="timeline">
        {events.map((event) =>
          event.kind === 'interaction' ? (
            <Entry key={event.id} row={event.row} {...props} />
          ) : (
            <Settled key={event.id} row={event.row} at={event.at} {...props} />
          ),
        )}
      </ol>
    </section>
  );
}

function When({ at, now }: { at: number; now: number }) {
  return <time title={dateTimeText(at, now)}>{distanceText(at, now)}</time>;
}

function Entry({ row, now, actions, readOnly }: CardProps & { row: Interaction }) {
  const [editing, setEditing] = useState(false);
  return (
    <li class="event">
      <span class="event-icon">
        <Icon name={ICONS[row.kind]} />
      </span>
      <div class="line-text">
        <p class="faint">
          {interactionName(row.kind)} · <When at={row.at} now={now} />
          {row.page?.title && (
            <span title={row.page.url.slice(0, 300)}> · {row.page.title.slice(0, 60)}</span>
          )}
        </p>
        {editing ? (
          <EditNote
            row={row}
            onSave={(text) => actions.editNote(row.id, text)}
            onClose={() => setEditing(false)}
          />
        ) : (
          <Long text={row.text} />
        )}
      </div>
      {!readOnly && !editing && (
        <Menu
          label={t('noteActions', { TEXT: row.text.slice(0, 60) })}
          items={[
            { id: 'edit', text: t('edit'), icon: 'edit' },
            { id: 'remove', text: t('remove'), icon: 'trash', danger: true },
          ]}
          onChoose={(id) => (id === 'edit' ? setEditing(true) : actions.removeNote(row.id))}
        />
      )}
    </li>
  );
}

/** A long note starts cut at four lines; one click shows all of it. */
function Long({ text }: { text: string }) {
  const [all, setAll] = useState(false);
  const long = text.length > 240 || text.split('\n').length > 4;
  return (
    <>
      <p class={all || !long ? 'event-text' : 'event-text clamp-4'} dir="auto">
        {all ? text : text.slice(0, 1000)}
      </p>
      {long && (
        <Button kind="plain" onClick={() => setAll(!all)}>
          {t(all ? 'showLess' : 'showMore')}
        </Button>
      )}
    </>
  );
}

function EditNote({
  row,
  onSave,
  onClose,
}: {
  row: Interaction;
  onSave: (text: string) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState(row.text);
  return (
    <div class="form">
      <TextArea autoFocus hideLabel label={t('note')} rows={4} value={text} onInput={setText} />
      <div class="row-actions">
        <Button
          kind="primary"
          onClick={() => {
            if (text !== row.text) onSave(text);
            onClose();
          }}
        >
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </div>
  );
}

function Settled({ row, at, now, actions, readOnly }: CardProps & { row: Complaint; at: number }) {
  return (
    <li class="event">
      <span class="event-icon">
        <Icon name="check" />
      </span>
      <div class="line-text">
        <p class="faint">
          {t('complaintSettled')} · {complaintStateName(row.status)} · <When at={at} now={now} />
        </p>
        <Long text={row.resolution ? `${row.text}\n→ ${row.resolution}` : row.text} />
      </div>
      {!readOnly && (
        <ComplaintMenu
          complaint={row}
          actions={actions}
          onStatus={(status) => actions.editComplaint(row.id, { status })}
        />
      )}
    </li>
  );
}
