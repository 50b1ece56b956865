import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import type { Asked, ReasonEdit } from '../../../utils/retention/model';
import { taxonomy } from '../../../utils/retention/taxonomy';
import { FormActions, TextArea } from '../../controls';
import { Reasons } from '../../retention/ReasonForm';

/** What a lost customer said when asked: reasons, and their words. */
export type Told = Pick<Asked, 'reasons' | 'text'>;

export interface InterviewProps {
  /** Of the customer: it names the form. */
  name: string;
  edits: readonly ReasonEdit[];
  /** What was recorded before and is corrected now. */
  told?: Told;
  onSave: (told: Told) => void;
  onCancel: () => void;
}

/** The form of an interview; of one that says nothing it does not let go. */
export function Interview({ name, edits, told, onSave, onCancel }: InterviewProps) {
  const [reasons, setReasons] = useState<string[]>(told?.reasons ?? []);
  const [text, setText] = useState(told?.text ?? '');
  const [empty, setEmpty] = useState(false);
  const typed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setEmpty(false);
    };
  const save = (event: Event) => {
    event.preventDefault();
    if (reasons.length === 0 && text.trim() === '') return setEmpty(true);
    onSave({ reasons, text: text.trim() });
  };
  return (
    <form class="form" aria-label={name} onSubmit={save}>
      <Reasons reasons={taxonomy(edits)} chosen={reasons} onChange={typed(setReasons)} />
      <TextArea label={t('rounds_said')} rows={3} value={text} onInput={typed(setText)} />
      <FormActions onCancel={onCancel} error={empty ? t('rounds_saidNothing') : undefined} />
    </form>
  );
}
