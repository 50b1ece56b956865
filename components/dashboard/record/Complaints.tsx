import { useState } from 'preact/hooks';
import { COMPLAINT_CATEGORIES, COMPLAINT_CHANNELS, COMPLAINT_STATES } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { Button, RemoveButton, Select, TextField } from '../../controls';
import { dateText } from '../../format';
import { complaintCategoryName, complaintChannelName, complaintStateName } from '../../terms';
import { LineSetting } from '../settings/LineSetting';
import type { RecordProps } from './props';

/** Complaints, newest first: state, due date and what was done. */
export function Complaints({ card: { complaints }, now, actions }: RecordProps) {
  return (
    <div class="list-part">
      {complaints.map((complaint) => (
        <fieldset key={complaint.id} class="person">
          <legend class="complaint-text">
            {complaint.text} <span class="faint">{dateText(complaint.openedAt, now)}</span>
          </legend>
          <Select
            label={t('field_state')}
            value={complaint.status}
            options={COMPLAINT_STATES.map((value) => ({ value, text: complaintStateName(value) }))}
            onChange={(status) => actions.editComplaint(complaint, { status })}
          />
          <LineSetting
            label={t('field_dueDate')}
            type="date"
            value={complaint.dueDate ?? ''}
            onChange={(text) => actions.editComplaint(complaint, { dueDate: text || null })}
          />
          <Select
            label={t('complaintCategory')}
            value={complaint.category ?? ''}
            options={[
              { value: '' as const, text: t('unknown') },
              ...COMPLAINT_CATEGORIES.map((value) => ({ value, text: complaintCategoryName(value) })),
            ]}
            onChange={(category) => actions.editComplaint(complaint, { category: category || null })}
          />
          <Select
            label={t('heardBy')}
            value={complaint.channel ?? 'other'}
            options={COMPLAINT_CHANNELS.map((value) => ({ value, text: complaintChannelName(value) }))}
            onChange={(channel) => actions.editComplaint(complaint, { channel })}
          />
          <LineSetting
            label={t('field_owner')}
            value={complaint.owner ?? ''}
            onChange={(owner) => actions.editComplaint(complaint, { owner })}
          />
          <LineSetting
            label={t('field_resolution')}
            value={complaint.resolution}
            onChange={(resolution) => actions.editComplaint(complaint, { resolution })}
          />
          <RemoveButton name={complaint.text} onClick={() => actions.removeComplaint(complaint.id)} />
        </fieldset>
      ))}
      <NewComplaint onAdd={actions.addComplaint} />
    </div>
  );
}

function NewComplaint({ onAdd }: { onAdd: RecordProps['actions']['addComplaint'] }) {
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim()) return;
        onAdd(text.trim(), due || null);
        setText('');
        setDue('');
      }}
    >
      <TextField label={t('field_complaint')} value={text} onInput={setText} />
      <TextField label={t('field_dueDate')} type="date" value={due} onInput={setDue} />
      <Button submit>{t('record_add')}</Button>
    </form>
  );
}
