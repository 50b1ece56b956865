import { t } from '../../utils/i18n';
import { Button, EmptyState, ErrorState, IconButton, LoadingState } from '../controls';
import type { SidebarActions, Trouble } from './props';

export const Waiting = () => <LoadingState rows={5} />;

/** Nobody on this page: what Margin looks for, and the way to everyone. */
export function Nobody({ actions }: { actions: SidebarActions }) {
  return (
    <EmptyState
      title={t('nobodyTitle')}
      actions={
        <>
          <Button onClick={() => actions.openDashboard('')}>{t('openCustomers')}</Button>
          <Button kind="plain" onClick={actions.teach}>
            {t('teach_wrong')}
          </Button>
        </>
      }
    >
      {t('nobodyText')}
    </EmptyState>
  );
}

export interface TroubleProps {
  trouble: Trouble;
  onPanel: () => void;
  onRetry: () => void;
  onUnlock: () => void;
}

/** The database cannot be used here: why, that nothing is lost, and what helps. */
export function TroubleView({ trouble, onPanel, onRetry, onUnlock }: TroubleProps) {
  if (trouble === 'locked' || trouble === 'moving') return <Locked trouble={trouble} onUnlock={onUnlock} />;
  const inPage = trouble === 'denied' || trouble === 'elsewhere';
  return (
    <ErrorState
      title={t(`data_${trouble}`)}
      actions={
        <>
          {inPage && (
            <Button kind="primary" icon="external" onClick={onPanel}>
              {t('openSidePanel')}
            </Button>
          )}
          <Button onClick={onRetry}>{t('retry')}</Button>
        </>
      }
    >
      {t(`data_${trouble}_text`)}
    </ErrorState>
  );
}

/**
 * Beside a page no passphrase is asked for, even in the browser's own panel: who is used to typing it there would type it into a page that
 * draws the same. The button leads to Margin's own tab.
 */
function Locked({ trouble, onUnlock }: Pick<TroubleProps, 'onUnlock'> & { trouble: 'locked' | 'moving' }) {
  return (
    <>
      <div class="locked-rail">
        <IconButton icon="lock" label={t('lock_unlockHere')} onClick={onUnlock} />
      </div>
      <div class="locked-wide">
        <EmptyState
          icon="lock"
          title={t(`data_${trouble}`)}
          actions={
            <Button kind="primary" icon="external" onClick={onUnlock}>
              {t('lock_unlockHere')}
            </Button>
          }
        >
          {t(`data_${trouble}_text`)}
        </EmptyState>
      </div>
    </>
  );
}
