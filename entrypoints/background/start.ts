import { browser } from '@/utils/browser/api';
import { openDashboard } from '@/utils/browser/open';
import { publishDetectSettings } from '@/utils/browser/own-addresses';
import { tellOfImport } from './imports';
import { tellIfLost } from './lost';
import { makeMenus } from './menus';
import { keepDuplicates, keepNames } from './names';
import { forgetQuestions } from './questions';
import { reconcileReminders } from './reminders';
import { theSettings } from './settings';
import { startInOpenTabs, syncSites } from './sites';
import { theStore } from './store';
import { forgetTab } from './tab-state';
import { refreshValue } from './value';

/** What woke the worker, most often somebody's mail, goes before what reads the database. */
const AFTER_MS = 1_000;

/** Every start of the worker: the database and the permissions are the truth, the browser is made to follow them. */
export function startUp(): void {
  theStore().catch(() => undefined); // opening while the message that woke us is on its way; who needs it hears why not
  void theSettings();
  void syncSites();
  setTimeout(followStore, AFTER_MS);
}

/** What is worked out from the database and kept up with it, as long as it is open. */
export function followStore(): void {
  const kept = [reconcileReminders(), keepNames(), keepDuplicates(), tellOfImport(), tellIfLost()];
  void Promise.allSettled(kept).then(() => refreshValue());
}

const WELCOMED_KEY = 'welcomed';

/** Once: a browser that loads the extension from a folder at its start says "install" at each. */
async function welcome(): Promise<void> {
  const { [WELCOMED_KEY]: welcomed } = await browser.storage.local.get(WELCOMED_KEY);
  if (welcomed) return;
  await browser.storage.local.set({ [WELCOMED_KEY]: true });
  await openDashboard('welcome');
}

export function listenToLifecycle(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void makeMenus();
    if (reason === 'install') void welcome();
    // The scripts of before are dead in the pages that are open: they get new ones.
    void publishDetectSettings().then(startInOpenTabs);
  });
  // Only so that the worker is started with the browser: what fell due while it was closed is announced then.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.tabs.onRemoved.addListener((tabId) => {
    forgetQuestions(tabId);
    void forgetTab(tabId);
  });
}
