import { useEffect, useState } from 'preact/hooks';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_CHANNELS,
  type Complaint,
  type ComplaintCategory,
} from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { FormActions, Select, TextArea, TextField } from '../controls';
import { complaintCategoryName, complaintChannelName } from '../terms';

export type ComplaintDraft = Pick<Complaint, 'text' | 'dueDate' | 'category' | 'channel' | 'owner'>;

export interface ComplaintFormProps {
  /** The one that is changed; absent: a new one. */
  complaint?: ComplaintDraft;
  /** The words that a new one begins with, read from the page. */
  begin?: () => Promise<string>;
  onSave: (draft: ComplaintDraft) => void;
  onCancel: () => void;
}

const NEW: ComplaintDraft = { text: '', dueDate: null, category: null, channel: 'mail', owner: '' };
const BEGIN_LENGTH = 2_000;

/** A complaint in the customer's own words, who sees to it and until when. What is typed stands before what the page says. */
export function ComplaintForm({ complaint, begin, onSave, onCancel }: ComplaintFormProps) {
  const [draft, setDraft] = useState<ComplaintDraft>(complaint ?? NEW);
  const set = (patch: Partial<ComplaintDraft>) => setDraft((old) => ({ ...old, ...patch }));
  useEffect(() => {
    const read = begin?.().then((text) => {
      setDraft((old) => (old.text === '' ? { ...old, text: text.slice(0, BEGIN_LENGTH) } : old));
    });
    read?.catch(() => console.warn('page not read for the complaint'));
  }, []);
  const save = (event: Event) => {
    event.preventDefault();
    const { text, dueDate, category = null, channel = null, owner = '' } = draft;
    if (text.trim()) onSave({ text: text.trim(), dueDate, category, channel, owner: owner.trim() });
  };
  return (
    <form class="form" aria-label={t(complaint ? 'complaintEdit' : 'addComplaint')} onSubmit={save}>
      <TextArea
        autoFocus
        label={t('complaintText')}
        rows={3}
        value={draft.text}
        onInput={(text) => set({ text })}
      />
      <TextField
        label={t('dueDate')}
        type="date"
        value={draft.dueDate ?? ''}
        onInput={(date) => set({ dueDate: date || null })}
      />
      <Select
        label={t('complaintCategory')}
        value={draft.category ?? ''}
        options={[
          { value: '' as const, text: t('unknown') },
          ...COMPLAINT_CATEGORIES.map((value) => ({ value, text: complaintCategoryName(value) })),
        ]}
        onChange={(value: ComplaintCategory | '') => set({ category: value || null })}
      />
      <Select
        label={t('heardBy')}
        value={draft.channel ?? 'other'}
        options={COMPLAINT_CHANNELS.map((value) => ({ value, text: complaintChannelName(value) }))}
        onChange={(channel) => set({ channel })}
      />
      <TextField label={t('field_owner')} value={draft.owner ?? ''} onInput={(owner) => set({ owner })} />
      <FormActions onCancel={onCancel} disabled={draft.text.trim() === ''} />
    </form>
  );
}
