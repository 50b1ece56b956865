import { t } from '../../../utils/i18n';
import { BarChart } from '../../charts/BarChart';
import { LineChart } from '../../charts/LineChart';
import type { Series } from '../../charts/types';
import { Button } from '../../controls';
import { type Cell, type Report, reportName, type Table } from './report';

/** A table as a file has it: a line of heads, then the lines. */
export type Sheet = ReadonlyArray<ReadonlyArray<string | number>>;

export interface ReportCardProps {
  report: Report;
  /** Keeps the table as a CSV file of this name. */
  onDownload: (name: string, sheet: Sheet) => void;
}

/** One report: what it says, its drawing, and the same as a table and a file. */
export function ReportCard({ report, onDownload }: ReportCardProps) {
  const { id, lead, chart, tick, table } = report;
  const name = reportName(id);
  return (
    <section class="box report" aria-labelledby="report-title">
      <header class="box-head">
        <h2 id="report-title" class="sheet-title">
          {name}
        </h2>
        {table.rows.length > 0 && (
          <Button icon="download" onClick={() => onDownload(`margin-${id}.csv`, sheetOf(table))}>
            {t('report_csv')}
          </Button>
        )}
      </header>
      {lead.map((sentence) => (
        <p key={sentence} class="report-lead">
          {sentence}
        </p>
      ))}
      {chart && (
        <figure class="report-figure">
          {chart.series.length > 1 && <Legend series={chart.series} />}
          {chart.kind === 'bars' ? (
            <BarChart {...chart} label={name} tick={tick} />
          ) : (
            <LineChart {...chart} label={name} tick={tick} />
          )}
          <figcaption class="faint">{t('report_hint')}</figcaption>
        </figure>
      )}
      {table.rows.length > 0 && <FigureTable name={name} table={table} />}
    </section>
  );
}

/** The table with plain numbers, for other programs. */
export const sheetOf = ({ columns, rows }: Table): Sheet => [
  columns,
  ...rows.map(({ cells }) => cells.map(({ raw }) => raw)),
];

const Legend = ({ series }: { series: readonly Series[] }) => (
  <p class="legend" aria-hidden="true">
    {series.map(({ id, name, tone }) => (
      <span key={id} class={`legend-one tone-${tone}`}>
        {name}
      </span>
    ))}
  </p>
);

function FigureTable({ name, table: { columns, rows } }: { name: string; table: Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys too
    <section class="report-table" aria-label={t('report_table', { NAME: name })} tabIndex={0}>
      <table class="figures">
        <caption class="unseen">{name}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [head, ...cells] }) => (
            <tr key={id}>
              <th scope="row">{head && <CellText cell={head} />}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]} class={heatOf(cell)}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const heatOf = ({ heat }: Cell): string | undefined =>
  heat === undefined ? undefined : `heat-${Math.min(4, Math.floor(heat * 5))}`;

function CellText({ cell: { text, onOpen } }: { cell: Cell }) {
  if (!onOpen) return text;
  return (
    <button type="button" class="cell-open" onClick={onOpen}>
      {text}
    </button>
  );
}
