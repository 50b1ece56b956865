import { useId } from 'preact/hooks';

export interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value as the reader sees it. */
  text: string;
  /** What it stands for, or that it is assumed. */
  hint?: string | undefined;
  onChange: (value: number) => void;
}

/** A number that is tried out: the result follows while it moves. */
export function Slider({ label, value, min, max, step, text, hint, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class="slider">
      <label class="field-label" for={id}>
        {label}
      </label>
      <output class="slider-value" for={id}>
        {text}
      </output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={Math.min(max, Math.max(min, value))}
        aria-valuetext={text}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
