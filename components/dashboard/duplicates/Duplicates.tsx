import type { ComponentChildren } from 'preact';
import { t } from '../../../utils/i18n';
import { Button, EmptyState, LoadingState } from '../../controls';

export interface DuplicatesProps {
  /** null: not read yet. */
  count: number | null;
  /** A search over all customers that is under way. */
  progress: { done: number; total: number } | null;
  readOnly: boolean;
  onSearch: () => void;
  onStop: () => void;
  children: ComponentChildren;
}

/** The page of duplicates: what it promises, the search over all, and the groups to look at. */
export function Duplicates({ count, progress, readOnly, onSearch, onStop, children }: DuplicatesProps) {
  return (
    <div class="dupes">
      <p class="soft">{t('dupes_intro')}</p>
      <div class="dupes-bar">
        {progress ? (
          <>
            <progress max={Math.max(1, progress.total)} value={progress.done} />
            <span role="status">{t('dupes_progress', { DONE: progress.done, TOTAL: progress.total })}</span>
            <Button onClick={onStop}>{t('dupes_stop')}</Button>
          </>
        ) : (
          <Button icon="search" disabled={readOnly} onClick={onSearch}>
            {t('dupes_checkAll')}
          </Button>
        )}
      </div>
      {count === null && <LoadingState rows={6} />}
      {count === 0 && <EmptyState title={t('dupes_none')}>{t('dupes_noneText')}</EmptyState>}
      {children}
    </div>
  );
}
