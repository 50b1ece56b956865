import * as z from 'zod/mini';
import { browser } from './api';

/** Of a selection this much goes into a note; the title and address of a page are cut as the model asks. */
const MAX_TEXT = 20_000;
const MAX_LINE = 2_000;

const Selected = z.object({ text: z.string(), title: z.string(), url: z.string() });
/** What the reader marked in a page, and which page it is. */
export type Selected = z.infer<typeof Selected>;

/** Runs in the page, alone: it may use nothing from outside. */
function look(maxText: number, maxLine: number) {
  return {
    text: (getSelection()?.toString() ?? '').trim().slice(0, maxText),
    title: document.title.slice(0, maxLine),
    url: location.href.slice(0, maxLine),
  };
}

/**
 * Reads the selection, title and address of a tab's page, with the standing permission for its site or with
 * `activeTab` after the user clicked the icon. The selection may be in a frame of the page.
 * Null where the browser lets nobody look (its own pages, the store, a PDF).
 */
export async function readSelection(tabId: number): Promise<Selected | null> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: look,
      args: [MAX_TEXT, MAX_LINE],
    });
    const seen = frames.flatMap(({ frameId, result }) => {
      const read = Selected.safeParse(result);
      return read.success ? [{ frameId, ...read.data }] : [];
    });
    const top = seen.find((frame) => frame.frameId === 0);
    if (!top) return null;
    const text = top.text || (seen.find((frame) => frame.text)?.text ?? '');
    return { text, title: top.title, url: top.url };
  } catch {
    return null;
  }
}
