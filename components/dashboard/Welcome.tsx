import { t } from '../../utils/i18n';
import { Button, Icon } from '../controls';
import { type SitesProps, SiteTicks } from './sites/Sites';

export interface WelcomeProps extends Pick<SitesProps, 'known' | 'allowed' | 'onAllow' | 'onRevoke'> {
  samples: number;
  busy: boolean;
  onLoadSample: () => void;
  /** Goes to the customers. */
  onReady: () => void;
}

/** The first run: what Margin does with data, where it may look, something to look at. */
export function Welcome({ samples, busy, onLoadSample, onReady, ...sites }: WelcomeProps) {
  return (
    <div class="sheet welcome">
      <p class="welcome-lead">{t('welcome_lead')}</p>
      <ul class="promises">
        {[t('welcome_privacy1'), t('welcome_privacy2'), t('welcome_privacy3')].map((promise) => (
          <li key={promise}>
            <Icon name="check" />
            {promise}
          </li>
        ))}
      </ul>
      <h2 class="sheet-title">{t('welcome_sites')}</h2>
      <p class="sheet-lead">{t('welcome_sitesHint')}</p>
      <SiteTicks {...sites} />
      <h2 class="sheet-title">{t('welcome_sample')}</h2>
      <p class="sheet-lead">{t('settings_sampleHint')}</p>
      <div class="sheet-actions">
        <Button disabled={busy || samples > 0} onClick={onLoadSample}>
          {samples > 0 ? t('welcome_sampleLoaded', { COUNT: samples }) : t('settings_sampleLoad')}
        </Button>
        <Button kind="primary" onClick={onReady}>
          {t('welcome_ready')}
        </Button>
      </div>
    </div>
  );
}
