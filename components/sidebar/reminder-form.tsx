import { useState } from 'preact/hooks';
import { snoozeChoices } from '../../utils/contact';
import { t } from '../../utils/i18n';
import { FormActions, Select, TextField } from '../controls';
import { type RepeatId, repeatChoices, repeatOf } from '../repeat';
import type { ReminderDraft, Surroundings } from './props';

interface ReminderFormProps extends Surroundings {
  /** Snoozing: the time alone is asked for. */
  onlyTime: boolean;
  onSave: (draft: ReminderDraft) => void;
  onCancel: () => void;
}

/** A new reminder, or another time for one that is there. Starts at tomorrow's hour. */
export function ReminderForm({ onlyTime, onSave, onCancel, now, zone, settings }: ReminderFormProps) {
  const tomorrow = snoozeChoices(now, zone, settings.remindAt).find((choice) => choice.id === 'tomorrow');
  const [reason, setReason] = useState('');
  const [local, setLocal] = useState(tomorrow?.local ?? '');
  const [repeat, setRepeat] = useState<RepeatId>('never');
  const [tried, setTried] = useState(false);
  const valid = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local);
  const save = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (valid) onSave({ reason: reason.trim(), local: local.slice(0, 16), repeat: repeatOf(repeat) });
  };
  return (
    <form class="form" onSubmit={save}>
      {!onlyTime && <TextField autoFocus label={t('reminderReason')} value={reason} onInput={setReason} />}
      <TextField
        autoFocus={onlyTime}
        label={t('when')}
        type="datetime-local"
        value={local}
        onInput={setLocal}
        error={tried && !valid ? t('whenError') : undefined}
      />
      {!onlyTime && (
        <Select label={t('repeat')} value={repeat} onChange={setRepeat} options={repeatChoices()} />
      )}
      <FormActions onCancel={onCancel} save={t(onlyTime ? 'snooze' : 'save')} />
    </form>
  );
}
