import { useState } from 'preact/hooks';
import { NEED_KINDS, type Need, type NeedKind } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { Badge, Button, IconButton, Select, TextField } from '../../controls';
import { needName } from '../../terms';

/** What the customer wants, each with its kind. */
export function Needs({ needs, onChange }: { needs: readonly Need[]; onChange: (needs: Need[]) => void }) {
  const [kind, setKind] = useState<NeedKind>('delivery');
  const [text, setText] = useState('');
  return (
    <fieldset class="list-part">
      <legend class="field-label">{t('field_needs')}</legend>
      <ul class="lines">
        {needs.map((need, index) => (
          <li key={`${need.kind} ${need.text}`} class="line">
            <Badge text={needName(need.kind)} />
            <span class="line-text">{need.text}</span>
            <IconButton
              icon="trash"
              label={t('record_removeOf', { NAME: need.text || needName(need.kind) })}
              onClick={() => onChange(needs.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          onChange([...needs, { kind, text: text.trim() }]);
          setText('');
        }}
      >
        <Select
          label={t('field_kind')}
          hideLabel
          value={kind}
          options={NEED_KINDS.map((value) => ({ value, text: needName(value) }))}
          onChange={setKind}
        />
        <TextField
          label={t('field_needs')}
          hideLabel
          placeholder={t('record_needText')}
          value={text}
          onInput={setText}
        />
        <Button submit>{t('record_add')}</Button>
      </form>
    </fieldset>
  );
}
