import { browser } from './api';

/** Brings a tab and its window to the front. */
export async function focusTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Brings the window of this page to the front; in a tab, the tab. */
export async function focusThisWindow(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await focusTab(tab.id);
}
