import { browser } from '@/utils/browser/api';
import { sendMessage } from '@/utils/browser/messages';
import { isAttentive, publishDetectSettings, watchAttentive } from '@/utils/browser/own-addresses';
import { watchOwnSites } from '@/utils/browser/own-sites';
import { allowedSites } from '@/utils/browser/permissions';
import { isMatch } from '@/utils/detect/match';
import { NO_FRAME } from './order';
import { changeTab, knownTabs, readTab } from './tab-state';

const ID = 'margin-page';
const PAGE_SCRIPT = 'page.js';
/** Before the page script, which asks it about a page without a sign of anybody. */
const ATTENTIVE = ['attend.js', PAGE_SCRIPT];

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
    js: (await isAttentive()) ? ATTENTIVE : [PAGE_SCRIPT],
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

/** A site allowed while its pages are open works at once, without a reload; so do they all after an update. */
export async function startInOpenTabs(): Promise<void> {
  const url = await allowedSites();
  const tabs = url.length > 0 ? await browser.tabs.query({ url, discarded: false }) : [];
  await Promise.allSettled(tabs.map((tab) => (tab.id === undefined ? null : lookAt(tab.id))));
}

/** Runs the content script in a tab now: allowed sites, or any page once by activeTab. It starts only once a page. */
export async function lookAt(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ATTENTIVE });
}

/**
 * A site revoked while its pages are open is left at once: the margin goes, the scripts stop. They still hear the
 * background, though it may no longer touch their page.
 */
async function leaveTabs(origins: readonly string[]): Promise<void> {
  for (const tabId of await knownTabs()) {
    const tab = await readTab(tabId);
    const urls = Object.values(tab.state.frames).map(({ url }) => url);
    if (!urls.some((url) => origins.some((origin) => isMatch(origin, url)))) continue;
    await sendMessage('leavePage', undefined, tabId).catch(() => undefined);
    await changeTab(tabId, (now) => {
      now.page++;
      now.match = null;
      Object.assign(now.state, NO_FRAME, { frames: {}, opened: null });
    });
  }
}

export function keepSites(): void {
  browser.permissions.onAdded.addListener(() => void syncSites().then(startInOpenTabs));
  browser.permissions.onRemoved.addListener(
    ({ origins = [] }) => void syncSites().then(() => leaveTabs(origins)),
  );
  watchAttentive(() => void syncSites().then(startInOpenTabs));
}

/** Pages read the user's own site files from where all that is known is published. */
export function keepOwnSites(): void {
  watchOwnSites(() => void publishDetectSettings());
}
