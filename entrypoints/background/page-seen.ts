import * as z from 'zod/mini';
import { browser } from '@/utils/browser/api';
import type { FrameOrder } from '@/utils/browser/messages';
import { sendMessage } from '@/utils/browser/messages';
import { learnOwn } from '@/utils/browser/own-addresses';
import { type PageMatch, pageKey } from '@/utils/browser/page-match';
import { mergeSightings } from '@/utils/detect/merge';
import { MAX_SIGHTING_TEXT } from '@/utils/detect/types';
import { handle } from './border';
import { NO_FRAME, orderFor, sendOrder } from './frame';
import { matchPage } from './match';
import { namesAnyone, namesIn } from './names';
import { type FrameSeen, PageSeenSchema } from './sighting-schema';
import { changeTab, type TabState } from './tab-state';

/** Frames kept a tab; a page with more is a page of advertisements, not of customers. */
const MAX_FRAMES = 20;
const TOP = 0;
const DETECTOR_SCRIPT = 'look.js';
const BringSchema = z.object({ text: z.nullable(z.string().check(z.maxLength(MAX_SIGHTING_TEXT))) });

/** A frame of a page reports who is on it: merge, resolve, publish, and tell the page where the margin goes. */
export function listenToPages(): void {
  handle('pageSeen', 'content', PageSeenSchema, async ({ text, ...seen }, { tabId, frameId }) => {
    const sighting = text ? { ...seen, named: await namesIn(text) } : seen;
    const order = await changeTab(tabId, (state) => {
      keepFrame(state, frameId, sighting);
      return publish(tabId, state);
    });
    if (sighting.ownSeen.length > 0) void learnOwn(sighting.ownSeen, sighting.url);
    await sendOrder(tabId, order);
  });

  handle('bringDetector', 'content', BringSchema, async ({ text }, { tabId, frameId }) => {
    if (text !== null && !namesAnyone(await namesIn(text))) return;
    const target = { tabId, frameIds: [frameId] };
    await browser.scripting.executeScript({ target, files: [DETECTOR_SCRIPT] });
  });

  handle('pageGone', 'content', z.object({ left: z.boolean() }), ({ left }, { tabId, frameId }) =>
    changeTab(tabId, async (state) => {
      if (frameId === TOP) state.frames = {};
      else delete state.frames[frameId];
      if (frameId === TOP && left) Object.assign(state, NO_FRAME, { opened: null });
      if (frameId === TOP) await writePage(tabId, state, null);
      else await publish(tabId, state);
    }),
  );
}

/** The clocks of a page's processes may differ by this much. */
const CLOCK_SKEW_MS = 100;

/**
 * Keeps what a frame saw. A new document in the top frame ends the page before it, whether its farewell was heard
 * or not: a worker that is stopped while a page goes away never hears it.
 */
function keepFrame(state: TabState, frameId: number, sighting: FrameSeen): void {
  const isOld = ({ loadedAt }: { loadedAt: number }) => loadedAt < state.loadedAt - CLOCK_SKEW_MS;
  if (frameId === TOP && sighting.loadedAt !== state.loadedAt) {
    Object.assign(state, NO_FRAME, { loadedAt: sighting.loadedAt, opened: null });
    for (const [id, frame] of Object.entries(state.frames)) if (isOld(frame)) delete state.frames[id];
  } else if (isOld(sighting)) return;
  const full = Object.keys(state.frames).length >= MAX_FRAMES;
  if (frameId === TOP || !full || frameId in state.frames) state.frames[frameId] = sighting;
}

/** Frames in order of their ids, the top frame first: its title and address are the ones shown. */
async function publish(tabId: number, state: TabState): Promise<FrameOrder> {
  const frames = Object.entries(state.frames).sort(([a], [b]) => Number(a) - Number(b));
  const sightings = frames.map(([, sighting]) => sighting);
  const match = await matchPage(
    mergeSightings(sightings),
    sightings.flatMap(({ named }) => named ?? []),
  );
  await writePage(tabId, state, match);
  return orderFor(state, match);
}

/** Publishes who is on the page: in the session's storage, and to a frame that cannot read it there. */
async function writePage(tabId: number, state: TabState, match: PageMatch | null): Promise<void> {
  const key = pageKey(tabId);
  if (match) await browser.storage.session.set({ [key]: match });
  else await browser.storage.session.remove(key);
  if (import.meta.env.BROWSER === 'firefox' && state.sidebar !== null)
    await sendMessage('pageIs', { tabId, match }, { tabId, frameId: state.sidebar }).catch(() => undefined);
}
