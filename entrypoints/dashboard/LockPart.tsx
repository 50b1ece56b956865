import { useEffect, useState } from 'preact/hooks';
import { Lock } from '../../components/dashboard/settings/Lock';
import { Section } from '../../components/dashboard/settings/Settings';
import { keepKey } from '../../utils/browser/lock-key';
import type { Settings } from '../../utils/browser/settings';
import { t } from '../../utils/i18n';
import {
  changePassphrase,
  changeRecoveryCode,
  lockOf,
  type NewLock,
  newLock,
  SHORTEST_PASSPHRASE,
  WrongSecret,
} from '../../utils/store/lock';
import { lockOff, lockUp, moveFailed } from '../../utils/ui/lock';
import { troubleWords } from '../../utils/ui/trouble';
import type { ViewProps } from './views';

interface LockPartProps extends Pick<ViewProps, 'store' | 'settings' | 'changes'> {
  onChange: (patch: Partial<Settings>) => void;
}

/** The lock's part of the settings, bound to the lock. */
export function LockPart({ store, settings, changes, onChange }: LockPartProps) {
  const [since, setSince] = useState<number | null | undefined>();
  const [made, setMade] = useState<NewLock | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>(
    moveFailed.value ? t(`lock_moved_${moveFailed.value}`) : undefined,
  );
  useEffect(() => void lockOf().then((lock) => setSince(lock?.since ?? null)), []);
  const attempt = (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    work()
      .catch((why: unknown) => setError(why instanceof WrongSecret ? t('lock_wrong') : troubleWords(why)))
      .finally(() => setBusy(false));
  };
  if (since === undefined || store.readOnly) return null;
  return (
    <Section title={t('lock_title')}>
      <Lock
        since={since}
        afterMinutes={settings.lockAfterMinutes}
        onAfter={(lockAfterMinutes) => onChange({ lockAfterMinutes })}
        shortest={SHORTEST_PASSPHRASE}
        busy={busy}
        error={error}
        code={made?.recoveryCode ?? code}
        onPrepare={(passphrase) =>
          attempt(async () => setMade(await newLock(store.databaseId, passphrase, Date.now())))
        }
        onKept={() => (made ? void lockUp(made) : setCode(null))}
        onLockNow={() => void keepKey(null)}
        onChange={(typed, next) =>
          attempt(async () => {
            await changePassphrase(typed, next);
            changes.tell(t('lock_changed'));
          })
        }
        onNewCode={(typed) => attempt(async () => setCode(await changeRecoveryCode(typed)))}
        onOff={(typed) => attempt(() => lockOff(typed))}
      />
    </Section>
  );
}
