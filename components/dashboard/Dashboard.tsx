import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n';
import { Badge, Icon, type IconName } from '../controls';
import { countText } from '../due/due-text';
import { routeHash, VIEWS, type View } from './routes';

export interface DashboardProps {
  view: View;
  dueCount: number;
  /** Groups of duplicates that wait for a look. */
  duplicateCount: number;
  /** Said above the view: the database is newer, something cannot be read. */
  notice: string | null;
  children: ComponentChildren;
}

const ICONS: Record<View, IconName> = {
  customers: 'person',
  due: 'clock',
  complaints: 'alert',
  retention: 'visit',
  duplicates: 'repeat',
  reports: 'chart',
  whatif: 'help',
  import: 'upload',
  history: 'history',
  sites: 'external',
  settings: 'settings',
  welcome: 'check',
};

/** The frame of the full tab: where one is, where one can go. */
export function Dashboard({ view, dueCount, duplicateCount, notice, children }: DashboardProps) {
  return (
    <div class="dashboard">
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('dash_skip')}
      </button>
      <nav class="nav" aria-label={t('appName')}>
        <p class="nav-brand">
          <svg class="nav-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M5 3h14v18H5zM14 3v18M7.5 8h4M7.5 12h4M7.5 16h3" />
          </svg>
          <span>{t('appName')}</span>
        </p>
        <ul>
          {VIEWS.map((one) => (
            <li key={one}>
              <a
                class="nav-link"
                href={routeHash({ view: one, id: null })}
                aria-current={one === view ? 'page' : undefined}
                title={t(`dash_${one}`)}
              >
                <Icon name={ICONS[one]} />
                <span class="nav-text">{t(`dash_${one}`)}</span>
                {one === 'due' && dueCount > 0 && <Badge text={countText(dueCount)} tone="bad" />}
                {one === 'duplicates' && duplicateCount > 0 && (
                  <Badge text={countText(duplicateCount)} tone="none" />
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" class="main" tabIndex={-1}>
        <h1 class="main-title">{t(`dash_${view}`)}</h1>
        {notice && (
          <p class="notice" role="alert">
            <Icon name="alert" />
            {notice}
          </p>
        )}
        {children}
      </main>
    </div>
  );
}
