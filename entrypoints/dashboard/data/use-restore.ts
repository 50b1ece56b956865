import { useRef, useState } from 'preact/hooks';
import type { RestoreProps, RestoreView } from '../../../components/dashboard/data/view';
import { settleLost } from '../../../utils/browser/lost-database';
import { sendMessage } from '../../../utils/browser/messages';
import { Settings } from '../../../utils/browser/settings';
import { writeSettings } from '../../../utils/browser/settings-store';
import { t } from '../../../utils/i18n';
import { BackupProblem, type ReadOptions } from '../../../utils/store';
import { backUp } from '../../../utils/ui/backup';
import { troubleWords } from '../../../utils/ui/trouble';
import type { ViewProps } from '../views';
import { appVersion } from './use-backups';

const START: RestoreView = { step: 'choose', problem: null };

interface Chosen {
  file: File;
  passphrase: string | undefined;
}

/** Bringing a backup in, step by step. */
export function useRestore({ store, source, changes, now }: ViewProps): RestoreProps {
  const [view, setView] = useState<RestoreView>(START);
  const chosen = useRef<Chosen | null>(null);
  const merged = useRef<string[]>([]);
  const stop = useRef(new AbortController());

  const failed = (error: unknown) => {
    const fileName = chosen.current?.file.name ?? '';
    if (stop.current.signal.aborted) return setView(START);
    if (!(error instanceof BackupProblem)) {
      changes.tell(t('dash_failed', { WHY: troubleWords(error) }), true);
      return setView(START);
    }
    const asks = error.problem === 'needs-passphrase' || error.problem === 'wrong-passphrase';
    if (asks) setView({ step: 'passphrase', fileName, wrong: error.problem === 'wrong-passphrase' });
    else setView({ step: 'choose', problem: error.problem });
  };

  /** Runs a step with the file; `step` is shown meanwhile. */
  const during = (
    step: 'reading' | 'working',
    work: (file: File, options: ReadOptions) => Promise<RestoreView>,
  ) => {
    if (!chosen.current) return;
    const { file, passphrase } = chosen.current;
    stop.current = new AbortController();
    const show = (share: number) => setView({ step, fileName: file.name, share });
    show(0);
    const onProgress = (done: number, total: number) => show(total > 0 ? done / total : 1);
    work(file, { passphrase, signal: stop.current.signal, onProgress }).then(setView, failed);
  };

  const read = () =>
    during('reading', async (file, options) => ({
      step: 'preview',
      fileName: file.name,
      preview: await store.compareBackup(file, options),
    }));

  return {
    view,
    now,
    onFile: (file) => {
      chosen.current = { file, passphrase: undefined };
      read();
    },
    onPassphrase: (passphrase) => {
      if (chosen.current) chosen.current.passphrase = passphrase;
      read();
    },
    onMerge: () =>
      during('working', async (file, options) => {
        const { changeIds } = await store.mergeBackup(file, options, source);
        merged.current = changeIds;
        tellBackground();
        return { step: 'done', how: 'merge', changes: changeIds.length };
      }),
    onReplace: () =>
      during('working', async (file, options) => {
        // what is here now is gone afterwards: it is saved first, unasked
        if ((await store.count()) > 0)
          await backUp(store, { app: appVersion(), key: null, folder: null, automatic: false });
        const head = await store.replaceByBackup(file, options, source);
        await takeSettings(head.settings);
        tellBackground();
        return { step: 'done', how: 'replace', changes: 0 };
      }),
    onUndo: () => {
      const ids = [...merged.current].reverse();
      const undo = async () => {
        for (const id of ids) await store.undo(id, source);
        tellBackground();
        return { changeId: null, text: t('change_undone') };
      };
      void changes.attempt(undo).then((ok) => ok && setView(START));
    },
    onCancel: () => {
      stop.current.abort();
      setView(START);
    },
  };
}

/** The settings that the backup holds, where they are such. */
async function takeSettings(given: unknown): Promise<void> {
  const parsed = Settings.safeParse(given);
  if (parsed.success) await writeSettings(parsed.data);
}

/** Reminders, badge, names and values follow; a database that was lost is back. */
function tellBackground(): void {
  void settleLost();
  void sendMessage('remindersChanged', undefined).catch(() => undefined);
  void sendMessage('valueChanged', undefined).catch(() => undefined);
}
