import { useState } from 'preact/hooks';
import type { Need } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { Badge, Button, RemoveButton } from '../../controls';
import { NeedForm } from '../../retention/NeedForm';
import { needName, needPriorityName } from '../../terms';

/** What the customer wants, each with its kind. */
export function Needs({ needs, onChange }: { needs: readonly Need[]; onChange: (needs: Need[]) => void }) {
  const [adding, setAdding] = useState(false);
  return (
    <fieldset class="list-part">
      <legend class="field-label">{t('field_needs')}</legend>
      <ul class="lines">
        {needs.map((need, index) => (
          <li key={`${need.kind} ${need.text}`} class="line">
            <Badge text={needName(need.kind)} />
            <span class="line-text">
              {need.text}
              {need.priority && <span class="faint"> · {needPriorityName(need.priority)}</span>}
              {need.evidence && <span class="faint"> · {need.evidence}</span>}
            </span>
            <RemoveButton
              name={need.text || needName(need.kind)}
              onClick={() => onChange(needs.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      {adding ? (
        <NeedForm
          onSave={(need) => {
            onChange([...needs, need]);
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button onClick={() => setAdding(true)}>{t('addNeed')}</Button>
      )}
    </fieldset>
  );
}
