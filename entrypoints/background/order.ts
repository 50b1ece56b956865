import { browser } from '@/utils/browser/api';
import type { FrameOrder } from '@/utils/browser/messages';
import { sendMessage } from '@/utils/browser/messages';
import type { Settings } from '@/utils/browser/settings';
import { isKnown } from '@/utils/customer/names-index';
import { theSettings } from './settings';
import { readTab, type Tab, writeTab } from './tab-state';

const TOP = 0;
/** A tab in which no frame of ours lives. */
export const NO_FRAME = { nonce: '', alive: false, sidebar: null };
const MARGIN_SCRIPT = 'margin.js';

/** Open where somebody known is on the page, a rail otherwise; what the user said last on this page goes before. */
export function isCollapsed({ state, match }: Tab): boolean {
  return !(state.opened ?? (!state.still && match !== null && isKnown(match)));
}

/** Where the margin goes in a tab. The secret is made anew until a frame has used it. */
export function orderFor(tab: Tab, { side, width }: Settings): FrameOrder {
  const { state, match } = tab;
  // A page that can no longer be read is not to go blind in silence.
  const found = match !== null && (match.state !== 'none' || match.changed === true);
  const show = found || state.still === true;
  if (!show) Object.assign(state, NO_FRAME);
  if (show && !state.nonce && !state.alive) state.nonce = crypto.randomUUID();
  return { show, nonce: show ? state.nonce : '', side, width, collapsed: isCollapsed(tab) };
}

/** Changes a tab and tells its page where the margin goes then; a change that returns false changed nothing. */
export async function changeAndOrder(tabId: number, change: (tab: Tab) => unknown): Promise<void> {
  const [settings, tab] = await Promise.all([theSettings(), readTab(tabId)]);
  if (change(tab) === false) return;
  const order = orderFor(tab, settings);
  await Promise.all([writeTab(tabId, tab), sendOrder(tabId, order)]);
}

/** Tells the top frame; the script that draws it is brought in when there is first something to show. */
async function sendOrder(tabId: number, order: FrameOrder): Promise<void> {
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
export const setCollapsed = (tabId: number, collapsed: boolean | 'toggle'): Promise<void> =>
  changeAndOrder(tabId, (tab) => {
    tab.state.opened = collapsed === 'toggle' ? isCollapsed(tab) : !collapsed;
  });
