import { useEffect, useState } from 'preact/hooks';
import type { BackupsProps } from '../../../components/dashboard/data/view';
import { browser } from '../../../utils/browser/api';
import { canChooseFolder, chooseFolder, mayWrite } from '../../../utils/browser/backup-folder';
import { t } from '../../../utils/i18n';
import { type BackupState, makeKey } from '../../../utils/store';
import { backUp, backUpWhenDue } from '../../../utils/ui/backup';
import { useLive } from '../../../utils/ui/live';
import { troubleWords } from '../../../utils/ui/trouble';
import type { ViewProps } from '../views';

export const appVersion = (): string => browser.runtime.getManifest().version;

/** Backups: how they stand, one now, and how they make themselves. null while reading. */
export function useBackups({ store, changes, now }: ViewProps): BackupsProps | null {
  const state = useLive(store, () => store.backupState(), []);
  const [share, setShare] = useState<number | null>(null);
  if (!state.value) return null;
  const { folder } = state.value;
  const attempt = (work: () => Promise<string | null>) =>
    void work().then(
      (said) => said !== null && changes.tell(said),
      (error: unknown) => changes.tell(t('dash_failed', { WHY: troubleWords(error) }), true),
    );
  const backUpNow = async (passphrase: string) => {
    setShare(0);
    try {
      const into = folder && (await mayWrite(folder, true)) ? folder : null;
      const key = passphrase ? await makeKey(passphrase) : null;
      const made = await backUp(store, {
        ...{ app: appVersion(), key, folder: into, automatic: false },
        onShare: setShare,
      });
      return t('data_wasMade', { NAME: made.name });
    } finally {
      setShare(null);
    }
  };
  const keep = async (patch: Partial<BackupState>) => {
    await store.saveBackupState(patch);
    return t('dash_settingSaved');
  };
  return {
    state: state.value,
    now,
    folders: canChooseFolder(),
    share,
    onBackUp: (passphrase) => attempt(() => backUpNow(passphrase)),
    onPlan: (patch) => attempt(() => keep(patch)),
    onFolder: () =>
      attempt(async () => {
        const chosen = await chooseFolder();
        if (!chosen) return null;
        return keep({ folder: chosen, failed: null });
      }),
    onForgetFolder: () => attempt(() => keep({ folder: null, failed: null })),
    onAutomaticPassphrase: (passphrase) =>
      attempt(async () => keep({ key: passphrase ? await makeKey(passphrase) : null })),
  };
}

/** Makes the backup that is due when the dashboard is opened: as a download, where no folder was chosen. */
export function useDueBackup({ store, changes }: Pick<ViewProps, 'store' | 'changes'>): void {
  const { tell } = changes;
  useEffect(() => {
    if (store.readOnly) return;
    backUpWhenDue(store, appVersion(), true).then(
      (made) => made && tell(t('data_wasMade', { NAME: made.name })),
      () => undefined, // noted, and shown in the settings
    );
  }, [store, tell]);
}
