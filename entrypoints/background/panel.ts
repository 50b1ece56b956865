import { browser } from '@/utils/browser/api';
import { hasSidePanel, openSidePanel } from '@/utils/browser/open';

/**
 * A page that forbids the frame (COEP, CSP sandbox): there the action button opens the browser's own panel,
 * where there is one, instead of the popup. The browser resets the popup when the tab goes to another page.
 */
export async function panelInsteadOfFrame(tabId: number): Promise<void> {
  if (hasSidePanel()) await browser.action.setPopup({ tabId, popup: '' });
}

/** The button's click arrives here only where its popup was taken away. */
export function listenToAction(): void {
  browser.action.onClicked.addListener((tab) => {
    if (tab.id !== undefined) void openSidePanel(tab.id);
  });
}
