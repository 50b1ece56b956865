import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { Badge, Button, Icon, RemoveButton, Select, TextField } from '../../controls';
import { dueText } from '../../due/due-text';
import { dateTimeText } from '../../format';
import { type RepeatId, repeatChoices, repeatOf } from '../../repeat';
import type { RecordProps } from './props';

/** Open reminders, soonest first, and a place for a new one. */
export function Reminders({ card: { reminders }, now, nextLocal, actions }: RecordProps) {
  return (
    <div class="list-part">
      <ul class="lines">
        {reminders.map(({ id, reason, dueAt, repeat }) => {
          const near = dueText(dueAt, now);
          return (
            <li key={id} class="line">
              <Icon name={repeat ? 'repeat' : 'clock'} />
              <span class="line-text">
                {reason || t('due_cadence')}
                <span class="faint"> {dateTimeText(dueAt, now)}</span>
              </span>
              <Badge text={near.text} tone={near.tone} />
              <Button onClick={() => actions.doneReminder(id)}>{t('done')}</Button>
              <RemoveButton name={reason} onClick={() => actions.removeReminder(id)} />
            </li>
          );
        })}
      </ul>
      <NewReminder nextLocal={nextLocal} onAdd={actions.addReminder} />
    </div>
  );
}

interface NewReminderProps {
  nextLocal: string;
  onAdd: RecordProps['actions']['addReminder'];
}

function NewReminder({ nextLocal, onAdd }: NewReminderProps) {
  const [reason, setReason] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const [repeat, setRepeat] = useState<RepeatId>('never');
  const local = picked ?? nextLocal;
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!local) return;
        onAdd({ reason: reason.trim(), local, repeat: repeatOf(repeat) });
        setReason('');
        setPicked(null);
      }}
    >
      <TextField label={t('field_reason')} value={reason} onInput={setReason} />
      <TextField
        label={t('field_when')}
        type="datetime-local"
        value={local}
        error={local ? undefined : t('error_time')}
        onInput={setPicked}
      />
      <Select label={t('field_repeat')} value={repeat} options={repeatChoices()} onChange={setRepeat} />
      <Button submit>{t('record_add')}</Button>
    </form>
  );
}
