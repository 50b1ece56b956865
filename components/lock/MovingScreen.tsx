import { t } from '../../utils/i18n';
import { Button, Icon } from '../controls';
import { countText } from '../format';

export interface MovingScreenProps {
  way: 'on' | 'off';
  /** Rows. */
  done: number;
  total: number;
  onStop: () => void;
}

/** Every row is being encrypted or decrypted: how far that is, and the way to leave it as it was. */
export function MovingScreen({ way, done, total, onStop }: MovingScreenProps) {
  const values = { DONE: countText(done), TOTAL: countText(total) };
  return (
    <main class="lock">
      <section class="lock-form" aria-busy="true">
        <span class="lock-icon">
          <Icon name="lock" />
        </span>
        <h1 class="lock-title">{t('data_moving')}</h1>
        <p class="lock-text" role="status">
          {t(`lock_moving_${way}`, values)}
        </p>
        <progress class="lock-progress" max={total || 1} value={done} aria-label={t('data_moving')} />
        <p class="lock-text">{t('lock_movingText')}</p>
        <Button onClick={onStop}>{t('lock_callOff')}</Button>
      </section>
    </main>
  );
}
