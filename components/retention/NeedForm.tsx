import { useState } from 'preact/hooks';
import { NEED_KINDS, type Need, type NeedKind } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { FormActions, Select, TextField } from '../controls';
import { needName, needPriorityName } from '../terms';

const PRIORITIES = ['', '1', '2', '3'] as const;

/** What they want, how much, and where it is known from. */
export function NeedForm({ onSave, onCancel }: { onSave: (need: Need) => void; onCancel: () => void }) {
  const [kind, setKind] = useState<NeedKind>('delivery');
  const [text, setText] = useState('');
  const [priority, setPriority] = useState<(typeof PRIORITIES)[number]>('');
  const [evidence, setEvidence] = useState('');
  const save = (event: Event) => {
    event.preventDefault();
    onSave({
      ...{ kind, text: text.trim() },
      ...(priority && { priority: Number(priority) }),
      ...(evidence.trim() && { evidence: evidence.trim() }),
    });
  };
  return (
    <form class="form" aria-label={t('addNeed')} onSubmit={save}>
      <Select
        label={t('needKind')}
        value={kind}
        onChange={setKind}
        options={NEED_KINDS.map((id) => ({ value: id, text: needName(id) }))}
      />
      <TextField autoFocus label={t('needText')} value={text} onInput={setText} />
      <Select
        label={t('needPriority')}
        value={priority}
        onChange={setPriority}
        options={PRIORITIES.map((id) => ({
          value: id,
          text: id ? needPriorityName(Number(id)) : t('unknown'),
        }))}
      />
      <TextField label={t('needEvidence')} value={evidence} onInput={setEvidence} />
      <FormActions onCancel={onCancel} />
    </form>
  );
}
