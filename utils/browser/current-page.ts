import * as z from 'zod/mini';
import { browser } from './api';
import { fromBackground } from './from-background';
import { sendMessage } from './messages';
import { PageMatch, pageKey } from './page-match';

export interface TabRef {
  id: number;
  windowId: number;
  /** '' where the extension may not see the tab's address. */
  url: string;
  title: string;
}

const PageIs = z.object({ tabId: z.int(), match: z.nullable(PageMatch) });

/** Firefox (153, 2026-11) has no storage.session in a frame inside a page: there the background is asked. */
const readable = (): boolean => browser.storage.session !== undefined;

/** Who is on a tab's page, as the background last resolved it; null where nothing has been seen. */
export async function readPage(tabId: number): Promise<PageMatch | null> {
  if (!readable()) return parseMatch(await sendMessage('pageOf', { tabId }));
  const key = pageKey(tabId);
  return parseMatch((await browser.storage.session.get(key))[key]);
}

/** Calls back whenever that changes (null: the tab's page went away); returns the way to stop. */
export function watchPage(tabId: number, onChange: (match: PageMatch | null) => void): () => void {
  if (!readable())
    return fromBackground('pageIs', PageIs, (page) => {
      if (page.tabId === tabId) onChange(page.match);
    });
  const key = pageKey(tabId);
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes[key]) onChange(parseMatch(changes[key].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function parseMatch(stored: unknown): PageMatch | null {
  const parsed = PageMatch.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** The tab in front in this window; null where there is none (a window of developer tools, say). */
export async function activeTab(): Promise<TabRef | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab ? toRef(tab) : null;
}

/** A tab by its id; null when it is gone. */
export async function tabById(tabId: number): Promise<TabRef | null> {
  try {
    return toRef(await browser.tabs.get(tabId));
  } catch {
    return null;
  }
}

/** Calls back when another tab comes to the front or its page changes; returns the way to stop. */
export function watchActiveTab(onChange: () => void): () => void {
  const updated = (_id: number, change: { status?: string }) => {
    if (change.status) onChange();
  };
  const activated = () => onChange();
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  };
}

function toRef(tab: { id?: number; windowId?: number; url?: string; title?: string }): TabRef | null {
  if (tab.id === undefined) return null;
  return { id: tab.id, windowId: tab.windowId ?? -1, url: tab.url ?? '', title: tab.title ?? '' };
}
