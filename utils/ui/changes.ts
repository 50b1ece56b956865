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

/** A change that was made: its id (null: there was nothing to do) and what to say of it. */
export interface Made {
  changeId: string | null;
  text: string;
}

export interface Changes {
  toast: Told | null;
  close: () => void;
  /** Says something that no change of the store stands behind. */
  tell: (text: string, bad?: boolean) => void;
  /** Does a change and says what it was, with Undo; a failure is said too. Resolves to whether it was done. */
  attempt: (change: () => Promise<Made>) => Promise<boolean>;
  /** The same for a change whose words are known before. */
  run: (text: string, change: () => Promise<string>) => Promise<boolean>;
  /** Takes a change back, from the toast or from the history. */
  undo: (changeId: string) => Promise<boolean>;
}

/** Every change that a page makes goes through here, so that none is made silently and each can be undone. */
export function useChanges(store: Store, source: Change['source'], onDone?: () => void): Changes {
  const [toast, setToast] = useState<Told | null>(null);
  const close = useCallback(() => setToast(null), []);
  const changes = useMemo(() => makeChanges(store, source, setToast, onDone), [store, source, onDone]);
  return { toast, close, ...changes };
}

function makeChanges(
  store: Store,
  source: Change['source'],
  show: (told: Told) => void,
  onDone?: () => void,
): Omit<Changes, 'toast' | 'close'> {
  let count = 0;
  const tell = (text: string, bad = false) => show({ id: `told-${++count}`, text, bad });
  const attempt = async (change: () => Promise<Made>, undoable = true) => {
    try {
      const { changeId, text } = await change();
      if (changeId === null) tell(text);
      else show({ id: changeId, text, ...(undoable ? { onUndo: () => void undo(changeId) } : {}) });
      onDone?.();
      return true;
    } catch (error) {
      tell(t('dash_failed', { WHY: troubleWords(error) }), true);
      return false;
    }
  };
  const undo = (id: string): Promise<boolean> =>
    attempt(async () => ({ changeId: await store.undo(id, source), text: t('change_undone') }), false);
  const run = (text: string, change: () => Promise<string>) =>
    attempt(async () => ({ changeId: await change(), text }));
  return { tell, attempt, run, undo };
}
