import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, ErrorState, LoadingState } from '../../components/controls';
import { LockScreen } from '../../components/lock/LockScreen';
import { MovingScreen } from '../../components/lock/MovingScreen';
import { readKey } from '../browser/lock-key';
import type { Settings } from '../browser/settings';
import { t } from '../i18n';
import { type Store, StoreLocked } from '../store';
import { WrongSecret } from '../store/lock';
import { useStore } from './live';
import { eraseLocked, moveFailed, moving, open, tellUse } from './lock';
import { useSettings } from './page';
import { troubleWords } from './trouble';

/** Opens the store and reads the settings, then draws; says it where that fails, and asks for the passphrase where it is locked. */
export function Opened({ children }: { children: (store: Store, settings: Settings) => ComponentChildren }) {
  const settings = useSettings();
  const { value: store, error, retry } = useStore();
  useEffect(() => void readKey().then((key) => key && tellUse(window)), []);
  if (moving.value && settings) return <MovingScreen {...moving.value} onStop={moving.value.stop} />;
  if (error instanceof StoreLocked && settings) return <Locked halfway={error.moving !== null} />;
  if (error !== null && settings) {
    return (
      <ErrorState title={t('trouble_title')} actions={<Button onClick={retry}>{t('trouble_retry')}</Button>}>
        {troubleWords(error)}
      </ErrorState>
    );
  }
  if (!store || !settings) return <LoadingState />;
  return <>{children(store, settings)}</>;
}

function Locked({ halfway }: { halfway: boolean }) {
  const [state, setState] = useState<'asking' | 'opening' | 'wrong' | 'failed'>('asking');
  const unlock = (typed: string) => {
    setState('opening');
    open(typed).catch((error: unknown) => setState(error instanceof WrongSecret ? 'wrong' : 'failed'));
  };
  const error =
    state === 'wrong'
      ? t('lock_wrong')
      : state === 'failed'
        ? t('trouble_other')
        : failedWords(moveFailed.value);
  return (
    <LockScreen
      busy={state === 'opening'}
      halfway={halfway}
      error={error}
      onUnlock={unlock}
      onErase={() => void eraseLocked()}
    />
  );
}

const failedWords = (failed: 'full' | 'other' | null) => (failed ? t(`lock_moved_${failed}`) : undefined);
