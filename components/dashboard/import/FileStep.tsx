import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import type { ImportRow } from '../../../utils/store/import-types';
import type { ImportKind } from '../../../utils/transfer/headers';
import { Button, FileButton, Icon } from '../../controls';
import { countText, dateTimeText } from '../../format';
import type { ImportView } from './view';
import { problemName } from './words';

export interface FileProps {
  view: Extract<ImportView, { step: 'file' }>;
  /** Newest first; the one that was broken off is among them. */
  recent: readonly ImportRow[];
  now: number;
  onFile: (file: File) => void;
  onResume: (row: ImportRow) => void;
  onTakeBack: (row: ImportRow) => void;
  onShow: (row: ImportRow) => void;
  onExample: (kind: ImportKind) => void;
}

/** Which file: dropped or chosen; an import that was broken off comes first. */
export function FileStep(props: FileProps) {
  const { view, recent, onExample } = props;
  const unfinished = recent.filter(({ state }) => state === 'running');
  const ended = recent.filter(({ state }) => state !== 'running');
  return (
    <div class="sheet">
      {unfinished.map((row) => (
        <Unfinished key={row.id} row={row} {...props} />
      ))}
      {view.problem && (
        <p class="notice import-problem" role="alert">
          <Icon name="alert" />
          {problemName(view.problem)}
        </p>
      )}
      <Drop {...props} />
      <p class="sheet-lead">{t('import_hint')}</p>
      <div class="sheet-actions">
        <Button icon="download" kind="plain" onClick={() => onExample('transactions')}>
          {t('import_exampleTransactions')}
        </Button>
        <Button icon="download" kind="plain" onClick={() => onExample('customers')}>
          {t('import_exampleCustomers')}
        </Button>
      </div>
      {ended.length > 0 && <Recent {...props} recent={ended} />}
    </div>
  );
}

function Unfinished({ row, now, onResume, onTakeBack }: FileProps & { row: ImportRow }) {
  return (
    <section class="import-unfinished" aria-label={t('import_unfinished')}>
      <h2 class="sheet-title">{t('import_unfinished')}</h2>
      <p>
        <span dir="auto">{row.fileName}</span>, {dateTimeText(row.startedAt, now)}.{' '}
        {t('import_unfinishedText')}
      </p>
      <div class="sheet-actions">
        <Button kind="primary" onClick={() => onResume(row)}>
          {t('import_resume')}
        </Button>
        <Button icon="undo" onClick={() => onTakeBack(row)}>
          {t('import_takeBack')}
        </Button>
      </div>
    </section>
  );
}

function Drop({ view, onFile }: FileProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button within is the first
    <div
      class={over ? 'import-drop import-over' : 'import-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file) onFile(file);
      }}
    >
      <Icon name="upload" />
      <p class="import-drop-text">{view.opening ? t('import_opening') : t('import_drop')}</p>
      <FileButton
        kind="primary"
        text={t('import_choose')}
        accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/plain"
        disabled={view.opening}
        onFile={onFile}
      />
    </div>
  );
}

function Recent({ recent, now, onShow }: FileProps) {
  return (
    <section aria-label={t('import_recent')}>
      <h2 class="sheet-title import-recent-title">{t('import_recent')}</h2>
      <ul class="site-list">
        {recent.map((row) => (
          <li key={row.id} class="site-line">
            <span class="import-recent">
              <span class="site-name" dir="auto">
                {row.fileName}
              </span>
              <span class="faint">
                {dateTimeText(row.startedAt, now)} ·{' '}
                {row.state === 'cancelled'
                  ? t('import_cancelled')
                  : t('import_recentCounts', {
                      ACCEPTED: countText(row.counts.accepted),
                      REJECTED: countText(row.counts.rejected),
                    })}
              </span>
            </span>
            {row.state === 'done' && (
              <Button kind="plain" onClick={() => onShow(row)}>
                {t('import_show')}
                <span class="unseen"> {row.fileName}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
