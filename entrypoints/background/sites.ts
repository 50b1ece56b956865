import { browser } from '@/utils/browser/api';
import { allowedSites, watchSites } from '@/utils/browser/permissions';

const ID = 'margin-page';
const FILE = 'page.js';

/**
 * The content script runs on the sites that the user allowed and nowhere else. The browser's permissions are the
 * truth: the registration is made to follow them at every start and at every change.
 */
export async function syncSites(): Promise<void> {
  const matches = (await allowedSites()).filter((pattern) => !pattern.startsWith('file:'));
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    js: [FILE],
    matches,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (!registered) await browser.scripting.registerContentScripts([script]);
  else if (!isSame(script, registered)) await browser.scripting.updateContentScripts([script]);
}

/** Whether the browser has the script as it is wanted: nearly always, and writing it anew costs every start. */
const isSame = (wanted: object, registered: object): boolean =>
  Object.entries(wanted).every(
    ([name, value]) =>
      JSON.stringify(value) === JSON.stringify((registered as Record<string, unknown>)[name]),
  );

/** A site allowed while its pages are open works at once, without a reload. */
async function startInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: await allowedSites() });
  await Promise.allSettled(tabs.map((tab) => (tab.id === undefined ? null : lookAt(tab.id))));
}

/** Runs the content script in a tab now: allowed sites, or any page once by activeTab. It starts only once a page. */
export async function lookAt(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [FILE] });
}

export function keepSites(): void {
  watchSites(() => void syncSites().then(startInOpenTabs));
}
