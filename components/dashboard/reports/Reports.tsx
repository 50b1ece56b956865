import type { ComponentChildren } from 'preact';
import { t } from '../../../utils/i18n';
import type { Portfolio } from '../../../utils/value/portfolio-types';
import { Button, EmptyState, LoadingState } from '../../controls';
import { countText } from '../../format';
import { amount, dayText } from '../../ledger/words';
import { routeHash } from '../routes';
import { MAKE } from './all';
import { ReportCard, type Sheet } from './ReportCard';
import { type OpenBehind, REPORTS, type ReportId, reportName } from './report';

export interface ReportsProps {
  /** undefined: being read; null: none has been worked out yet. */
  portfolio: Portfolio | null | undefined;
  report: ReportId;
  onBehind: OpenBehind;
  onDownload: (name: string, sheet: Sheet) => void;
  /** Works the totals out anew. */
  onRefresh: () => void;
  refreshing: boolean;
  onSample: () => void;
  /** The customers behind the point that was chosen. */
  behind: ComponentChildren;
}

/** The reports: one shown, the others a click away, all from totals that are stored. */
export function Reports(props: ReportsProps) {
  const { portfolio, report, onBehind, onDownload, behind } = props;
  if (portfolio === undefined) return <LoadingState rows={6} />;
  if (portfolio === null || portfolio.customers === 0) return <NoLedger {...props} />;
  return (
    <div class="reports">
      <Totals {...props} portfolio={portfolio} />
      <nav class="report-nav" aria-label={t('dash_reports')}>
        {REPORTS.map((id) => (
          <a
            key={id}
            class="report-link"
            href={routeHash({ view: 'reports', id })}
            aria-current={id === report ? 'page' : undefined}
          >
            {reportName(id)}
          </a>
        ))}
      </nav>
      <div class={behind ? 'report-split report-split-open' : 'report-split'}>
        <ReportCard key={report} report={MAKE[report](portfolio, onBehind)} onDownload={onDownload} />
        {behind}
      </div>
    </div>
  );
}

function Totals({ portfolio, onRefresh, refreshing }: ReportsProps & { portfolio: Portfolio }) {
  const { currency, customers, entries, net, sales, next, uncounted, asOf } = portfolio;
  return (
    <>
      <dl class="facts report-totals">
        <Fact name={t('report_withLedger')} value={countText(customers)} />
        <Fact name={t('report_sales')} value={amount(sales, currency)} />
        <Fact name={t('worth_net')} value={amount(net, currency)} />
        <Fact name={t('report_next')} value={amount(next, currency)} />
      </dl>
      <p class="report-state faint">
        <span>{t('report_asOf', { DATE: dayText(asOf), ENTRIES: countText(entries) })}</span>
        <Button kind="plain" icon="repeat" disabled={refreshing} onClick={onRefresh}>
          {t(refreshing ? 'report_refreshing' : 'report_refresh')}
        </Button>
      </p>
      {uncounted.length > 0 && (
        <p class="notice" role="status">
          {t('report_uncounted', {
            WHAT: uncounted
              .map(({ currency: code, entries: count }) => `${code} (${countText(count)})`)
              .join(t('comma')),
          })}{' '}
          <a href={routeHash({ view: 'settings', id: null })}>{t('report_addRates')}</a>
        </p>
      )}
    </>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function NoLedger({ onRefresh, refreshing, onSample }: ReportsProps) {
  return (
    <EmptyState
      icon="list"
      title={t('report_empty')}
      actions={
        <>
          <Button kind="primary" onClick={onSample}>
            {t('settings_sampleLoad')}
          </Button>
          <Button disabled={refreshing} onClick={onRefresh}>
            {t(refreshing ? 'report_refreshing' : 'report_refresh')}
          </Button>
        </>
      }
    >
      {t('report_emptyHint')}
    </EmptyState>
  );
}
