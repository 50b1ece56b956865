import { t } from '../../../utils/i18n';
import { Button } from '../../controls';
import { countText } from '../../format';
import type { ImportView } from './view';

/** How far an import is. It goes on while one looks at other views, and after a closed tab from where it stopped. */
export function Running({
  view,
  onStop,
}: {
  view: Extract<ImportView, { step: 'running' }>;
  onStop: (id: string) => void;
}) {
  const { progress, row, stopping } = view;
  const percent = Math.floor((progress?.share ?? 0) * 100);
  const phase = progress?.phase ?? 'reading';
  return (
    <div class="sheet import-running">
      <h2 class="sheet-title" dir="auto">
        {view.fileName}
      </h2>
      <p role="status">
        {stopping ? t('import_stopping') : t(`import_phase_${phase}`)} {!stopping && `${percent} %`}
      </p>
      <progress
        class="import-bar"
        max={100}
        value={stopping ? undefined : percent}
        aria-label={view.fileName}
      />
      {progress && (
        <p class="faint">
          {t('import_recentCounts', {
            ACCEPTED: countText(progress.counts.accepted),
            REJECTED: countText(progress.counts.rejected),
          })}
        </p>
      )}
      <p class="sheet-lead">{t('import_runningHint')}</p>
      <div class="sheet-actions">
        <Button icon="undo" disabled={stopping || !row} onClick={() => row && onStop(row.id)}>
          {t('import_stop')}
        </Button>
      </div>
    </div>
  );
}
