import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { Icon, TextField, type TextFieldProps } from '../../controls';

interface InlineProps extends Pick<TextFieldProps, 'label' | 'type' | 'inputMode' | 'hint' | 'placeholder'> {
  value: string;
  onSave: (value: string) => void;
  /** What is wrong with it, or null; a wrong value is not saved and stays to be mended. */
  check?: (value: string) => string | null;
}

/** A field edited where it stands: saved when left or with Enter, put back with Escape. */
export function Inline({ value, onSave, check, ...field }: InlineProps) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string>();
  useEffect(() => setText(value), [value]); // it changed elsewhere, or was undone
  const save = () => {
    const next = text.trim();
    const wrong = next === value ? null : (check?.(next) ?? null);
    setError(wrong ?? undefined);
    if (wrong === null && next !== value) onSave(next);
  };
  return (
    <TextField
      {...field}
      value={text}
      error={error}
      onInput={setText}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') {
          setText(value);
          setError(undefined);
        }
      }}
    />
  );
}

interface InlineListProps extends Pick<InlineProps, 'label' | 'type' | 'hint' | 'check'> {
  values: readonly string[];
  onSave: (values: string[]) => void;
}

/** Several values: each can be taken out; a new one is added with Enter or by leaving the field. */
export function InlineList({ label, values, onSave, check, type, hint }: InlineListProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const add = () => {
    const next = text.trim();
    if (next === '') return setError(undefined);
    const wrong = values.includes(next) ? t('alreadyThere') : (check?.(next) ?? null);
    setError(wrong ?? undefined);
    if (wrong !== null) return;
    setText('');
    onSave([...values, next]);
  };
  return (
    <div class="inline-list">
      <TextField
        label={label}
        type={type ?? 'text'}
        hint={hint}
        value={text}
        placeholder={t('addPlaceholder')}
        error={error}
        onInput={setText}
        onBlur={add}
        onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && add()}
      />
      <ul class="tags">
        {values.map((value, index) => (
          <li key={value} class="tag">
            <span class="clamp-2" dir="auto">
              {value}
            </span>
            <button
              type="button"
              class="tag-x"
              aria-label={t('removeThis', { TEXT: value.slice(0, 60) })}
              onClick={() => onSave(values.filter((_, at) => at !== index))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
