import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Common {
  label: string;
  /** Stays below the input: what is expected. */
  hint?: string | undefined;
  /** Replaces the hint: what is wrong and what to do. */
  error?: string | undefined;
  /** The label is read, not shown: where the place says it already. */
  hideLabel?: boolean | undefined;
}

interface FrameProps extends Common {
  id: string;
  children: ComponentChildren;
}

function Frame({ id, label, hint, error, hideLabel, children }: FrameProps) {
  const note = error ?? hint;
  return (
    <div class="field">
      <label class={hideLabel ? 'unseen' : 'field-label'} for={id}>
        {label}
      </label>
      {children}
      {note !== undefined && (
        <p id={`${id}-note`} class={error === undefined ? 'field-hint' : 'field-error'}>
          {note}
        </p>
      )}
    </div>
  );
}

const described = (id: string, { hint, error }: Common) => ({
  'aria-describedby': (error ?? hint) === undefined ? undefined : `${id}-note`,
  'aria-invalid': error === undefined ? undefined : true,
});

/** Focuses what has just appeared because it was asked for (`autofocus` works at page load alone). */
function useAutoFocus<T extends HTMLElement>(wanted: boolean | undefined, given: RefObject<T> | undefined) {
  const own = useRef<T>(null);
  const ref = given ?? own;
  useEffect(() => {
    if (wanted) ref.current?.focus();
  }, [wanted, ref]);
  return ref;
}

export interface TextFieldProps extends Common {
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'datetime-local' | 'number' | 'time';
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'search' | undefined;
  placeholder?: string | undefined;
  required?: boolean | undefined;
  min?: string | undefined;
  onBlur?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  inputRef?: RefObject<HTMLInputElement> | undefined;
  autoFocus?: boolean | undefined;
}

export function TextField(props: TextFieldProps) {
  const id = useId();
  const ref = useAutoFocus(props.autoFocus, props.inputRef);
  return (
    <Frame {...props} id={id}>
      <input
        {...described(id, props)}
        id={id}
        class="input"
        ref={ref}
        type={(props.type ?? 'text') as 'text'} // the types allow one literal at a time
        inputMode={props.inputMode}
        value={props.value}
        placeholder={props.placeholder}
        required={props.required}
        min={props.min}
        autocomplete="off"
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onBlur}
        onKeyDown={props.onKeyDown}
      />
    </Frame>
  );
}

export interface TextAreaProps extends Common {
  value: string;
  onInput: (value: string) => void;
  rows?: number;
  placeholder?: string | undefined;
  onBlur?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  areaRef?: RefObject<HTMLTextAreaElement> | undefined;
  autoFocus?: boolean | undefined;
  /** For a key that reaches it. */
  id?: string;
}

export function TextArea(props: TextAreaProps) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const ref = useAutoFocus(props.autoFocus, props.areaRef);
  return (
    <Frame {...props} id={id}>
      <textarea
        {...described(id, props)}
        id={id}
        class="input"
        ref={ref}
        rows={props.rows ?? 3}
        autocomplete="off" // or the browser writes what it holds into the profile, to restore the tab
        value={props.value}
        placeholder={props.placeholder}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onBlur}
        onKeyDown={props.onKeyDown}
      />
    </Frame>
  );
}

export interface SelectProps<T extends string> extends Common {
  value: T;
  options: ReadonlyArray<{ value: T; text: string }>;
  onChange: (value: T) => void;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const id = useId();
  return (
    <Frame {...props} id={id}>
      <select
        {...described(id, props)}
        id={id}
        class="input"
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.currentTarget.value);
          if (chosen) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Frame>
  );
}
