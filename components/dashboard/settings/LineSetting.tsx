import { useState } from 'preact/hooks';
import { TextField } from '../../controls';
import type { TextFieldProps } from '../../controls/field';

export interface LineSettingProps extends Omit<TextFieldProps, 'onInput' | 'onBlur' | 'onKeyDown' | 'error'> {
  /** What is wrong with a text, or null. */
  check?: (text: string) => string | null;
  onChange: (text: string) => void;
}

/** One line; kept when the field is left or on Enter, unless it is wrong. Escape goes back to what was. */
export function LineSetting({ check = () => null, onChange, value, ...field }: LineSettingProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    const problem = check(typed);
    setError(problem);
    if (problem !== null) return;
    setTyped(null);
    if (typed.trim() !== value) onChange(typed.trim());
  };
  return (
    <TextField
      {...field}
      value={typed ?? value}
      error={error ?? undefined}
      onInput={(text) => {
        setTyped(text);
        setError(null);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter') leave();
        if (event.key !== 'Escape' || typed === null) return;
        event.stopPropagation();
        setTyped(null);
        setError(null);
      }}
    />
  );
}
