import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons';
import { Popover } from './popover';

export interface MenuItem<T extends string> {
  id: T;
  text: string;
  /** Beside the text, in a softer tone: the date of a snooze, a key. */
  detail?: string | undefined;
  icon?: IconName | undefined;
  /** Shown with a tick. */
  chosen?: boolean | undefined;
  danger?: boolean | undefined;
}

export interface MenuProps<T extends string> {
  label: string;
  items: ReadonlyArray<MenuItem<T>>;
  onChoose: (id: T) => void;
  /** The button's class and content; the icon `more` alone where absent. */
  children?: ComponentChildren;
  buttonClass?: string;
  /** Lets a key open the menu: it clicks the button of this id. */
  buttonId?: string | undefined;
}

/** A button with a menu: arrows, Home, End and first letters move; Enter chooses. */
export function Menu<T extends string>(props: MenuProps<T>) {
  const { label, items, onChoose, children, buttonClass = 'icon-button', buttonId } = props;
  return (
    <Popover
      label={label}
      role="menu"
      onKeyDown={moveFocus}
      trigger={({ open, toggle }) => (
        <button
          id={buttonId}
          type="button"
          class={buttonClass}
          aria-haspopup="menu"
          aria-expanded={open}
          aria-label={children === undefined ? label : undefined}
          title={children === undefined ? label : undefined}
          onClick={toggle}
        >
          {children ?? <Icon name="more" />}
        </button>
      )}
    >
      {(close) =>
        items.map((item) => (
          <button
            key={item.id}
            type="button"
            {...(item.chosen === undefined
              ? { role: 'menuitem' }
              : { role: 'menuitemradio', 'aria-checked': item.chosen })}
            tabIndex={-1}
            class={item.danger ? 'menu-item menu-item-danger' : 'menu-item'}
            data-first={item.chosen ? '' : undefined}
            onClick={() => {
              close();
              onChoose(item.id);
            }}
          >
            {item.chosen !== undefined && (
              <span class="menu-tick">{item.chosen && <Icon name="check" />}</span>
            )}
            {item.icon && <Icon name={item.icon} />}
            <span class="menu-text">{item.text}</span>
            {item.detail && <span class="menu-detail">{item.detail}</span>}
          </button>
        ))
      }
    </Popover>
  );
}

function moveFocus(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.menu-item')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const target = {
    ArrowDown: items[(at + 1) % items.length],
    ArrowUp: items[(at - 1 + items.length) % items.length],
    Home: items[0],
    End: items.at(-1),
  }[event.key];
  const typed =
    event.key.length === 1
      ? items.find((item) => item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))
      : undefined;
  event.stopPropagation(); // letters chosen here are not the sidebar's keys
  if (!target && !typed) return;
  event.preventDefault();
  (target ?? typed)?.focus();
}
