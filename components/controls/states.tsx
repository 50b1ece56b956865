import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n';
import { Icon, type IconName } from './icons';

export interface StateProps {
  title: string;
  children?: ComponentChildren;
  /** What can be done about it: one or two buttons. */
  actions?: ComponentChildren;
  icon?: IconName;
}

/** Nothing here, and what to do to have something. */
export function EmptyState({ title, children, actions, icon = 'person' }: StateProps) {
  return (
    <section class="state">
      <span class="state-icon">
        <Icon name={icon} />
      </span>
      <h2 class="state-title">{title}</h2>
      {children && <div class="state-text">{children}</div>}
      {actions && <div class="state-actions">{actions}</div>}
    </section>
  );
}

/** Something failed: what, whether anything is lost, what to do. Said at once by screen readers. */
export function ErrorState({ title, children, actions, icon = 'alert' }: StateProps) {
  return (
    <section class="state state-bad" role="alert">
      <span class="state-icon">
        <Icon name={icon} />
      </span>
      <h2 class="state-title">{title}</h2>
      {children && <div class="state-text">{children}</div>}
      {actions && <div class="state-actions">{actions}</div>}
    </section>
  );
}

/** Grey shapes where the content will be. It appears late, so that quick answers do not flash. */
export function LoadingState({ rows = 3 }: { rows?: number }) {
  return (
    <div class="loading" role="status" aria-busy="true">
      <span class="unseen">{t('loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="loading-bar" />
      ))}
    </div>
  );
}
