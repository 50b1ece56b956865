import { t } from '../../../utils/i18n';
import { hasChanged, type SiteHealth } from '../../../utils/sites/health';
import { Badge } from '../../controls';
import { dateText } from '../../format';

export interface HealthProps {
  /** undefined: never used here. */
  health: SiteHealth | undefined;
  taught: boolean;
  now: number;
}

/** How a site file has fared on this machine, in words; a page that has changed is marked. */
export function Health({ health, taught, now }: HealthProps) {
  if (!health) return <span class="site-health">{t('sites_neverWorked')}</span>;
  const { lastWorked, hits, fallbacks } = health;
  return (
    <span class="site-health">
      {hasChanged(health, taught) && <Badge text={t('sites_changed')} tone="warn" icon="alert" />}{' '}
      {lastWorked === null ? t('sites_neverWorked') : t('sites_worked', { DATE: dateText(lastWorked, now) })}
      {' · '}
      {t('sites_counts', { HITS: hits + fallbacks, FALLBACKS: fallbacks })}
    </span>
  );
}
