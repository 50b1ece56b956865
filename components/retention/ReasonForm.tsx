import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { EXTENTS, type Extent, WHERETO, type Whereto } from '../../utils/retention/model';
import type { Reason } from '../../utils/retention/taxonomy';
import { Button, FormActions, Select, TextField } from '../controls';
import { reasonLabel } from './words';

export interface LeavingDraft {
  extent: Extent;
  whereto: Whereto;
  /** The first is the primary one. */
  reasons: string[];
  competitor: string;
  text: string;
}

export interface ReasonFormProps {
  reasons: readonly Reason[];
  /** What the figures say already: a partial defector is offered as one. */
  extent: Extent;
  onSave: (draft: LeavingDraft) => void;
  onCancel: () => void;
}

/** Why they leave: one click on a reason, one on Save; the first reason chosen is the primary one. */
export function ReasonForm({ reasons, extent, onSave, onCancel }: ReasonFormProps) {
  const [draft, setDraft] = useState<LeavingDraft>({
    ...{ extent, whereto: 'unknown', reasons: [], competitor: '', text: '' },
  });
  const set = (patch: Partial<LeavingDraft>) => setDraft({ ...draft, ...patch });
  const save = (event: Event) => {
    event.preventDefault();
    onSave({ ...draft, competitor: draft.competitor.trim(), text: draft.text.trim() });
  };
  return (
    <form class="form" aria-label={t('retention_why')} onSubmit={save}>
      <Reasons reasons={reasons} chosen={draft.reasons} onChange={(next) => set({ reasons: next })} />
      <FormActions onCancel={onCancel} />
      <details class="more">
        <summary>{t('tab_details')}</summary>
        <Choice
          label={t('retention_extent')}
          values={EXTENTS}
          value={draft.extent}
          name={(one) => t(`extent_${one}`)}
          onChange={(one) => set({ extent: one })}
        />
        <Choice
          label={t('retention_whereto')}
          values={WHERETO}
          value={draft.whereto}
          name={(one) => t(`whereto_${one}`)}
          onChange={(one) => set({ whereto: one })}
        />
        <TextField
          label={t('retention_competitor')}
          value={draft.competitor}
          onInput={(competitor) => set({ competitor, ...(competitor && { whereto: 'switched' }) })}
        />
        <TextField label={t('retention_text')} value={draft.text} onInput={(text) => set({ text })} />
      </details>
    </form>
  );
}

interface ReasonsProps {
  reasons: readonly Reason[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Both levels of the taxonomy: the groups as buttons, the details of a chosen one below them. */
export function Reasons({ reasons, chosen, onChange }: ReasonsProps) {
  const toggle = (code: string) => {
    const group = reasons.find((one) => one.code === code)?.parent;
    if (chosen.includes(code))
      return onChange(chosen.filter((one) => one !== code && !one.startsWith(`${code}/`)));
    // a detail says more than its group: it takes the group's place, primary or not
    const at = group ? chosen.indexOf(group) : -1;
    onChange(at >= 0 ? chosen.map((one, i) => (i === at ? code : one)) : [...chosen, code]);
  };
  const isOn = (code: string) =>
    chosen.includes(code) || reasons.some((one) => one.parent === code && chosen.includes(one.code));
  return (
    <>
      {[true, false].map((controllable) => (
        <fieldset key={String(controllable)} class="chips">
          <legend>{t(controllable ? 'reasons_controllable' : 'reasons_uncontrollable')}</legend>
          {reasons
            .filter((one) => one.parent === '' && one.controllable === controllable)
            .map((one, index) => (
              <span
                key={one.code}
                class="chip-group"
                data-first={controllable && index === 0 ? '' : undefined}
              >
                <Chip reason={one} chosen={chosen} on={isOn(one.code)} onClick={() => toggle(one.code)} />
                {isOn(one.code) &&
                  reasons
                    .filter((detail) => detail.parent === one.code)
                    .map((detail) => (
                      <Chip
                        key={detail.code}
                        reason={detail}
                        chosen={chosen}
                        on={chosen.includes(detail.code)}
                        onClick={() => toggle(detail.code)}
                        detail
                      />
                    ))}
              </span>
            ))}
        </fieldset>
      ))}
    </>
  );
}

interface ChipProps {
  reason: Reason;
  chosen: readonly string[];
  on: boolean;
  onClick: () => void;
  detail?: boolean;
}

function Chip({ reason, chosen, on, onClick, detail }: ChipProps) {
  const primary = chosen[0] === reason.code && chosen.length > 1;
  return (
    <Button pressed={on} kind={detail ? 'plain' : 'normal'} onClick={onClick}>
      {reasonLabel(reason)}
      {primary && <span class="faint"> {t('primary')}</span>}
    </Button>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  values: readonly T[];
  value: T;
  name: (value: T) => string;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, values, value, name, onChange }: ChoiceProps<T>) {
  const options = values.map((one) => ({ value: one, text: name(one) }));
  return <Select label={label} value={value} options={options} onChange={onChange} />;
}
