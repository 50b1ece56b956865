import * as z from 'zod/mini';
import { browser } from '@/utils/browser/api';
import { learnOwn } from '@/utils/browser/own-addresses';
import { MAX_SIGHTING_TEXT } from '@/utils/detect/types';
import { handle } from './border';
import { followHealth } from './health';
import { noteUse } from './lock';
import { namesIn } from './names';
import { NO_FRAME } from './order';
import { publish } from './publish';
import { mayAsk, originOf } from './questions';
import { type FrameSeen, PageSeenSchema } from './sighting-schema';
import { changeTab, readTab, type Tab } from './tab-state';

/** Frames kept a tab; a page with more is a page of advertisements, not of customers. */
const MAX_FRAMES = 20;
const TOP = 0;
const DETECTOR_SCRIPT = 'look.js';
const GoneSchema = z.object({ left: z.boolean(), loadedAt: z.number() });
const BringSchema = z.object({ text: z.nullable(z.string().check(z.maxLength(MAX_SIGHTING_TEXT))) });

/** A frame of a page reports who is on it: keep it, and publish who the frames of the tab show together. */
export function listenToPages(): void {
  handle('pageSeen', 'content', PageSeenSchema, async ({ text, ...sighting }, { tabId, frameId }) => {
    const tab = await readTab(tabId);
    if (isElsewhere(tab, frameId, sighting)) void noteUse();
    keepFrame(tab, frameId, sighting);
    await publish(tabId); // writes it too
    if (sighting.ownSeen.length > 0) void learnOwn(sighting.ownSeen, sighting.url);
    followHealth(tabId, frameId, sighting);
    if (text) await nameFrame(tabId, frameId, sighting, text);
  });

  handle('bringDetector', 'content', BringSchema, async ({ text }, { tabId, frameId, url }) => {
    if (text !== null && !(await changeTab(tabId, (tab) => mayAskNames(tabId, tab, url, text)))) return;
    if (text !== null && (await namesIn(text)).found.length === 0) return;
    const target = { tabId, frameIds: [frameId] };
    await browser.scripting.executeScript({ target, files: [DETECTOR_SCRIPT] });
  });

  handle('pageGone', 'content', GoneSchema, async ({ left, loadedAt }, { tabId, frameId }) => {
    await changeTab(tabId, (tab) => {
      // A farewell that comes after the first sighting of the next page says nothing about that one.
      if (isOlder(loadedAt, tab.state.loadedAt)) return;
      if (frameId !== TOP) return void delete tab.state.frames[frameId];
      tab.page++;
      tab.match = null;
      tab.state.frames = {};
      if (left) Object.assign(tab.state, NO_FRAME, { opened: null });
    });
    if (frameId !== TOP) await publish(tabId);
  });
}

/** Somebody went to another page, or opened another mail: a list that grows by itself is no use of Margin. */
const isElsewhere = ({ state }: Tab, frameId: number, { url, loadedAt }: FrameSeen) =>
  state.frames[frameId]?.url !== url || state.frames[frameId]?.loadedAt !== loadedAt;

/** The clocks of a page's processes may differ by this much. */
const CLOCK_SKEW_MS = 100;
const isOlder = (loadedAt: number, than: number) => loadedAt < than - CLOCK_SKEW_MS;

/**
 * Keeps what a frame saw. A new document in the top frame ends the page before it, whether its farewell was heard
 * or not: a worker that is stopped while a page goes away never hears it.
 */
function keepFrame(tab: Tab, frameId: number, sighting: FrameSeen): void {
  const { state } = tab;
  const isOld = ({ loadedAt }: { loadedAt: number }) => isOlder(loadedAt, state.loadedAt);
  if (frameId === TOP && sighting.loadedAt !== state.loadedAt) {
    tab.page++;
    Object.assign(state, NO_FRAME, { loadedAt: sighting.loadedAt, opened: null });
    for (const [id, frame] of Object.entries(state.frames)) if (isOld(frame)) delete state.frames[id];
  } else if (isOld(sighting)) return;
  const before = state.frames[frameId];
  // The text is read again in a moment; until then those whom it named stay.
  if (before?.named && before.url === sighting.url) sighting.named = before.named;
  if (before?.changed && before.url === sighting.url && sighting.health !== 'works') sighting.changed = true;
  const full = Object.keys(state.frames).length >= MAX_FRAMES;
  if (frameId === TOP || !full || frameId in state.frames) state.frames[frameId] = sighting;
}

/** Whom a text names is a question of its own: a page that asks too much is not read for names. */
const mayAskNames = (tabId: number, tab: Tab, url: string, text: string) =>
  mayAsk(tabId, tab, originOf(url), text, Date.now());

/** The sidebar reads its card in this time, and the database serves one after the other. */
const AFTER_CARD_MS = 150;

/**
 * Reads a frame's text for names once those with an address have been published and drawn: nobody waits for it. Who
 * goes from mail to mail has moved on by then, and nothing is read.
 */
async function nameFrame(tabId: number, frameId: number, seen: FrameSeen, text: string): Promise<void> {
  const { match, state } = await readTab(tabId); // one object for as long as this worker knows the tab
  const isThere = () => state.frames[frameId] === seen;
  if (match?.people.length) await new Promise((wait) => setTimeout(wait, AFTER_CARD_MS));
  const tab = await readTab(tabId);
  if (!isThere() || !mayAskNames(tabId, tab, seen.url, text)) return;
  const named = await namesIn(text);
  if (!isThere() || JSON.stringify(named) === JSON.stringify(seen.named)) return;
  seen.named = named;
  await publish(tabId);
}
