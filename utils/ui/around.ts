import { changeName } from '../../components/terms';
import type { PageRef } from '../customer/model';
import type { Change, ChangeWhat, Store } from '../store';
import type { Host } from './host';
import type { Answers, Inputs } from './state';
import { troubleWords } from './trouble';

/** What every callback of the sidebar works with. */
export interface Around {
  store: Store;
  host: Host;
  given: Inputs;
  said: Answers;
}

export const sourceOf = ({ match }: Inputs): Change['source'] => ({
  kind: 'sidebar',
  url: match.value?.url ?? '',
});

/** The page that a note is about; none where its customer was opened from what is due. */
export function pageRef({ match, place }: Inputs): PageRef | null {
  if (place.value.at !== 'page') return null;
  const page = match.value;
  return page ? { url: page.url.slice(0, 2_000), title: page.title.slice(0, 500) } : null;
}

export function failed({ given }: Around, text: string): void {
  given.toast.value = { id: crypto.randomUUID(), text, bad: true, what: null };
}

/** Waits for a change, tells it in the toast, and has alarms armed again. False: it failed, and the toast says why. */
export async function settle(
  around: Around,
  what: ChangeWhat,
  change: Promise<string>,
  { redo = true, onUndone }: { redo?: boolean; onUndone?: () => void } = {},
): Promise<boolean> {
  const { given, host, store } = around;
  try {
    const id = await change;
    const undo = async () => {
      const done = await settle(around, 'undone', store.undo(id, sourceOf(given)), { redo: false });
      if (done) onUndone?.();
    };
    const onUndo = () => void undo();
    given.toast.value = { id, text: changeName(what), what, ...(redo && { onUndo }) };
    host.remindersChanged(); // most changes move a due date: tier and cadence as well as reminders
    return true;
  } catch (error) {
    console.warn('change not written:', error instanceof Error ? error.name : 'unknown');
    failed(around, troubleWords(error));
    return false;
  }
}
