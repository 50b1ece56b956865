import { useMemo, useState } from 'preact/hooks';
import { LoadingState } from '../../components/controls';
import { Behind } from '../../components/dashboard/retention/Behind';
import { FailureReport } from '../../components/dashboard/retention/FailureReport';
import { dayIn } from '../../utils/retention/facts';
import { failureAnalysis } from '../../utils/retention/failure';
import { allReasons } from '../../utils/retention/taxonomy';
import { useLive } from '../../utils/ui/live';
import { zoneHere } from '../../utils/ui/page';
import { goTo } from './use-route';
import type { ViewProps } from './views';

/** The failure analysis over everything on file; a number that is clicked lists its customers. */
export function FailureView({ store, now }: ViewProps) {
  const today = dayIn(zoneHere(), now);
  const { value } = useLive(
    store,
    async () => ({ data: await store.failureData(today), edits: await store.reasonEdits() }),
    [today],
  );
  const [shown, setShown] = useState<{ title: string; ids: readonly string[] } | null>(null);
  const failure = useMemo(
    () => value && failureAnalysis(value.data.cases, allReasons(value.edits), new Date(now).getFullYear()),
    [value],
  );
  if (!value || !failure) return <LoadingState rows={6} />;
  const { steps, needs, currency, names } = value.data;
  return (
    <>
      {shown && (
        <Behind
          {...shown}
          names={names}
          onOpen={(id) => goTo({ view: 'customers', id })}
          onClose={() => setShown(null)}
        />
      )}
      <FailureReport
        {...{ failure, steps, needs, currency }}
        edits={value.edits}
        onIds={(title, ids) => setShown({ title, ids })}
      />
    </>
  );
}
