import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button, IconButton } from './button';

export interface ToastMessage {
  /** The change that it speaks of; a new id replaces the toast and starts its time again. */
  id: string;
  text: string;
  /** Given where the change can be undone. */
  onUndo?: (() => void) | undefined;
  /** Something went wrong: stays until closed. */
  bad?: boolean | undefined;
}

export interface ToastProps {
  toast: ToastMessage | null;
  onClose: () => void;
  /** How long it stays; pointing at it or focusing it holds it (WCAG 2.2.1). */
  stayMs?: number;
}

/** The last change in a sentence, with Undo. The region is always there, so that screen readers hear it fill. */
export function Toast({ toast, onClose, stayMs = 10_000 }: ToastProps) {
  const [held, setHeld] = useState(false);
  const id = toast?.id;
  const stays = toast === null || toast.bad === true || held;
  // a new toast (id) starts the time again
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onClose, stayMs);
    return () => clearTimeout(timer);
  }, [id, stays, stayMs, onClose]);
  return (
    <div class="toast-region" role={toast?.bad ? 'alert' : 'status'}>
      {toast && (
        <div
          class={toast.bad ? 'toast toast-bad' : 'toast'}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocusCapture={() => setHeld(true)}
          onBlurCapture={() => setHeld(false)}
        >
          <span class="toast-text">{toast.text}</span>
          {toast.onUndo && (
            <Button kind="plain" icon="undo" onClick={toast.onUndo}>
              {t('undo')}
            </Button>
          )}
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </div>
      )}
    </div>
  );
}
