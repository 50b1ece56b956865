import * as z from 'zod/mini';
import { NameDigest } from '@/utils/customer/names-index';
import { MAX_CANDIDATES, MAX_SIGHTING_TEXT } from '@/utils/detect/types';

const text = (max: number) => z.string().check(z.maxLength(max));

/** A sighting as it comes over the border: bounded in every direction, since the page behind it may be hostile. */
export const SightingSchema = z.object({
  url: text(4_096),
  title: text(1_000),
  site: z.nullable(text(40)),
  candidates: z
    .array(
      z.object({
        kind: z.enum(['email', 'phone', 'name', 'code']),
        value: text(320),
        name: z.exactOptional(text(320)),
        role: z.enum(['counterpart', 'participant', 'own', 'mention', 'row']),
        confidence: z.number().check(z.minimum(0), z.maximum(1)),
        evidence: text(200),
      }),
    )
    .check(z.maxLength(MAX_CANDIDATES)),
  ownSeen: z.array(text(320)).check(z.maxLength(20)),
  list: z.boolean(),
  health: z.exactOptional(z.enum(['works', 'lost', 'differs'])),
  text: z.exactOptional(text(MAX_SIGHTING_TEXT)),
});

/** The message: the sighting, and when its document began to load (epoch ms). */
export const PageSeenSchema = z.extend(SightingSchema, { loadedAt: z.number().check(z.nonnegative()) });

/** What is kept of a frame's sighting: never its text, but the names of customers that stood in it. */
export const FrameSeenSchema = z.extend(z.omit(PageSeenSchema, { text: true }), {
  named: z.exactOptional(NameDigest),
  /** Its site file no longer finds its way: said of the page once this has lasted a moment. */
  changed: z.exactOptional(z.boolean()),
});
export type FrameSeen = z.infer<typeof FrameSeenSchema>;
