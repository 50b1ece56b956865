import { localeTag, t } from '../../../utils/i18n';
import { formatMoney } from '../../../utils/money';
import { type Failure, type Figure, SHARE_CLASSES } from '../../../utils/retention/failure';
import type { ReasonEdit } from '../../../utils/retention/model';
import type { NeedContrast } from '../../../utils/retention/needs';
import type { StageStep } from '../../../utils/retention/stages';
import { countText } from '../../format';
import { percentText, reasonText } from '../../retention/words';
import { needName, stageName, tierName } from '../../terms';
import { Bar, Count, type ShowIds, Table } from './Table';

export interface FailureReportProps {
  failure: Failure;
  steps: readonly StageStep[];
  needs: readonly NeedContrast[];
  edits: readonly ReasonEdit[];
  /** ISO 4217 of the values. */
  currency: string;
  onIds: ShowIds;
}

/** 失误分析: what changed, who left, why, what it cost, what came back. Every number leads to its customers. */
export function FailureReport(props: FailureReportProps) {
  return (
    <>
      <Sums {...props} />
      <Shares {...props} />
      <Rates {...props} />
      <ReasonsTable {...props} />
      <Survival {...props} />
      <Steps {...props} />
      <NeedsTable {...props} />
    </>
  );
}

const share = (part: Figure, whole: Figure): number => part.value / Math.max(1, whole.value);

function Sums({ failure, currency, onIds }: FailureReportProps) {
  const money = (figure: Figure) =>
    formatMoney({ minor: figure.value, currency }, localeTag(), { compact: true });
  const part = (figure: Figure, whole: Figure) =>
    `${countText(figure.value)} (${percentText(share(figure, whole))})`;
  const rows: Array<{ label: string; text: string; ids: string[] }> = [
    { label: t('failure_lost'), text: countText(failure.lost.value), ids: failure.lost.ids },
    { label: t('failure_wonBack'), text: part(failure.wonBack, failure.lost), ids: failure.wonBack.ids },
    {
      label: t('failure_controllable'),
      text: money(failure.controllableLost),
      ids: failure.controllableLost.ids,
    },
    {
      label: t('failure_uncontrollable'),
      text: money(failure.uncontrollableLost),
      ids: failure.uncontrollableLost.ids,
    },
    { label: t('failure_unexplained'), text: money(failure.unexplained), ids: failure.unexplained.ids },
    { label: t('failure_rising'), text: part(failure.rising, failure.observed), ids: failure.rising.ids },
    { label: t('failure_falling'), text: part(failure.falling, failure.observed), ids: failure.falling.ids },
  ];
  return (
    <Table
      title={t('failure_sums')}
      file="failure-analysis"
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { head: t('failure_figure'), cell: ({ label }) => label },
        {
          head: t('failure_value'),
          numeric: true,
          text: ({ text }) => text,
          cell: (row) => <Count text={row.text} ids={row.ids} label={row.label} onIds={onIds} />,
        },
      ]}
    />
  );
}

function Shares({ failure, onIds }: FailureReportProps) {
  const [a, b, c, d] = SHARE_CLASSES.map((bound) => percentText(bound));
  const labels = [`≤ ${a}`, `${a} … ${b}`, `${b} … +${c}`, `+${c} … +${d}`, `> +${d}`];
  const rows = failure.shareChanges.map((figure, i) => ({ label: labels[i] ?? '', figure }));
  return (
    <Table
      title={t('failure_shares')}
      file="share-changes"
      empty={t('failure_sharesNone')}
      rows={failure.observed.value > 0 ? rows : []}
      rowKey={({ label }) => label}
      columns={[
        { head: t('failure_change'), cell: ({ label }) => label },
        {
          head: t('dash_customers'),
          numeric: true,
          text: ({ figure }) => figure.value,
          cell: ({ label, figure }) => (
            <>
              <Bar share={share(figure, failure.observed)} />
              <Count text={countText(figure.value)} ids={figure.ids} label={label} onIds={onIds} />
            </>
          ),
        },
      ]}
    />
  );
}

function Rates({ failure, onIds }: FailureReportProps) {
  const tierText = (tier: Failure['rates'][number]['tier']) => (tier ? tierName(tier) : t('tierNone'));
  return (
    <Table
      title={t('failure_rates')}
      file="defection-rates"
      rows={failure.rates}
      rowKey={({ tier }) => tier ?? ''}
      columns={[
        { head: t('field_tier'), cell: ({ tier }) => tierText(tier) },
        ...failure.periods.map((year, i) => ({
          head: String(year),
          numeric: true,
          text: ({ periods }: Failure['rates'][number]) => percentText(periods[i]?.value ?? 0),
          cell: ({ tier, periods }: Failure['rates'][number]) => {
            const figure = periods[i];
            if (!figure || figure.of === 0) return '–';
            const text = `${percentText(figure.value)} (${figure.ids.length}/${figure.of})`;
            return <Count text={text} ids={figure.ids} label={`${tierText(tier)} ${year}`} onIds={onIds} />;
          },
        })),
      ]}
    />
  );
}

