import * as z from 'zod/mini';
import { browser } from '@/utils/browser/api';
import { activeTab, tabById } from '@/utils/browser/current-page';
import { siteOf } from '@/utils/browser/permissions';
import { handle } from './border';

const WIDTH_PX = 440;
const HEIGHT_PX = 680;
const GAP_PX = 24;

/** The window in which a page is taught: beside the page, never in it. */
export function listenToTeaching(): void {
  handle('teachPage', 'own', z.object({ tabId: z.nullable(z.int()) }), async ({ tabId }, sender) => {
    await openTeaching(tabId ?? sender.tabId);
  });
}

/** Opens it for a tab, or for the one in front; nothing where that shows no page of the web. */
export async function openTeaching(tabId: number | null): Promise<void> {
  const tab = tabId === null ? await activeTab() : await tabById(tabId);
  if (!tab || (tab.url !== '' && siteOf(tab.url) === null)) return;
  const url = browser.runtime.getURL(`teach.html?tab=${tab.id}`);
  const known = await browser.tabs.query({ url: `${browser.runtime.getURL('teach.html')}*` }).catch(() => []);
  const mine = known.find((one) => one.url === url);
  if (mine?.windowId !== undefined) {
    await browser.windows.update(mine.windowId, { focused: true });
    return;
  }
  const beside = await browser.windows.get(tab.windowId).catch(() => null);
  const right = (beside?.left ?? 0) + (beside?.width ?? 0);
  const place = right > WIDTH_PX ? { left: right - WIDTH_PX - GAP_PX, top: (beside?.top ?? 0) + GAP_PX } : {};
  const window = { url, type: 'popup' as const, width: WIDTH_PX, height: HEIGHT_PX };
  // A place that is not on the screen is refused: then wherever the browser puts it.
  await browser.windows.create({ ...window, ...place }).catch(() => browser.windows.create(window));
}
