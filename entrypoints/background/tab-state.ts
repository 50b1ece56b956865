import * as z from 'zod/mini';
import { browser } from '@/utils/browser/api';
import { sendMessage } from '@/utils/browser/messages';
import { PageMatch, pageKey } from '@/utils/browser/page-match';
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
  /** What each origin may still ask here; one that asked nothing lately is not in it. See questions.ts. */
  allowances: z.optional(z.record(z.string(), z.object({ answersLeft: z.number(), at: z.number() }))),
  /** The page has asked too much: the margin stands as a rail, whoever is found. */
  still: z.optional(z.boolean()),
});
export type TabState = z.infer<typeof TabState>;

/** A tab while this worker lives: its state, and who was last found to be on its page. */
export interface Tab {
  state: TabState;
  match: PageMatch | null;
  /** Counts the pages that this worker has seen end here: what was asked of one is not said of the next. */
  page: number;
  /** What of this is in storage.session. */
  written: { state: string; match: PageMatch | null };
}

const EMPTY: TabState = { frames: {}, loadedAt: 0, nonce: '', alive: false, sidebar: null, opened: null };
const stateKey = (tabId: number) => `tab:${tabId}`;
/** Only the worker writes these keys, so it reads them once in its life. */
const tabs = new Map<number, Promise<Tab>>();

/** A tab as it is now; an empty one where nothing (or nothing readable) is stored. */
export function readTab(tabId: number): Promise<Tab> {
  const known = tabs.get(tabId);
  if (known) return known;
  const tab = load(tabId);
  tabs.set(tabId, tab);
  tab.catch(() => tabs.delete(tabId)); // the next reader tries again
  return tab;
}

async function load(tabId: number): Promise<Tab> {
  const stored = await browser.storage.session.get([stateKey(tabId), pageKey(tabId)]);
  const state = TabState.safeParse(stored[stateKey(tabId)]);
  const match = PageMatch.safeParse(stored[pageKey(tabId)]).data ?? null;
  return {
    state: state.success ? state.data : structuredClone(EMPTY),
    match,
    page: 0,
    written: { state: state.success ? JSON.stringify(state.data) : '', match },
  };
}

/** Changes a tab, in one turn, and writes what has changed. Changes of one tab happen in the order of their calls. */
export async function changeTab<T>(tabId: number, change: (tab: Tab) => T): Promise<T> {
  const tab = await readTab(tabId);
  const result = change(tab);
  await writeTab(tabId, tab);
  return result;
}

/** Writes what has changed of a tab since it was last written: its state and who is on its page, in one go. */
export async function writeTab(tabId: number, tab: Tab): Promise<void> {
  const { written, match } = tab;
  const state = JSON.stringify(tab.state);
  const items: Record<string, unknown> = {};
  if (state !== written.state) items[stateKey(tabId)] = tab.state;
  const moved = match !== written.match;
  if (moved && match) items[pageKey(tabId)] = match;
  tab.written = { state, match };
  const writing = Promise.all([
    Object.keys(items).length > 0 && browser.storage.session.set(items),
    moved && !match && browser.storage.session.remove(pageKey(tabId)),
    moved && tellSidebar(tabId, tab),
  ]);
  await writing.catch((error: unknown) => {
    tab.written = { state: '', match: null }; // the next writing is of all
    throw error;
  });
}

/** Firefox's frames cannot read storage.session (153, 2026-11): they are told. */
async function tellSidebar(tabId: number, { state, match }: Tab): Promise<void> {
  if (import.meta.env.BROWSER !== 'firefox' || state.sidebar === null) return;
  await sendMessage('pageIs', { tabId, match }, { tabId, frameId: state.sidebar }).catch(() => undefined);
}

/** Forgets a closed tab. */
export async function forgetTab(tabId: number): Promise<void> {
  tabs.delete(tabId);
  await browser.storage.session.remove([stateKey(tabId), pageKey(tabId)]);
}

/** The tabs of which anything is known. */
export async function knownTabs(): Promise<number[]> {
  const stored = Object.keys(await browser.storage.session.get(null));
  return stored.flatMap((key) => (key.startsWith('tab:') ? [Number(key.slice(4))] : []));
}
