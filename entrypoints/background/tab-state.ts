import * as z from 'zod/mini';
import { browser } from '@/utils/browser/api';
import { pageKey } from '@/utils/browser/page-match';
import { FrameSeenSchema } from './sighting-schema';

/**
 * What the background knows of a tab: each frame's last sighting, the frame's pending secret, and whether the
 * user opened or closed the margin here. In storage.session, so that a killed worker forgets nothing.
 */
export const TabState = z.object({
  frames: z.record(z.string(), FrameSeenSchema),
  /** When the top frame's document began to load: what is older belongs to the page before. */
  loadedAt: z.number(),
  /** Handed to the content script for the next frame; '' once a frame has used it. */
  nonce: z.string(),
  /** True once the mounted frame has said hello. */
  alive: z.boolean(),
  /** The mounted frame's number in its tab; null where none said hello. */
  sidebar: z.nullable(z.int()),
  /** The user's own opening or closing on a page without a known customer; null: not said. */
  opened: z.nullable(z.boolean()),
});
export type TabState = z.infer<typeof TabState>;

const EMPTY: TabState = { frames: {}, loadedAt: 0, nonce: '', alive: false, sidebar: null, opened: null };
const stateKey = (tabId: number) => `tab:${tabId}`;
const queues = new Map<number, Promise<unknown>>();

/** Reads a tab's state; the empty one where nothing (or nothing readable) is stored. */
export async function readTab(tabId: number): Promise<TabState> {
  const key = stateKey(tabId);
  const parsed = TabState.safeParse((await browser.storage.session.get(key))[key]);
  return parsed.success ? parsed.data : structuredClone(EMPTY);
}

/** Changes a tab's state; changes of one tab run one after the other, since its frames report at the same time. */
export function changeTab<T>(tabId: number, change: (state: TabState) => Promise<T> | T): Promise<T> {
  const run = async () => {
    const state = await readTab(tabId);
    const before = JSON.stringify(state);
    const result = await change(state);
    if (JSON.stringify(state) !== before) await browser.storage.session.set({ [stateKey(tabId)]: state });
    return result;
  };
  const next = (queues.get(tabId) ?? Promise.resolve()).then(run, run);
  queues.set(
    tabId,
    next.catch(() => undefined),
  );
  return next;
}

/** Forgets a closed tab. */
export async function forgetTab(tabId: number): Promise<void> {
  queues.delete(tabId);
  await browser.storage.session.remove([stateKey(tabId), pageKey(tabId)]);
}
