import * as z from 'zod/mini';
import { browser } from './api';
import { NoteDraft } from './draft';

/** Pages with an unsaved note that are kept at most; the oldest goes first. */
const KEPT = 20;
const Drafts = z.record(z.string(), NoteDraft);
/** Changes are queued: two quick ones must not both read the old map. */
let last: Promise<unknown> = Promise.resolve();

/** Every unsaved note by the address of its page; unreadable ones count as none. */
export async function readDrafts(): Promise<Record<string, NoteDraft>> {
  const found = Drafts.safeParse((await browser.storage.session.get('drafts')).drafts);
  return found.success ? found.data : {};
}

/** Keeps the draft of a page, or with null forgets it (saved, or thrown away by the user). */
export function keepDraft(url: string, draft: NoteDraft | null): Promise<void> {
  const turn = last.then(async () => {
    const { [url]: _, ...others } = await readDrafts();
    const all = draft ? [draft, ...Object.values(others)] : Object.values(others);
    const newest = all.sort((a, b) => b.at - a.at).slice(0, KEPT);
    const drafts = Object.fromEntries(newest.map((one) => [one.url, one]));
    await browser.storage.session.set({ drafts });
  });
  last = turn.catch(() => {});
  return turn;
}
