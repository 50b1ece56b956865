import { browser } from '@/utils/browser/api';
import { openDashboard } from '@/utils/browser/open';
import { t } from '@/utils/i18n';
import { IMPORT_LOCK } from '@/utils/import/protocol';
import { useLanguage } from './language';
import { theStore } from './store';

const ID = 'import';
const TOLD_KEY = 'importTold';
/** Imports that are looked through for one that is not done. */
const RECENT = 50;

/**
 * Once a browser's run: an import that was broken off, most likely with the browser, goes on as soon as the full tab is
 * open, and who does not open it would not know. Rejects while Margin is locked, and is asked again when it is unlocked.
 */
export async function tellOfImport(): Promise<void> {
  if ((await browser.storage.session.get(TOLD_KEY))[TOLD_KEY]) return;
  const imports = await (await theStore()).imports(RECENT);
  await browser.storage.session.set({ [TOLD_KEY]: true });
  const waits = imports.some(({ state }) => state === 'running') && !(await isUnderWay());
  if (!waits) return;
  await useLanguage();
  await browser.notifications.create(ID, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: t('notification_import_title'),
    message: t('notification_import_text'),
  });
}

/** A tab that came back with the browser may be at it already. */
async function isUnderWay(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === IMPORT_LOCK);
}

export function listenToImports(): void {
  browser.notifications.onClicked.addListener((id) => {
    if (id !== ID) return;
    void browser.notifications.clear(id);
    void openDashboard('import');
  });
}
