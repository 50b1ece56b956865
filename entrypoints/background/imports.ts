import { browser } from '@/utils/browser/api';
import { t } from '@/utils/i18n';
import { importRuns } from '@/utils/import/lock';
import { unfinishedImport } from '@/utils/import/unfinished';
import { useLanguage } from './language';
import { leadTo, notify } from './notify';
import { theStore } from './store';

const ID = 'import';
const TOLD_KEY = 'importTold';

/**
 * Once a browser's run: an import that was broken off, most likely with the browser, goes on as soon as the full tab is
 * open, and who does not open it would not know. Rejects while Margin is locked, and is asked again when it is unlocked.
 */
export async function tellOfImport(): Promise<void> {
  if ((await browser.storage.session.get(TOLD_KEY))[TOLD_KEY]) return;
  const broken = await unfinishedImport(await theStore());
  await browser.storage.session.set({ [TOLD_KEY]: true });
  if (!broken || (await importRuns())) return; // a tab that came back with the browser may be at it already
  await useLanguage();
  await notify(ID, t('notification_import_title'), t('notification_import_text'));
}

export const listenToImports = (): void => leadTo('import', ID);
