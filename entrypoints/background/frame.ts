import * as z from 'zod/mini';
import { activeTab } from '@/utils/browser/current-page';
import { clampWidth } from '@/utils/browser/frame-width';
import { writeSettings } from '@/utils/browser/settings-store';
import { StoreLocked } from '@/utils/store';
import { handle } from './border';
import { NO_FRAME, orderFor, setCollapsed } from './order';
import { panelInsteadOfFrame } from './panel';
import { theSettings } from './settings';
import { showRow } from './show-row';
import { theStore } from './store';
import { changeTab, readTab, type Tab } from './tab-state';

/** The frame's side of the story: hello, collapse, resize, show a row, and whether it came up at all. */
export function listenToFrames(): void {
  handle(
    'frameHello',
    'own',
    z.object({ nonce: z.string().check(z.maxLength(64)) }),
    async ({ nonce }, { tabId, frameId }) => {
      const mine = tabId !== null && (await changeTab(tabId, (tab) => useNonce(tab, nonce, frameId)));
      if (!mine) return { ok: false, reason: 'unknown-frame' };
      try {
        return { ok: true, tabId, databaseId: (await theStore()).databaseId };
      } catch (error) {
        // the frame finds it locked as well, and says so
        if (error instanceof StoreLocked) return { ok: true, tabId, databaseId: error.databaseId };
        return { ok: false, reason: 'database-unavailable' };
      }
    },
  );
  handle('pageOf', 'own', z.object({ tabId: z.int() }), async ({ tabId }) => (await readTab(tabId)).match);
  handle('frameCheck', 'content', z.undefined(), async (_, { tabId }) => {
    const { alive } = (await readTab(tabId)).state;
    if (!alive) await panelInsteadOfFrame(tabId);
    return { alive };
  });
  handle('frameLost', 'content', z.undefined(), async (_, { tabId }) => {
    const settings = await theSettings();
    return changeTab(tabId, (tab) => {
      Object.assign(tab.state, NO_FRAME);
      return orderFor(tab, settings);
    });
  });
  handle('setCollapsed', 'own', z.object({ collapsed: z.boolean() }), async ({ collapsed }, { tabId }) => {
    if (tabId !== null) await setCollapsed(tabId, collapsed);
  });
  handle('frameResized', 'content', z.object({ width: z.number() }), async ({ width }) => {
    await writeSettings({ width: clampWidth(width) });
  });
  handle(
    'revealRow',
    'own',
    z.object({ value: z.string().check(z.maxLength(320)) }),
    async (row, { tabId }) => {
      // The side panel is in no tab: it speaks of the one in front.
      const shown = tabId ?? (await activeTab())?.id;
      if (shown !== undefined) await showRow(shown, row.value).catch(() => undefined);
    },
  );
}

/** A secret serves once: a frame that the page copied or reloaded gets nothing. */
function useNonce({ state }: Tab, nonce: string, frameId: number | null): boolean {
  if (!nonce || nonce !== state.nonce) return false;
  Object.assign(state, { nonce: '', alive: true, sidebar: frameId });
  return true;
}
