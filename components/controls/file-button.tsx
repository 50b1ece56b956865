import { useRef } from 'preact/hooks';
import { Button, type ButtonProps } from './button';
import { press } from './trusted';

interface Props extends Pick<ButtonProps, 'kind' | 'icon' | 'disabled'> {
  text: string;
  /** What the browser's dialog offers, as the `accept` of an input. */
  accept: string;
  onFile: (file: File) => void;
}

/** A button that asks for a file; the input behind it is for the browser's dialog alone. */
export function FileButton({ text, accept, onFile, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current && press(input.current)}>
        {text}
      </Button>
      <input
        ref={input}
        class="unseen"
        type="file"
        tabIndex={-1}
        aria-label={text}
        accept={accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          event.currentTarget.value = ''; // the same file, mended meanwhile, may be chosen again
        }}
      />
    </>
  );
}
