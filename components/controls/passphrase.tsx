import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button } from './button';

export interface PassphraseProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onInput: (value: string) => void;
  autoFocus?: boolean;
}

/** A passphrase: hidden as typed, shown on demand, since one that was mistyped is lost. */
export function Passphrase({ label, hint, error, value, onInput, autoFocus = false }: PassphraseProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const note = error ?? hint;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="passphrase">
        <input
          id={id}
          ref={input}
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
