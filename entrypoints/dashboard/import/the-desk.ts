import { useEffect, useState } from 'preact/hooks';
import { sendMessage } from '../../../utils/browser/messages';
import { t } from '../../../utils/i18n';
import { IMPORT_LOCK } from '../../../utils/import/lock';
import { mayGoOn } from '../../../utils/import/run';
import { unfinishedImport } from '../../../utils/import/unfinished';
import type { Store } from '../../../utils/store';
import { useLive } from '../../../utils/ui/live';
import { ImportDesk } from './desk';

/** One desk a page: an import goes on while other views are open. */
export const theDesk = new ImportDesk(
  () => void sendMessage('valueChanged', undefined).catch(() => undefined),
);
const KEEP_OPEN_MS = 30_000;
const RECENT = 20;

export function useDesk() {
  const [view, setView] = useState(theDesk.view);
  useEffect(() => {
    setView(theDesk.view);
    return theDesk.watch(() => setView(theDesk.view));
  }, []);
  return view;
}

/** Said above the other views while an import is not done: it goes on only in a page that is open. */
export function useImportNotice(store: Store): string | null {
  const view = useDesk();
  const recent = useLive(store, () => store.imports(RECENT), []).value ?? [];
  if (view.step !== 'running')
    return recent.some(({ state }) => state === 'running') ? t('import_unfinishedNotice') : null;
  return view.byItself ? t('import_goesOnNotice', { FILE: view.fileName }) : null;
}

/** An import that runs is use of Margin: it is not locked under it. */
export function useImportKeepsOpen(): void {
  const running = useDesk().step === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(
      () => void sendMessage('lockSeen', undefined).catch(() => undefined),
      KEEP_OPEN_MS,
    );
    return () => clearInterval(timer);
  }, [running]);
}

/** An import that was broken off, by a closed tab or a killed browser, goes on as soon as a page that can do it is open. */
export function useImportGoesOn(store: Store): void {
  useEffect(() => {
    const left = new AbortController();
    if (!store.readOnly) goOn(store, left.signal).catch(() => undefined); // it stands in the list, with its button
    return () => left.abort();
  }, [store]);
}

/** Another page may be at it: then once that page is closed. */
async function goOn(store: Store, signal: AbortSignal): Promise<void> {
  await navigator.locks.request(IMPORT_LOCK, { signal }, () => undefined);
  const row = await unfinishedImport(store);
  if (!row || signal.aborted || !(await mayGoOn(store, row))) return;
  theDesk.goOn(row.id, row.fileName);
}
