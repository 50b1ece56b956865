import { useMemo, useState } from 'preact/hooks';
import { addSample, dropSample } from './sample';
import type { ViewProps } from './views';

/** The sample data: how much of it there is, and the two things to do with it. */
export function useSample({ store, changes, list }: Pick<ViewProps, 'store' | 'changes' | 'list'>) {
  const [busy, setBusy] = useState(false);
  const samples = useMemo(() => [...list.rows.values()].filter(({ sample }) => sample).length, [list.rows]);
  const during = (work: Promise<void>) => {
    setBusy(true);
    void work.finally(() => setBusy(false));
  };
  return {
    samples,
    busy,
    onLoadSample: () => during(addSample(store, changes)),
    onRemoveSample: () => during(dropSample(store, changes)),
  };
}
