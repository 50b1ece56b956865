import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { readKey } from '../../utils/browser/lock-key';
import { t } from '../../utils/i18n';
import { importsRest } from '../../utils/import/lock';
import type { Store } from '../../utils/store';
import type { Changes } from '../../utils/ui/changes';

export interface DuplicateSearching {
  progress: { done: number; total: number } | null;
  search: () => void;
  stop: () => void;
}

/** The search over all customers in a worker; begun by the reader, or by itself after a large import. */
export function useDuplicateSearch(store: Store, { tell }: Pick<Changes, 'tell'>): DuplicateSearching {
  const worker = useRef<Worker | null>(null);
  const [progress, setProgress] = useState<DuplicateSearching['progress']>(null);
  const search = useCallback(() => {
    if (worker.current) return;
    const made = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    setProgress({ done: 0, total: 1 });
    const end = () => {
      made.terminate();
      worker.current = null;
      setProgress(null);
    };
    made.onmessage = ({
      data,
    }: MessageEvent<{ progress?: DuplicateSearching['progress']; found?: number | null }>) => {
      if (data.progress) return setProgress(data.progress);
      end();
      if (typeof data.found === 'number') tell(t('dupes_checked', { COUNT: data.found }));
    };
    made.onerror = end;
    void readKey().then((key) => made.postMessage(key));
  }, [tell]);
  const stop = useCallback(() => worker.current?.postMessage('stop'), []);
  useEffect(
    () =>
      store.live(
        () => store.wholeSearchDue(),
        (due) => due && void importsRest().then(search),
        () => undefined,
      ),
    [store, search],
  );
  useEffect(() => () => worker.current?.terminate(), []);
  return { progress, search, stop };
}

/** What is written is compared with the rest, as long as this page is open; elsewhere the background does it. */
export function useFollowing(store: Store): void {
  useEffect(() => {
    if (store.readOnly) return undefined;
    const follow = () => void store.followDuplicates().catch(() => undefined);
    return store.live(
      () => store.lastWritten(),
      follow,
      () => undefined,
    );
  }, [store]);
}
