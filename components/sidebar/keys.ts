import { useEffect } from 'preact/hooks';

/** What a key does, by the key's own value: `n`, `?`, `Escape`. Letters are told apart from Shift by case alone. */
export type KeyMap = Record<string, () => void>;

/** True where the key belongs to what is being typed or chosen there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type="button"]):not([type="submit"]), textarea, select') !== null
  );
}

/**
 * Keys for the whole document. Never while typing, composing (an input method's keys are its own) or with a modifier;
 * Escape in a field only leaves the field, so that a second one closes what is around it.
 */
export function useKeys(keys: KeyMap): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) {
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        return;
      }
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
