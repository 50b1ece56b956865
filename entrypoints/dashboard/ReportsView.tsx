import { useEffect, useState } from 'preact/hooks';
import { Behind } from '../../components/dashboard/reports/Behind';
import type { Sheet } from '../../components/dashboard/reports/ReportCard';
import { Reports } from '../../components/dashboard/reports/Reports';
import { REPORTS } from '../../components/dashboard/reports/report';
import { t } from '../../utils/i18n';
import { csvText } from '../../utils/transfer/csv-write';
import { useLive } from '../../utils/ui/live';
import { saveFile } from '../../utils/ui/save-file';
import type { InsightFilter } from '../../utils/value/portfolio-types';
import { addSample } from './sample';
import { useRefresh } from './use-refresh';
import { goTo } from './use-route';
import type { ViewProps } from './views';
import '../../components/charts/charts.css';
import '../../components/dashboard/reports/reports.css';

const PAGE = 50;

/** The reports, from the stored totals; a point leads to the customers behind it. */
export function ReportsView(props: ViewProps & { reportId: string | null }) {
  const { store, changes, reportId } = props;
  const report = REPORTS.find((id) => id === reportId) ?? 'whale';
  const answer = useLive(store, async () => ({ portfolio: await store.portfolio() }), []);
  const [chosen, setChosen] = useState<{ filter: InsightFilter; name: string } | null>(null);
  const { refresh, refreshing } = useRefresh(props);
  useEffect(() => setChosen(null), [report]);
  return (
    <Reports
      portfolio={answer.value?.portfolio}
      report={report}
      refreshing={refreshing}
      onRefresh={() => refresh(false)}
      onSample={() => void addSample(store, changes).then(() => refresh(false))}
      onBehind={(filter, name) => setChosen({ filter, name })}
      onDownload={(name, sheet: Sheet) => {
        const [head = [], ...rows] = sheet.map((line) => line.map(String));
        saveFile(name, csvText(head, rows), 'text/csv;charset=utf-8');
        changes.tell(t('report_saved', { NAME: name }));
      }}
      behind={
        chosen && (
          <BehindView
            key={JSON.stringify(chosen.filter)}
            {...props}
            {...chosen}
            onClose={() => setChosen(null)}
          />
        )
      }
    />
  );
}

type BehindViewProps = ViewProps & { filter: InsightFilter; name: string; onClose: () => void };

/** The customers of one point, a page at a time, read live. */
function BehindView({ store, filter, name, onClose }: BehindViewProps) {
  const [limit, setLimit] = useState(PAGE);
  const { value } = useLive(store, () => store.insights({ ...filter, limit }), [
    JSON.stringify(filter),
    limit,
  ]);
  return (
    <Behind
      name={name}
      rows={value?.rows ?? null}
      more={value !== null && value.next !== null}
      onMore={() => setLimit(limit + PAGE)}
      onOpen={(id) => goTo({ view: 'customers', id })}
      onClose={onClose}
    />
  );
}
