import { useCallback, useMemo, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { Change, Store } from '../store';
import { troubleWords } from './trouble';

/** What the toast of a page says, and Undo where the last change can be taken back. */
export interface Told {
  id: string;
  text: string;
  bad?: boolean;
  onUndo?: () => void;
}

export interface Changes {
  toast: Told | null;
  close: () => void;
  /** Says something that no change of the store stands behind. */
  tell: (text: string, bad?: boolean) => void;
  /** Does a change and says so, with Undo; a failure is said too. Resolves to whether it was done. */
  run: (text: string, change: () => Promise<string>) => Promise<boolean>;
  /** Takes a change back, from the toast or from the history. */
  undo: (changeId: string) => Promise<boolean>;
}

/** Every change that a page makes goes through here, so that none is made silently and each can be undone. */
export function useChanges(store: Store, source: Change['source'], onDone?: () => void): Changes {
  const [toast, setToast] = useState<Told | null>(null);
  const close = useCallback(() => setToast(null), []);
  const changes = useMemo(() => {
    let count = 0;
    const tell = (text: string, bad = false) => setToast({ id: `told-${++count}`, text, bad });
    const attempt = async (change: () => Promise<string>, told: (id: string) => Told) => {
      try {
        const id = await change();
        setToast(told(id));
        onDone?.();
        return true;
      } catch (error) {
        tell(t('dash_failed', { WHY: troubleWords(error) }), true);
        return false;
      }
    };
    const undo = (changeId: string): Promise<boolean> =>
      attempt(
        () => store.undo(changeId, source),
        (id) => ({ id, text: t('change_undone') }),
      );
    const run = (text: string, change: () => Promise<string>) =>
      attempt(change, (id) => ({ id, text, onUndo: () => void undo(id) }));
    return { tell, run, undo };
  }, [store, source, onDone]);
  return { toast, close, ...changes };
}
