import { useId, useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { Button } from '../../controls';

export interface PassphraseProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onInput: (value: string) => void;
}

/** A passphrase: hidden as typed, shown on demand, since one that was mistyped is lost. */
export function Passphrase({ label, hint, error, value, onInput }: PassphraseProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const note = error ?? hint;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="data-passphrase">
        <input
          id={id}
          class="input"
          type={(shown ? 'text' : 'password') as 'text'}
          value={value}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <Button pressed={shown} onClick={() => setShown(!shown)}>
          {t('data_show')}
        </Button>
      </div>
      {note && (
        <p id={`${id}-note`} class={error ? 'field-error' : 'field-hint'}>
          {note}
        </p>
      )}
    </div>
  );
}
