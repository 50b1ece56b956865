import * as z from 'zod/mini';
import { browser } from '@/utils/browser/api';
import { activeTab, readPage } from '@/utils/browser/current-page';
import type { FrameOrder } from '@/utils/browser/messages';
import { sendMessage } from '@/utils/browser/messages';
import type { PageMatch } from '@/utils/browser/page-match';
import { readSettings, writeSettings } from '@/utils/browser/settings-store';
import { isKnown } from '@/utils/customer/names-index';
import { handle } from './border';
import { panelInsteadOfFrame } from './panel';
import { showRow } from './show-row';
import { theStore } from './store';
import { changeTab, readTab, type TabState } from './tab-state';

const TOP = 0;
export const NO_FRAME = { nonce: '', alive: false, sidebar: null };
const MARGIN_SCRIPT = 'margin.js';

/**
 * Where the margin goes in a tab. Open where somebody known is on the page, a rail otherwise, and what the user
 * said last on this page before either. The secret is made anew until a frame has used it.
 */
export async function orderFor(state: TabState, match: PageMatch | null): Promise<FrameOrder> {
  const settings = await readSettings();
  const show = match !== null && match.state !== 'none';
  const known = match !== null && isKnown(match);
  if (!show) Object.assign(state, NO_FRAME);
  if (show && !state.nonce && !state.alive) state.nonce = crypto.randomUUID();
  return {
    show,
    nonce: show ? state.nonce : '',
    side: settings.side,
    width: settings.width,
    collapsed: !(state.opened ?? known),
  };
}

/** Tells the top frame; the script that draws it is brought in when there is first something to show. */
export async function sendOrder(tabId: number, order: FrameOrder): Promise<void> {
  const tell = () => sendMessage('orderFrame', order, { tabId, frameId: TOP });
  const bring = () =>
    browser.scripting.executeScript({ target: { tabId, frameIds: [TOP] }, files: [MARGIN_SCRIPT] });
  try {
    await tell();
  } catch {
    // Nobody there yet. Where it cannot be brought in either the tab has gone or is not ours to touch.
    if (order.show)
      await bring()
        .then(tell)
        .catch(() => undefined);
  }
}

/** Opens or collapses the margin of a tab and tells its page. */
export async function setCollapsed(tabId: number, collapsed: boolean | 'toggle'): Promise<void> {
  const match = await readPage(tabId);
  const order = await changeTab(tabId, async (state) => {
    const now = await orderFor(state, match);
    state.opened = collapsed === 'toggle' ? now.collapsed : !collapsed;
    return orderFor(state, match);
  });
  await sendOrder(tabId, order);
}

/** The frame's side of the story: hello, collapse, resize, show a row, and whether it came up at all. */
export function listenToFrames(): void {
  handle(
    'frameHello',
    'own',
    z.object({ nonce: z.string().check(z.maxLength(64)) }),
    async ({ nonce }, { tabId, frameId }) => {
      const mine = tabId !== null && (await changeTab(tabId, (state) => useNonce(state, nonce, frameId)));
      if (!mine) return { ok: false, reason: 'unknown-frame' };
      try {
        return { ok: true, tabId, databaseId: (await theStore()).databaseId };
      } catch {
        return { ok: false, reason: 'database-unavailable' };
      }
    },
  );
  handle('pageOf', 'own', z.object({ tabId: z.int() }), ({ tabId }) => readPage(tabId));
  handle('frameCheck', 'content', z.undefined(), async (_, { tabId }) => {
    const { alive } = await readTab(tabId);
    if (!alive) await panelInsteadOfFrame(tabId);
    return { alive };
  });
  handle('frameLost', 'content', z.undefined(), async (_, { tabId }) => {
    const match = await readPage(tabId);
    return changeTab(tabId, (state) => {
      Object.assign(state, NO_FRAME);
      return orderFor(state, match);
    });
  });
  handle('setCollapsed', 'own', z.object({ collapsed: z.boolean() }), async ({ collapsed }, { tabId }) => {
    if (tabId !== null) await setCollapsed(tabId, collapsed);
  });
  handle('frameResized', 'content', z.object({ width: z.number() }), async ({ width }) => {
    await writeSettings({ width: Math.round(Math.min(500, Math.max(320, width))) });
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
function useNonce(state: TabState, nonce: string, frameId: number | null): boolean {
  if (!nonce || nonce !== state.nonce) return false;
  Object.assign(state, { nonce: '', alive: true, sidebar: frameId });
  return true;
}
