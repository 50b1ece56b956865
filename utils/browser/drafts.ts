import * as z from 'zod/mini';
import { INTERACTION_KINDS } from '../customer/model';

/**
 * Notes being written, one a customer, kept at each input in the extension's own localStorage: writing is done when
 * the call returns, so a closed page or a crash loses nothing, and no content script can read it (storage.local could).
 */
export const NoteDraft = z.object({ text: z.string(), kind: z.enum(INTERACTION_KINDS) });
export type NoteDraft = z.infer<typeof NoteDraft>;

const keyOf = (customerId: string) => `draft:${customerId}`;

/** The draft for this customer, or null. */
export function readDraft(customerId: string): NoteDraft | null {
  try {
    const parsed = NoteDraft.safeParse(JSON.parse(localStorage.getItem(keyOf(customerId)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // not JSON, or the browser refuses storage here
  }
}

/** Keeps the draft; an empty one is forgotten. False: there was no room or no storage, so it is only on screen. */
export function writeDraft(customerId: string, draft: NoteDraft): boolean {
  try {
    if (draft.text === '') localStorage.removeItem(keyOf(customerId));
    else localStorage.setItem(keyOf(customerId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
