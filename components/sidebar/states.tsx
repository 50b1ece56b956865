import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n';
import { Button, EmptyState, ErrorState, IconButton, type IconName, LoadingState } from '../controls';
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
    <OrRail icon="lock" label={t('lock_unlockHere')} onPress={onUnlock}>
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
    </OrRail>
  );
}

/** The browser threw the database away: else everybody would seem to be no customer yet. */
export function Lost({ onRestore, onAnew }: { onRestore: () => void; onAnew: () => void }) {
  return (
    <OrRail icon="alert" label={t('lost_title')} onPress={onRestore}>
      <ErrorState
        title={t('lost_title')}
        actions={
          <>
            <Button kind="primary" icon="external" onClick={onRestore}>
              {t('lost_restore')}
            </Button>
            <Button kind="plain" onClick={onAnew}>
              {t('lost_anew')}
            </Button>
          </>
        }
      >
        {t('lost_short')}
      </ErrorState>
    </OrRail>
  );
}

interface OrRailProps {
  icon: IconName;
  label: string;
  onPress: () => void;
  children: ComponentChildren;
}

/** The collapsed margin has room for a sign alone. */
function OrRail({ icon, label, onPress, children }: OrRailProps) {
  return (
    <>
      <div class="only-rail">
        <IconButton icon={icon} label={label} onClick={onPress} />
      </div>
      <div class="only-wide">{children}</div>
    </>
  );
}
