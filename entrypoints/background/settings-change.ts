import { browser } from '@/utils/browser/api';
import { readPage } from '@/utils/browser/current-page';
import { publishDetectSettings } from '@/utils/browser/own-addresses';
import { watchSettings } from '@/utils/browser/settings-store';
import { orderFor, sendOrder } from './frame';
import { makeMenus } from './menus';
import { reconcileReminders } from './reminders';
import { changeTab } from './tab-state';
import { refreshValueSoon } from './value';

/** What follows the settings: the content scripts' part of them, open frames, menus, and what is due. */
export function keepSettings(): void {
  watchSettings(() => {
    void publishDetectSettings();
    void placeFrames();
    void makeMenus();
    void reconcileReminders();
    refreshValueSoon();
  });
}

/** Every open frame goes where the settings now say. */
async function placeFrames(): Promise<void> {
  const stored = Object.keys(await browser.storage.session.get(null));
  const tabIds = stored.flatMap((key) => (key.startsWith('tab:') ? [Number(key.slice(4))] : []));
  await Promise.all(
    tabIds.map(async (tabId) => {
      const match = await readPage(tabId);
      await sendOrder(tabId, await changeTab(tabId, (state) => orderFor(state, match)));
    }),
  );
}
