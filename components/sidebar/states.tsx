import { t } from '../../utils/i18n';
import { Button, EmptyState, ErrorState, LoadingState } from '../controls';
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
}

/** The database cannot be used here: why, that nothing is lost, and what helps. */
export function TroubleView({ trouble, onPanel, onRetry }: TroubleProps) {
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
