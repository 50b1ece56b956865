import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Sighting } from '../detect/types';
import type { PageMatch } from './page-match';

/**
 * The whole protocol, a sentence a message. Every handler parses its data with zod before it looks at it
 * (`handle` in entrypoints/background/border.ts); a content script is told the least that it needs, because
 * the page it lives in may be hostile: where the frame goes, never who is in it.
 */
export interface Protocol {
  /**
   * content → background: what this frame of the page shows now; sent again whenever that changes. `loadedAt` is
   * when its document began to load (epoch ms): it tells the frames of this page from those of the one before.
   */
  pageSeen(sighting: Sighting & { loadedAt: number }): void;
  /**
   * content → background: bring the detector into this frame, which holds a sign of a person (`text` null), or if a
   * customer is named in its text, which the background reads and throws away.
   */
  bringDetector(of: { text: string | null }): void;
  /** content → background: the old page is no longer shown; `left` when the document itself goes away. */
  pageGone(how: { left: boolean; loadedAt: number }): void;
  /** margin script → background: did the frame that was just mounted say hello? A page may forbid it. */
  frameCheck(): { alive: boolean };
  /** margin script → background: the page took the frame away or loaded something else into it; mount it anew. */
  frameLost(): FrameOrder;
  /** margin script → background: the user dragged the frame's edge; remembered as the width. */
  frameResized(to: { width: number }): void;
  /** background → margin script (top frame): mount, move or clear the margin frame. */
  orderFrame(order: FrameOrder): void;
  /** background → page script: the user has revoked this site; stop and leave no trace. */
  leavePage(): void;
  /** sidebar frame → background, first thing: proves it was mounted by our content script in this tab. */
  frameHello(hello: { nonce: string }): FrameWelcome;
  /**
   * sidebar frame → background: who is on this tab's page now? Only for browsers that keep storage.session from
   * a frame inside a page (Firefox 153, 2026-11); elsewhere the frame reads it by itself.
   */
  pageOf(tab: { tabId: number }): PageMatch | null;
  /** background → that frame: the same, whenever it changes. */
  pageIs(page: { tabId: number; match: PageMatch | null }): void;
  /** sidebar → background: collapse to the rail or open. */
  setCollapsed(to: { collapsed: boolean }): void;
  /** sidebar → background: show the row of this candidate in the page. */
  revealRow(row: { value: string }): void;
  /** sidebar, side panel, popup → background: the reminders changed; arm alarms and the badge again. */
  remindersChanged(): void;
  /** popup, sidebar → background: opens the window in which this tab's page is taught; null: the tab in front. */
  teachPage(tab: { tabId: number | null }): void;
  /** own pages → background: many ledgers changed (an import, its undo); bring models, scores and totals up to date. */
  valueChanged(): void;
  /**
   * own frame → background: the data key of a locked database, null while it is locked. Only for frames that the browser
   * keeps from storage.session (Firefox 153, 2026-11); the others read it there.
   */
  lockKey(): string | null;
  /** background → those frames: Margin was unlocked, or locked. */
  lockIs(how: { unlocked: boolean }): void;
  /** own pages → background: somebody is at work here, do not lock yet. Sent only while a lock is open. */
  lockSeen(): void;
  /** popup → background: look at this tab once (activeTab) and show the margin there. */
  useHere(tab: { tabId: number }): void;
}

export interface FrameOrder {
  show: boolean;
  /** Single-use secret that the sidebar frame hands back in frameHello; '' when not shown. */
  nonce: string;
  side: 'left' | 'right';
  /** CSS px of the open frame, within frame-width.ts. */
  width: number;
  collapsed: boolean;
}

export type FrameWelcome =
  | { ok: true; tabId: number; databaseId: string }
  | { ok: false; reason: 'unknown-frame' | 'database-unavailable' };

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
