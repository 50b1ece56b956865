import * as z from 'zod/mini';
import { INTERACTION_KINDS } from '../customer/model';
import { Id } from '../id';

/**
 * A quick note that is being written. Kept in `storage.session["drafts"]` by the address of its page, so that
 * it outlives the popup, which the browser closes at the first click elsewhere.
 */
export const NoteDraft = z.object({
  url: z.string(),
  title: z.string(),
  text: z.string(),
  kind: z.enum(INTERACTION_KINDS),
  /** Whom it is about: a customer, or the name (and e-mail) of one to add; all empty: not chosen yet. */
  customerId: z.nullable(Id),
  newName: z.string(),
  newEmail: z.string(),
  /** `YYYY-MM-DDTHH:mm` in the reader's zone; '' for no reminder. */
  remindLocal: z.string(),
  /** What the reader had marked in the page; kept apart from their own words until saved. */
  quote: z.string(),
  /** Epoch ms of the last keystroke. */
  at: z.number(),
});
export type NoteDraft = z.infer<typeof NoteDraft>;
