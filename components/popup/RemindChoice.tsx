import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button, TextField } from '../controls';

export interface RemindOption {
  text: string;
  /** `YYYY-MM-DDTHH:mm`. */
  local: string;
  /** The day and time in words, said on hover. */
  detail: string;
}

export interface RemindChoiceProps {
  options: readonly RemindOption[];
  /** '' for no reminder. */
  value: string;
  min: string;
  onChange: (local: string) => void;
}

/** When to be reminded: chips that switch on and off, or a time of one's own. */
export function RemindChoice({ options, value, min, onChange }: RemindChoiceProps) {
  const [picking, setPicking] = useState(value !== '' && !options.some((option) => option.local === value));
  return (
    <fieldset class="remind">
      <legend class="remind-legend">{t('popup_remind')}</legend>
      {options.map(({ text, local, detail }) => (
        <span key={local} title={detail}>
          <Button
            pressed={!picking && value === local}
            onClick={() => {
              setPicking(false);
              onChange(value === local && !picking ? '' : local);
            }}
          >
            {text}
          </Button>
        </span>
      ))}
      <Button
        pressed={picking}
        onClick={() => {
          setPicking(!picking);
          onChange(picking ? '' : value || (options[0]?.local ?? min));
        }}
      >
        {t('popup_remindPick')}
      </Button>
      {picking && (
        <TextField
          label={t('popup_remindAt')}
          hideLabel
          type="datetime-local"
          min={min}
          value={value}
          onInput={onChange}
        />
      )}
    </fieldset>
  );
}
