import * as z from 'zod/mini';
import { INTERACTION_KINDS } from '../customer/model';

/**
 * Notes being written, one a customer, kept at each input in the extension's own localStorage: writing is done when
 * the call returns, so a closed page or a crash loses nothing, and no content script can read it (storage.local could).
 */
export const NoteDraft = z.object({ text: z.string(), kind: z.enum(INTERACTION_KINDS) });
export type NoteDraft = z.infer<typeof NoteDraft>;

/** How a draft lies there where the database is locked: as nobody can read it without the key. */
export interface Cover {
  cover(text: string): string;
  /** null: it cannot be read. */
  uncover(text: string): string | null;
}
export const NO_COVER: Cover = { cover: (text) => text, uncover: (text) => text };

const PREFIX = 'draft:';
const keyOf = (customerId: string) => PREFIX + customerId;

/** The draft for this customer, or null. */
export function readDraft(customerId: string, { uncover }: Cover = NO_COVER): NoteDraft | null {
  try {
    const kept = uncover(localStorage.getItem(keyOf(customerId)) ?? 'null');
    const parsed = NoteDraft.safeParse(JSON.parse(kept ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // not JSON, or the browser refuses storage here
  }
}

/** Keeps the draft; an empty one is forgotten. False: there was no room or no storage, so it is only on screen. */
export function writeDraft(customerId: string, draft: NoteDraft, { cover }: Cover = NO_COVER): boolean {
  try {
    if (draft.text === '') localStorage.removeItem(keyOf(customerId));
    else localStorage.setItem(keyOf(customerId), cover(JSON.stringify(draft)));
    return true;
  } catch {
    return false;
  }
}

/** Every draft, kept in another way: a lock was put on, or taken off. One that cannot be read is left. */
export function recoverDrafts(before: Cover, after: Cover): void {
  for (const key of Object.keys(localStorage)) {
    const text = key.startsWith(PREFIX) ? before.uncover(localStorage.getItem(key) ?? '') : null;
    if (text !== null) localStorage.setItem(key, after.cover(text));
  }
}

/** Forgets all of them: the database was erased. */
export function dropDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
