import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button, Icon, Passphrase } from '../controls';

export interface LockScreenProps {
  /** Making the key takes about a second. */
  busy: boolean;
  /** The lock is only half on, or half off: unlocking goes on with that. */
  halfway: boolean;
  error: string | undefined;
  /** The passphrase or the recovery code. */
  onUnlock: (typed: string) => void;
  onErase: () => void;
}

/** All that a locked Margin shows. */
export function LockScreen({ busy, halfway, error, onUnlock, onErase }: LockScreenProps) {
  const [typed, setTyped] = useState('');
  return (
    <main class="lock">
      <form
        class="lock-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '' && !busy) onUnlock(typed);
        }}
      >
        <span class="lock-icon">
          <Icon name="lock" />
        </span>
        <h1 class="lock-title">{t(halfway ? 'data_moving' : 'data_locked')}</h1>
        {halfway && <p class="lock-text">{t('data_moving_text')}</p>}
        <Passphrase label={t('lock_typed')} value={typed} error={error} onInput={setTyped} autoFocus />
        <Button kind="primary" submit disabled={busy || typed === ''}>
          {t(busy ? 'lock_unlocking' : 'lock_unlock')}
        </Button>
      </form>
      <Forgotten onErase={onErase} />
    </main>
  );
}

function Forgotten({ onErase }: Pick<LockScreenProps, 'onErase'>) {
  const [sure, setSure] = useState(false);
  return (
    <details class="lock-forgotten">
      <summary>{t('lock_forgotten')}</summary>
      <p>{t('lock_forgottenText')}</p>
      <p>{t('lock_eraseText')}</p>
      <label class="lock-sure">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
        <span>{t('lock_eraseSure')}</span>
      </label>
      <Button kind="danger" disabled={!sure} onClick={onErase}>
        {t('lock_erase')}
      </Button>
    </details>
  );
}
