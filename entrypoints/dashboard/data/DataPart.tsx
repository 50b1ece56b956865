import { useState } from 'preact/hooks';
import { Backups } from '../../../components/dashboard/data/Backups';
import { Exports } from '../../../components/dashboard/data/Exports';
import { Privacy } from '../../../components/dashboard/data/Privacy';
import { Restore } from '../../../components/dashboard/data/Restore';
import type { ExportKind } from '../../../components/dashboard/data/view';
import { Section } from '../../../components/dashboard/settings/Settings';
import { download } from '../../../utils/browser/backup-folder';
import { t } from '../../../utils/i18n';
import { troubleWords } from '../../../utils/ui/trouble';
import type { ViewProps } from '../views';
import { exportFile } from './exports';
import { useBackups } from './use-backups';
import { useRestore } from './use-restore';

/** The settings' part on files of the whole content, bound to the store. */
export function DataPart(props: ViewProps) {
  const backups = useBackups(props);
  const restore = useRestore(props);
  const [busy, setBusy] = useState<ExportKind | null>(null);
  const { store, changes } = props;
  const onExport = (kind: ExportKind) => {
    setBusy(kind);
    exportFile(store, kind)
      .then(
        ({ name, file }) => download(name, file),
        (error: unknown) => changes.tell(t('dash_failed', { WHY: troubleWords(error) }), true),
      )
      .finally(() => setBusy(null));
  };
  return (
    <>
      {backups && (
        <Section title={t('data_backups')}>
          <Backups {...backups} />
        </Section>
      )}
      {!store.readOnly && (
        <Section title={t('data_restore')}>
          <Restore {...restore} />
        </Section>
      )}
      <Section title={t('data_exports')}>
        <Exports busy={busy} onExport={onExport} />
      </Section>
      <Section title={t('privacy_title')}>
        <Privacy />
      </Section>
    </>
  );
}
