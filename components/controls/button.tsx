import type { ComponentChildren, Ref } from 'preact';
import { t } from '../../utils/i18n';
import { Icon, type IconName } from './icons';

export interface ButtonProps {
  children: ComponentChildren;
  onClick?: ((event: MouseEvent) => void) | undefined;
  /** `primary` at most once in a view; `plain` is text-like, for the least of actions. */
  kind?: 'primary' | 'normal' | 'plain' | 'danger';
  icon?: IconName | undefined;
  /** The key that does the same, shown to those who look for it. */
  keyHint?: string | undefined;
  disabled?: boolean | undefined;
  submit?: boolean;
  pressed?: boolean | undefined;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
  /** For a key that reaches it. */
  id?: string;
  /** Changes nothing and is the way out: works though something covers the margin. */
  safe?: boolean | undefined;
}

export function Button({ children, onClick, kind = 'normal', icon, keyHint, ...rest }: ButtonProps) {
  return (
    <button
      id={rest.id}
      ref={rest.buttonRef ?? null}
      type={rest.submit ? 'submit' : 'button'}
      class={`button button-${kind}`}
      disabled={rest.disabled}
      aria-pressed={rest.pressed}
      aria-keyshortcuts={keyHint}
      data-safe={rest.safe ? '' : undefined}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      <span class="button-text">{children}</span>
      {keyHint && (
        <span class="key" aria-hidden="true">
          {keyHint}
        </span>
      )}
    </button>
  );
}

export interface IconButtonProps {
  icon: IconName;
  /** Said to screen readers and shown as the tooltip. */
  label: string;
  onClick: (event: MouseEvent) => void;
  disabled?: boolean | undefined;
  expanded?: boolean | undefined;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
  /** For a key that reaches it, which is told to those who ask for it. */
  id?: string;
  shortcut?: string;
}

/** A button that is an icon alone: for actions that everyone knows, where space is short. */
export function IconButton({ icon, label, onClick, disabled, expanded, buttonRef, ...key }: IconButtonProps) {
  return (
    <button
      id={key.id}
      aria-keyshortcuts={key.shortcut}
      ref={buttonRef ?? null}
      type="button"
      class="icon-button"
      aria-label={label}
      aria-expanded={expanded}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Takes a line out of a list; `name` tells it from the others. */
export const RemoveButton = ({ name, onClick }: { name: string; onClick: () => void }) => (
  <IconButton icon="trash" label={t('record_removeOf', { NAME: name })} onClick={onClick} />
);
