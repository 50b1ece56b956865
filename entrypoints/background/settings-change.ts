import { publishDetectSettings } from '@/utils/browser/own-addresses';
import { watchSettings } from '@/utils/browser/settings-store';
import { makeMenus } from './menus';
import { changeAndOrder } from './order';
import { reconcileReminders } from './reminders';
import { followSettings } from './settings';
import { knownTabs } from './tab-state';
import { refreshValueSoon } from './value';

/** What follows the settings: the content scripts' part of them, open frames, menus, and what is due. */
export function keepSettings(): void {
  followSettings();
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
  await Promise.all((await knownTabs()).map((tabId) => changeAndOrder(tabId, () => undefined)));
}
