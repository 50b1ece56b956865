import { t } from '../../../utils/i18n';
import type { ImportRow, RejectRow } from '../../../utils/store/import-types';
import { Badge, Button, Icon } from '../../controls';
import { countText, dateTimeText, sizeText } from '../../format';
import { reasonText } from './words';

export interface ResultProps {
  row: ImportRow;
  now: number;
  /** The first of the refused rows; null while they are read. */
  rejects: readonly RejectRow[] | null;
  /** The import was taken back since. */
  undone: boolean;
  onDownload: (row: ImportRow) => void;
  onUndo: (row: ImportRow) => void;
  onAgain: () => void;
  onCustomers: () => void;
}

/** What came of an import: what was made, what was refused and why; taken back whole with one click. */
export function Result(props: ResultProps) {
  const { row, undone, onUndo, onAgain, onCustomers } = props;
  const { counts } = row;
  const figures = [
    [t('import_figure_accepted'), counts.accepted],
    [t('import_figure_rejected'), counts.rejected],
    [t('import_figure_customers'), counts.customers],
    ...(counts.contacts > 0 ? [[t('import_figure_contacts'), counts.contacts] as const] : []),
    ...(counts.notes > 0 ? [[t('import_figure_notes'), counts.notes] as const] : []),
  ] as const;
  return (
    <div class="sheet">
      <div>
        <h2 class="sheet-title" dir="auto">
          {row.fileName} {undone && <Badge text={t('change_undone')} />}
        </h2>
        <p class="faint">
          {dateTimeText(row.startedAt, props.now)} · {sizeText(row.size)}
        </p>
      </div>
      <dl class="facts">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{countText(count)}</dd>
          </div>
        ))}
      </dl>
      <Notes row={row} />
      {counts.rejected > 0 && <Rejects {...props} />}
      <div class="sheet-actions">
        <Button kind="primary" onClick={onCustomers}>
          {t('import_toCustomers')}
        </Button>
        <Button onClick={onAgain}>{t('import_otherFile')}</Button>
        {!undone && (
          <Button icon="undo" onClick={() => onUndo(row)}>
            {t('import_undo')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Notes({ row: { counts } }: Pick<ResultProps, 'row'>) {
  const codes = Object.entries(counts.currencies);
  return (
    <ul class="import-notes">
      {counts.turned > 0 && <li>{t('import_turned', { COUNT: countText(counts.turned) })}</li>}
      {counts.rounded > 0 && <li>{t('import_rounded', { COUNT: countText(counts.rounded) })}</li>}
      {counts.repeated > 0 && <li>{t('import_repeatedCount', { COUNT: countText(counts.repeated) })}</li>}
      {codes.length > 1 && (
        <li>
          {t('import_foreign', {
            LIST: codes.map(([code, count]) => `${code} ${countText(count)}`).join(', '),
          })}
        </li>
      )}
    </ul>
  );
}

function Rejects({ row, rejects, onDownload }: ResultProps) {
  return (
    <section aria-label={t('import_rejects')}>
      <div class="import-file">
        <h3 class="import-part">{t('import_rejects')}</h3>
        <Button icon="download" onClick={() => onDownload(row)}>
          {t('import_download')}
        </Button>
      </div>
      <ul class="import-notes">
        {Object.entries(row.counts.reasons).map(([id, count]) => (
          <li key={id}>
            {reasonText({ id, text: '' })}: {countText(count)}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <div class="import-table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="import-line">
                {t('import_line')}
              </th>
              <th scope="col">{t('import_why')}</th>
              <th scope="col">{t('import_cells')}</th>
            </tr>
          </thead>
          <tbody>
            {(rejects ?? []).map((reject, index) => (
              <tr key={index}>
                <td class="import-line">{reject.line}</td>
                <td>
                  <span class="import-bad">
                    <Icon name="alert" />
                    {reasonText(reject.reason)}
                  </span>
                </td>
                <td class="faint import-raw" dir="auto">
                  {reject.cells.join(' · ').slice(0, 300)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rejects && rejects.length < row.counts.rejected && (
        <p class="field-hint">{t('import_first', { COUNT: countText(rejects.length) })}</p>
      )}
    </section>
  );
}
