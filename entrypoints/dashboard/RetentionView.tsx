import { useEffect, useState } from 'preact/hooks';
import { LoadingState } from '../../components/controls';
import { Guards } from '../../components/dashboard/retention/Guards';
import { Plans } from '../../components/dashboard/retention/Plans';
import { partOf, Retention } from '../../components/dashboard/retention/Retention';
import { Risks } from '../../components/dashboard/retention/Risks';
import { Taxonomy } from '../../components/dashboard/retention/Taxonomy';
import { changeName } from '../../components/terms';
import { dayIn } from '../../utils/retention/facts';
import { taxonomy } from '../../utils/retention/taxonomy';
import type { ChangeWhat } from '../../utils/store';
import * as act from '../../utils/store/retention-actions';
import { useLive } from '../../utils/ui/live';
import { zoneHere } from '../../utils/ui/page';
import { FailureView } from './FailureView';
import { RoundsView } from './RoundsView';
import { goTo } from './use-route';
import type { ViewProps } from './views';

const SHOWN = 200;
const open = (id: string) => goTo({ view: 'customers', id });

/** Staying and leaving: risks, plans, guard, rounds of asking, analysis, reasons. */
export function RetentionView({ partId, ...view }: ViewProps & { partId: string | null }) {
  const part = partOf(partId);
  return (
    <Retention part={part}>
      {part === 'risks' && <RisksPart {...view} />}
      {part === 'plans' && <PlansPart {...view} />}
      {part === 'guard' && <GuardPart {...view} />}
      {part === 'surveys' && <RoundsView key="survey" kind="survey" {...view} />}
      {part === 'investigation' && <RoundsView key="investigation" kind="investigation" {...view} />}
      {part === 'analysis' && <FailureView {...view} />}
      {part === 'reasons' && <ReasonsPart {...view} />}
    </Retention>
  );
}

const runner =
  ({ changes }: ViewProps) =>
  (what: ChangeWhat, change: () => Promise<string>) =>
    void changes.run(changeName(what), change);

function RisksPart({ store, settings, now, changes }: ViewProps) {
  const { value } = useLive(store, () => store.risks(SHOWN), []);
  const [busy, setBusy] = useState(false);
  const refresh = () => {
    setBusy(true);
    const at = Date.now();
    const options = { now: at, today: dayIn(zoneHere(), at), cadences: settings.cadenceDays };
    store
      .refreshRisks(options)
      .catch((error: unknown) => changes.tell(String(error), true))
      .finally(() => setBusy(false));
  };
  useEffect(() => {
    if (!store.readOnly) refresh();
  }, [store]);
  if (!value) return <LoadingState rows={6} />;
  return <Risks rows={value} now={now} busy={busy} onRefresh={refresh} onOpen={open} />;
}

function PlansPart(view: ViewProps) {
  const { store, source, now } = view;
  const run = runner(view);
  const { value } = useLive(
    store,
    async () => ({ rows: await store.allPlans(), edits: await store.reasonEdits() }),
    [],
  );
  if (!value) return <LoadingState rows={6} />;
  return (
    <Plans
      {...value}
      now={now}
      onDone={(plan, id) => run('plan-edited', () => act.doneMeasure(store, source, plan, id, Date.now()))}
      onEnd={(plan, state, outcome) =>
        run('plan-edited', () => act.endPlan(store, source, plan, { state, outcome, now: Date.now() }))
      }
      onOpen={open}
    />
  );
}

function GuardPart(view: ViewProps) {
  const { store, source, now } = view;
  const run = runner(view);
  const { value } = useLive(store, () => store.guards(SHOWN), []);
  if (!value) return <LoadingState rows={6} />;
  return (
    <Guards
      rows={value}
      now={now}
      onOpen={open}
      onCheck={(id, check) =>
        run('guard-checked', () => act.checkGuard(store, source, id, { ...check, at: Date.now() }))
      }
    />
  );
}

function ReasonsPart(view: ViewProps) {
  const { store, source } = view;
  const run = runner(view);
  const { value } = useLive(store, () => store.reasonEdits(), []);
  if (!value) return <LoadingState rows={6} />;
  const reasons = taxonomy(value);
  const below = (code: string) =>
    reasons.filter((one) => one.code === code || one.parent === code).map((one) => one.code);
  return (
    <Taxonomy
      reasons={reasons}
      onRename={(reason, name) =>
        run('reasons-edited', () => act.editReason(store, source, reason, { name }))
      }
      onMeasures={(reason, measures) =>
        run('reasons-edited', () => act.editReason(store, source, reason, { measures }))
      }
      onAdd={(draft) => run('reasons-edited', () => act.addReason(store, source, draft))}
      usesOf={(reason) => act.reasonUse(store, below(reason.code))}
      onDrop={(reason, to) =>
        run('reasons-edited', () => act.dropReason(store, source, reasons, reason.code, to))
      }
    />
  );
}