function ReasonsTable({ failure, edits, currency, onIds }: FailureReportProps) {
  const name = (code: string) => reasonText(edits, code);
  const money = (minor: number) => formatMoney({ minor, currency }, localeTag(), { compact: true });
  type Row = Failure['reasons'][number];
  return (
    <Table
      title={t('failure_reasons')}
      file="defection-reasons"
      rows={failure.reasons}
      rowKey={({ reason }) => reason}
      columns={[
        { head: t('retention_reason'), cell: ({ reason }) => name(reason) },
        {
          head: t('failure_ours'),
          cell: ({ controllable }) => t(controllable ? 'failure_yes' : 'failure_no'),
        },
        ...failure.periods.map((year, i) => ({
          head: String(year),
          numeric: true,
          text: ({ periods }: Row) => periods[i]?.value ?? 0,
          cell: ({ reason, periods }: Row) => (
            <Count
              text={countText(periods[i]?.value ?? 0)}
              ids={periods[i]?.ids ?? []}
              label={`${name(reason)} ${year}`}
              onIds={onIds}
            />
          ),
        })),
        {
          head: t('failure_all'),
          numeric: true,
          text: ({ all }: Row) => all.value,
          cell: ({ reason, all }: Row) => (
            <Count text={countText(all.value)} ids={all.ids} label={name(reason)} onIds={onIds} />
          ),
        },
        {
          head: t('failure_valueLost'),
          numeric: true,
          text: ({ valueLost }: Row) => money(valueLost.value),
          cell: ({ reason, valueLost }: Row) => (
            <Count
              text={money(valueLost.value)}
              ids={valueLost.value > 0 ? valueLost.ids : []}
              label={`${name(reason)}, ${t('failure_valueLost')}`}
              onIds={onIds}
            />
          ),
        },
        { head: t('failure_trend'), cell: ({ trend }: Row) => t(`trend_${trend}`) },
      ]}
    />
  );
}

function Survival({ failure, onIds }: FailureReportProps) {
  type Row = Failure['survival'][number];
  return (
    <Table
      title={t('failure_survival')}
      file="survival"
      rows={failure.survival}
      rowKey={({ cohort }) => String(cohort)}
      columns={[
        { head: t('failure_cohort'), cell: ({ cohort }) => String(cohort) },
        {
          head: t('dash_customers'),
          numeric: true,
          text: ({ size }: Row) => size,
          cell: ({ cohort, size, ids }: Row) => (
            <Count text={countText(size)} ids={ids} label={String(cohort)} onIds={onIds} />
          ),
        },
        ...[0, 1, 2, 3, 4].map((i) => ({
          head: t('failure_years', { N: i + 1 }),
          numeric: true,
          text: ({ alive }: Row) => survived(alive[i]),
          cell: ({ cohort, alive }: Row) => (
            <Count
              text={survived(alive[i])}
              ids={alive[i]?.ids ?? []}
              label={`${cohort}, ${t('failure_years', { N: i + 1 })}`}
              onIds={onIds}
            />
          ),
        })),
      ]}
    />
  );
}

const survived = (part: Figure | null | undefined): string => (part ? percentText(part.value) : '–');

function Steps({ steps, onIds }: FailureReportProps) {
  const name = ({ from, to }: StageStep) => `${stageName(from)} → ${stageName(to)}`;
  return (
    <Table
      title={t('failure_steps')}
      file="stages"
      rows={steps}
      rowKey={({ from, to }) => `${from}>${to}`}
      columns={[
        { head: t('failure_step'), cell: name },
        {
          head: t('dash_customers'),
          numeric: true,
          text: ({ ids }) => ids.length,
          cell: (step) => (
            <Count text={countText(step.ids.length)} ids={step.ids} label={name(step)} onIds={onIds} />
          ),
        },
        {
          head: t('failure_stepShare'),
          numeric: true,
          cell: ({ ids, of }) => percentText(ids.length / Math.max(1, of)),
        },
        { head: t('failure_days'), numeric: true, cell: ({ days }) => countText(days) },
      ]}
    />
  );
}

function NeedsTable({ needs, onIds }: FailureReportProps) {
  const part = (some: readonly string[], all: number) =>
    `${percentText(some.length / Math.max(1, all))} (${some.length}/${all})`;
  const group = (head: string, of: (row: NeedContrast) => [string[], number]) => ({
    ...{ head, numeric: true },
    text: (row: NeedContrast) => part(...of(row)),
    cell: (row: NeedContrast) => (
      <Count
        text={part(...of(row))}
        ids={of(row)[0]}
        label={`${needName(row.kind)}, ${head}`}
        onIds={onIds}
      />
    ),
  });
  return (
    <Table
      title={t('failure_needs')}
      file="needs"
      rows={needs}
      rowKey={({ kind }) => kind}
      columns={[
        { head: t('needKind'), cell: ({ kind }) => needName(kind) },
        group(t('failure_ofLost'), ({ lost, lostAll }) => [lost, lostAll]),
        group(t('failure_ofKept'), ({ kept, keptAll }) => [kept, keptAll]),
        { head: t('failure_sure'), cell: ({ sure }) => t(sure ? 'failure_yes' : 'failure_no') },
      ]}
    />
  );
}
