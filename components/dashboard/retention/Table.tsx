import type { ComponentChildren } from 'preact';
import { t } from '../../../utils/i18n';
import { Button, EmptyState } from '../../controls';

export interface Column<R> {
  head: string;
  /** What is drawn. */
  cell: (row: R) => ComponentChildren;
  /** What the CSV says; the cell itself where it is text. */
  text?: (row: R) => string | number;
  numeric?: boolean;
}

export interface TableProps<R> {
  title: string;
  rows: readonly R[];
  columns: ReadonlyArray<Column<R>>;
  rowKey: (row: R) => string;
  /** File name of the CSV, without its ending. */
  file: string;
  empty?: string;
  /** Its cells are sentences: on a narrow screen they stand below each other, each under its head. */
  prose?: boolean;
}

/** A report's figures: a caption, a table, and the same as CSV. */
export function Table<R>({ title, rows, columns, rowKey, file, empty, prose }: TableProps<R>) {
  return (
    <section class="box" aria-label={title}>
      <header class="box-head">
        <h2>{title}</h2>
        {rows.length > 0 && (
          <Button kind="plain" icon="download" onClick={() => download(file, csvOf(rows, columns))}>
            {t('retention_csv')}
            <span class="unseen"> {title}</span>
          </Button>
        )}
      </header>
      {rows.length === 0 ? (
        <EmptyState icon="list" title={empty ?? t('retention_nothing')} />
      ) : (
        <div class="table-scroll">
          <table class={prose ? 'table table-prose' : 'table'}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.head} scope="col" class={column.numeric ? 'numeric' : undefined}>
                    {column.head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map((column) => (
                    <td
                      key={column.head}
                      class={column.numeric ? 'numeric' : undefined}
                      data-head={prose ? column.head : undefined}
                    >
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** RFC 4180, with a mark so that spreadsheets read it as UTF-8. A cell that a spreadsheet would run as a formula is quoted as text. */
export function csvOf<R>(rows: readonly R[], columns: ReadonlyArray<Column<R>>): string {
  const cell = (value: unknown) => {
    const plain = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    columns.map(({ head }) => cell(head)),
    ...rows.map((row) => columns.map((column) => cell(column.text ? column.text(row) : column.cell(row)))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${name}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/** A number that leads to its customers. */
export function Count({
  text,
  ids,
  label,
  onIds,
}: {
  text: string;
  ids: readonly string[];
  label: string;
  onIds: ShowIds;
}) {
  if (ids.length === 0) return <span class="faint">{text}</span>;
  return (
    <button type="button" class="link" onClick={() => onIds(label, ids)}>
      {text}
      <span class="unseen"> {label}</span>
    </button>
  );
}

export type ShowIds = (title: string, ids: readonly string[]) => void;

/** A share as a bar beside its figure; decoration, the figure says it. */
export function Bar({ share }: { share: number }) {
  return (
    <span class="bar" aria-hidden="true">
      <span style={{ width: `${Math.round(100 * Math.min(1, Math.max(0, share)))}%` }} />
    </span>
  );
}
