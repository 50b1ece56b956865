import { browser } from '@/utils/browser/api';
import { readPage } from '@/utils/browser/current-page';
import { markContacted } from '@/utils/store/actions';
import { unlessLocked } from './locked';
import { setCollapsed } from './order';
import { reconcileReminders } from './reminders';
import { lookAt } from './sites';
import { theStore } from './store';
import { openTeaching } from './teach';

/** The keyboard commands; the popup's own (`_execute_action`) is the browser's. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === 'open-sidebar') void openHere(tab.id);
    if (command === 'teach-page') void openTeaching(tab.id);
    if (command === 'mark-contacted') void contacted(tab.id, tab.url ?? '').catch(unlessLocked);
  });
}

/** The command counts as the user's wish for this page: where Margin is not on it yet, it looks once (activeTab). */
async function openHere(tabId: number): Promise<void> {
  if (await readPage(tabId)) await setCollapsed(tabId, 'toggle');
  else await lookAt(tabId).catch(() => undefined);
}

async function contacted(tabId: number, url: string): Promise<void> {
  const match = await readPage(tabId);
  const hit = match?.state === 'matched' ? match.people[0]?.hits[0] : undefined;
  if (!hit) return;
  await markContacted(await theStore(), { kind: 'menu', url }, hit.customerId, Date.now());
  await reconcileReminders();
}
