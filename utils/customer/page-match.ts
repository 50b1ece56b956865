import * as z from 'zod/mini';
import { Id } from '../id';

/**
 * One customer that a candidate may be, and how it was found. Strength 0..1: e-mail 1 (.9 without its plus tag),
 * code .95, phone .9 (.8 without its country), domain .5 (the company only), a name in the text .45 or less.
 */
export const Hit = z.object({
  customerId: Id,
  contactId: z.nullable(Id),
  via: z.enum(['email', 'code', 'phone', 'domain', 'name']),
  strength: z.number(),
});
export type Hit = z.infer<typeof Hit>;

/** One person on the page: a candidate and the customers it resolves to, best first. */
export const PagePerson = z.object({
  kind: z.enum(['email', 'phone', 'name', 'code']),
  value: z.string(),
  name: z.string(),
  role: z.enum(['counterpart', 'participant', 'own', 'mention', 'row']),
  confidence: z.number(),
  evidence: z.string(),
  hits: z.array(Hit),
});
export type PagePerson = z.infer<typeof PagePerson>;

/**
 * Who is on a tab's page: kept in `storage.session["page:<tabId>"]`, read by sidebar, side panel and popup.
 * `people` is ranked; `state` says what the sidebar shows first:
 * matched (people[0] is a customer) · ask (a near-tie: the user chooses) · unknown (people[0] is no customer yet) ·
 * list (several rows, no opened item) · none (nobody on the page).
 */
export const PageMatch = z.object({
  url: z.string(),
  title: z.string(),
  site: z.nullable(z.string()),
  seenAt: z.number(),
  state: z.enum(['matched', 'ask', 'unknown', 'list', 'none']),
  people: z.array(PagePerson),
  /** The page is not as its site file knows it: read by the general rules, and to be taught anew. */
  changed: z.exactOptional(z.boolean()),
});
export type PageMatch = z.infer<typeof PageMatch>;
