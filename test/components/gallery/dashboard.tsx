import '../../../components/base.css';
import '../../../components/dashboard/dashboard.css';
import '../../../components/charts/charts.css';
import '../../../components/search/search.css';
import '../../../components/dashboard/record/worth.css';
import '../../../components/dashboard/reports/reports.css';
import { Dashboard } from '../../../components/dashboard/Dashboard';
import { RecordWorth } from '../../../components/dashboard/record/Worth';
import { Reports } from '../../../components/dashboard/reports/Reports';
import { REPORTS } from '../../../components/dashboard/reports/report';
import { Value } from '../../../components/dashboard/settings/Value';
import { Losing } from '../../../components/dashboard/whatif/Losing';
import { WhatIf } from '../../../components/dashboard/whatif/WhatIf';
import { VALUE_DEFAULTS } from '../../../utils/value/settings';
import { customer, idle } from '../support/fixtures';
import { insight, model, portfolio, worth } from '../support/worth';

const nothing = () => {};
const search = { query: '', found: [], onQuery: nothing };

function record() {
  const who = customer();
  return (
    <div style={{ maxWidth: '760px' }}>
      <RecordWorth
        customer={who}
        insight={insight()}
        details={worth(who)}
        today="2026-11-25"
        currency="USD"
        readOnly={false}
        actions={idle}
        search={search}
        onEdit={nothing}
      />
    </div>
  );
}

const reports = Object.fromEntries(
  REPORTS.map((report) => [
    report,
    () => (
      <Reports
        portfolio={portfolio()}
        report={report}
        onBehind={nothing}
        onDownload={nothing}
        onRefresh={nothing}
        refreshing={false}
        onSample={nothing}
        behind={null}
      />
    ),
  ]),
);

/** The views about worth of the full tab, by name: `?state=report-whale`. */
export const VIEWS: Record<string, () => preact.JSX.Element> = {
  ...Object.fromEntries(
    Object.entries(reports).map(([name, draw]) => [
      `report-${name}`,
      () => (
        <Dashboard view="reports" dueCount={0} duplicateCount={0} notice={null}>
          {draw()}
        </Dashboard>
      ),
    ]),
  ),
  whatif: () => (
    <Dashboard view="whatif" dueCount={0} duplicateCount={0} notice={null}>
      <WhatIf
        portfolio={portfolio()}
        settings={VALUE_DEFAULTS}
        complaints={14}
        losing={<Losing customer={customer()} insight={insight()} currency="USD" search={search} />}
        onKeep={nothing}
      />
    </Dashboard>
  ),
  'record-worth': () => (
    <Dashboard view="customers" dueCount={0} duplicateCount={0} notice={null}>
      {record()}
    </Dashboard>
  ),
  'settings-value': () => (
    <Dashboard view="settings" dueCount={0} duplicateCount={0} notice={null}>
      <div class="sheet">
        <section class="settings-part" aria-label="Value">
          <div class="settings-fields">
            <Value
              values={VALUE_DEFAULTS}
              onValue={nothing}
              rates={[]}
              model={model()}
              weighed={[
                { id: '1', name: 'Hengxin Machinery', scores: { profit: 88, continuity: 54, growth: 60 } },
              ]}
              today="2026-11-25"
              onAddRate={nothing}
              onRemoveRate={nothing}
              refitting={false}
              onRefit={nothing}
            />
          </div>
        </section>
      </div>
    </Dashboard>
  ),
};
