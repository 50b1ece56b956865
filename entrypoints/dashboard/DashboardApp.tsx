import { useCallback, useMemo } from 'preact/hooks';
import { Toast } from '../../components/controls';
import { Dashboard } from '../../components/dashboard/Dashboard';
import { OwnSites } from '../../components/dashboard/sites/OwnSites';
import { Sites } from '../../components/dashboard/sites/Sites';
import { Welcome } from '../../components/dashboard/Welcome';
import { later } from '../../components/later';
import { sendMessage } from '../../utils/browser/messages';
import type { Settings } from '../../utils/browser/settings';
import { t } from '../../utils/i18n';
import type { Store } from '../../utils/store';
import { useChanges } from '../../utils/ui/changes';
import { useLive } from '../../utils/ui/live';
import { useNow } from '../../utils/ui/page';
import { troubleWords } from '../../utils/ui/trouble';
import { ComplaintsView } from './ComplaintsView';
import { CustomersView } from './CustomersView';
import { DueView } from './DueView';
import { DuplicatesView } from './DuplicatesView';
import { LostPart } from './data/LostPart';
import { useDueBackup } from './data/use-backups';
import { HistoryView } from './HistoryView';
import { ImportView } from './ImportView';
import { useImportGoesOn, useImportKeepsOpen, useImportNotice } from './import/the-desk';
import { useHealth, useOwnSites } from './own-sites';
import { RetentionView } from './RetentionView';
import { SettingsView } from './SettingsView';
import { useSites } from './sites';
import { useDuplicateSearch, useFollowing } from './use-duplicate-search';
import { goTo, useRoute } from './use-route';
import { useRows } from './use-rows';
import { useSample } from './use-sample';
import type { ViewProps } from './views';

const ReportsView = later(() => import('./ReportsView').then((all) => all.ReportsView), 6);
const WhatIfView = later(() => import('./WhatIfView').then((all) => all.WhatIfView), 6);

/** What the background works out follows: when something is due, and what customers are worth (an import may have been undone). */
const changed = () => {
  for (const what of ['remindersChanged', 'valueChanged'] as const)
    void sendMessage(what, undefined).catch(() => undefined);
};

/** Views that show all customers, or count them. */
const OF_ALL: ReadonlySet<string> = new Set(['customers', 'settings', 'welcome']);

/** Binds the views of the full tab to the store and the browser. */
export function DashboardApp({ store, settings }: { store: Store; settings: Settings }) {
  const route = useRoute();
  const source = useMemo(() => ({ kind: 'dashboard', url: '' }) as const, []);
  const changes = useChanges(store, source, changed);
  const { tell } = changes;
  const failed = useCallback((error: unknown) => tell(troubleWords(error), true), [tell]);
  const now = useNow();
  const list = useRows(store, failed, OF_ALL.has(route.view));
  const { cadenceDays } = settings;
  const due = useLive(store, () => store.dueCount(now, cadenceDays), [now, cadenceDays]);
  const duplicates = useLive(store, () => store.duplicateCount(now), [now]);
  const searching = useDuplicateSearch(store, changes);
  useFollowing(store);
  const unfinished = useImportNotice(store);
  useDueBackup({ store, changes });
  useImportKeepsOpen();
  useImportGoesOn(store);
  const view: ViewProps = { store, settings, source, changes, now, list };
  return (
    <>
      <Dashboard
        view={route.view}
        dueCount={due.value ?? 0}
        duplicateCount={duplicates.value ?? 0}
        notice={store.readOnly ? t('dash_readOnly') : route.view === 'import' ? null : unfinished}
      >
        <LostPart {...view} />
        {route.view === 'customers' && <CustomersView {...view} openId={route.id} />}
        {route.view === 'due' && <DueView {...view} />}
        {route.view === 'complaints' && <ComplaintsView {...view} />}
        {route.view === 'retention' && <RetentionView {...view} partId={route.id} />}
        {route.view === 'duplicates' && <DuplicatesView {...view} searching={searching} />}
        {route.view === 'reports' && <ReportsView {...view} reportId={route.id} />}
        {route.view === 'whatif' && <WhatIfView {...view} />}
        {route.view === 'import' && <ImportView {...view} />}
        {route.view === 'history' && <HistoryView {...view} />}
        {route.view === 'sites' && <SitesView {...view} />}
        {route.view === 'settings' && <SettingsView {...view} />}
        {route.view === 'welcome' && <WelcomeView {...view} />}
      </Dashboard>
      <Toast toast={changes.toast} onClose={changes.close} />
    </>
  );
}

function SitesView({ changes, now }: ViewProps) {
  const health = useHealth();
  const own = useOwnSites(changes);
  return (
    <Sites {...useSites(changes)} health={health} now={now}>
      <OwnSites {...own} health={health} now={now} />
    </Sites>
  );
}

function WelcomeView(view: ViewProps) {
  const { patternOf: _, ...sites } = useSites(view.changes);
  const sample = useSample(view);
  return <Welcome {...sites} {...sample} onReady={() => goTo({ view: 'customers', id: null })} />;
}
