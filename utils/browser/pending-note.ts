import * as z from 'zod/mini';
import { browser } from './api';

export const PENDING_NOTE_KEY = 'pendingNote';

/** What the context menu picked up for the popup: a selection and the page it stands on. */
export const PendingNote = z.object({
  tabId: z.int(),
  text: z.string(),
  url: z.string(),
  title: z.string(),
});
export type PendingNote = z.infer<typeof PendingNote>;

/** Takes the waiting note, once; null where none waits. */
export async function takePendingNote(): Promise<PendingNote | null> {
  const parsed = PendingNote.safeParse(
    (await browser.storage.session.get(PENDING_NOTE_KEY))[PENDING_NOTE_KEY],
  );
  if (!parsed.success) return null;
  await browser.storage.session.remove(PENDING_NOTE_KEY);
  return parsed.data;
}
