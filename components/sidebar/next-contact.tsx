import { useState } from 'preact/hooks';
import { nextContact, snoozeChoices } from '../../utils/contact';
import { t } from '../../utils/i18n';
import { withTier } from '../../utils/retention/shown';
import { Badge, Button, Icon, Menu } from '../controls';
import { dueText } from '../due/due-text';
import { dateTimeText } from '../format';
import { repeatText } from '../repeat';
import type { CardProps } from './props';
import { ReminderForm } from './reminder-form';

/** When to talk to them next and why; Done and Snooze work for a reminder and for the tier's cadence alike. */
export function Next(props: CardProps) {
  const { card, actions, settings, now } = props;
  const [form, setForm] = useState<'none' | 'snooze' | 'add'>('none');
  const next = nextContact(withTier(card), card.reminders, settings.cadenceDays, now);
  const due = next && dueText(next.dueAt, now);
  const reminder = card.reminders.find((one) => one.id === next?.reminderId);
  const close = () => setForm('none');
  return (
    <section class="row" aria-label={t('nextContact')}>
      <div class="row-head">
        {due ? (
          <Badge text={due.text} tone={due.tone} icon={due.tone === 'bad' ? 'alert' : 'clock'} />
        ) : (
          <Badge text={t('nextNone')} icon="clock" />
        )}
        <span class="row-main clamp-2" dir="auto">
          {next ? next.reason || t('nextCadence') : t('nextNoneText')}
        </span>
      </div>
      {next && (
        <p class="row-text">
          {dateTimeText(next.dueAt, now)}
          {reminder?.repeat && ` · ${repeatText(reminder.repeat)}`}
        </p>
      )}
      {form === 'none' ? (
        <div class="row-actions">
          <Button kind="primary" icon="check" keyHint="D" onClick={actions.contacted}>
            {t('done')}
          </Button>
          <Snooze {...props} onPick={() => setForm('snooze')} />
          <Button icon="plus" onClick={() => setForm('add')}>
            {t('reminder')}
          </Button>
        </div>
      ) : (
        <ReminderForm
          {...props}
          onlyTime={form === 'snooze'}
          onCancel={close}
          onSave={(draft) => {
            close();
            if (form === 'snooze') actions.snooze(draft);
            else actions.addReminder(draft);
          }}
        />
      )}
      <OtherReminders {...props} except={next?.reminderId ?? null} />
    </section>
  );
}

function Snooze({ actions, now, zone, settings, onPick }: CardProps & { onPick: () => void }) {
  const choices = snoozeChoices(now, zone, settings.remindAt);
  return (
    <Menu
      label={t('snooze')}
      buttonId="snooze"
      buttonClass="button button-normal"
      items={[
        ...choices.map(({ id, local }) => ({
          id,
          text: t(`snooze_${id}`),
          detail: dateTimeText(new Date(local).getTime(), now),
        })),
        { id: 'pick' as const, text: t('snooze_pick') },
      ]}
      onChoose={(id) => {
        const choice = choices.find((one) => one.id === id);
        if (choice) actions.snooze(choice);
        else onPick();
      }}
    >
      {t('snooze')}
      <span class="key" aria-hidden="true">
        S
      </span>
      <Icon name="chevronDown" />
    </Menu>
  );
}

/** The other open reminders, in a line each. */
function OtherReminders({ card, except, now, actions, readOnly }: CardProps & { except: string | null }) {
  const others = card.reminders.filter((one) => one.id !== except);
  if (others.length === 0) return null;
  return (
    <ul class="lines">
      {others.map((one) => (
        <li key={one.id} class="line">
          <Icon name={one.repeat ? 'repeat' : 'bell'} />
          <span class="line-text clamp-1" dir="auto">
            {one.reason || t('nextCadence')}
          </span>
          <span class="faint">{dueText(one.dueAt, now).text}</span>
          {!readOnly && (
            <Menu
              label={t('reminderActions', { TEXT: one.reason.slice(0, 60) })}
              items={[
                { id: 'done', text: t('done'), icon: 'check' },
                { id: 'remove', text: t('remove'), icon: 'trash', danger: true },
              ]}
              onChoose={(id) =>
                id === 'done' ? actions.doneReminder(one.id) : actions.removeReminder(one.id)
              }
            />
          )}
        </li>
      ))}
    </ul>
  );
}
