import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const FOCUSABLE = 'button:not(:disabled), input, select, textarea, a[href], [tabindex="0"]';

export interface PopoverProps {
  /** Draws the button that opens it. */
  trigger: (control: { open: boolean; toggle: () => void }) => ComponentChildren;
  children: (close: () => void) => ComponentChildren;
  label: string;
  role?: 'dialog' | 'menu';
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A panel beside its button. Escape, a click elsewhere or leaving with Tab closes it; focus returns to the button. */
export function Popover({ trigger, children, label, role = 'dialog', onKeyDown }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return onKeyDown?.(event);
    event.stopPropagation(); // it closes this panel, not the margin
    close();
  };
  useLayoutEffect(() => {
    if (!open || !root.current || !panel.current) return;
    place(root.current, panel.current);
    firstIn(panel.current)?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    panel.current.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('focusin', outside, true);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('focusin', outside, true);
    };
  }, [open]);

  const named = { role, 'aria-label': label };
  return (
    <div class="popover-root" ref={root}>
      {trigger({ open, toggle: () => setOpen(!open) })}
      {open && (
        <div class="popover" ref={panel} {...named}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

const firstIn = (panel: HTMLElement): HTMLElement | null =>
  panel.querySelector<HTMLElement>('[data-first]') ?? panel.querySelector<HTMLElement>(FOCUSABLE);

/** Opens downwards and towards the middle where there is room, and never past the edge of the frame. */
function place(root: HTMLElement, panel: HTMLElement): void {
  const anchor = root.getBoundingClientRect();
  const size = panel.getBoundingClientRect();
  const room = innerHeight - anchor.bottom;
  panel.toggleAttribute('data-above', room < size.height + 8 && anchor.top > room);
  const inner = Math.max(8 - anchor.left, anchor.width - size.width);
  panel.style.left = `${Math.min(inner, innerWidth - 8 - size.width - anchor.left)}px`;
}
